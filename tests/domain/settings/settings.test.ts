import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { PageSettingsSchema } from '../../../domain/settings/page-settings.ts';
import {
  changesFrom,
  DEFAULT_SETTINGS,
  isPaused,
  SETTING_KEYS,
  settingsForPage,
  SettingsPatchSchema,
  SettingsSchema,
  type Settings,
} from '../../../domain/settings/settings.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

describe('the defaults', () => {
  it('are settings', () => {
    expect(v.parse(SettingsSchema, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('hold a value for every setting', () => {
    expect(Object.keys(DEFAULT_SETTINGS).sort()).toEqual(SETTING_KEYS.toSorted());
  });
});

describe('what is stored', () => {
  it('is nothing where nothing was changed', () => {
    expect(changesFrom(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toEqual({});
  });

  it('is what was changed, and gives the settings back', () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, (base, settings) => {
        const changes = changesFrom(base, settings);
        expect({ ...base, ...changes }).toEqual(settings);
        for (const key of Object.keys(changes) as (keyof Settings)[]) expect(changes[key]).not.toEqual(base[key]);
      }),
    );
  });
});

describe('a change', () => {
  it('leaves out what is not there, even when it is there as undefined', () => {
    expect(Object.keys(v.parse(SettingsPatchSchema, { theme: 'dark', marking: undefined }))).toEqual(['theme']);
  });

  it.each([{ theme: 'blue' }, { unknown: 1 }, { sitesOff: ['*'] }, { hoverDelay: 1.5 }, null])(
    'may not be %j',
    (patch) => {
      expect(v.safeParse(SettingsPatchSchema, patch).success).toBe(false);
    },
  );
});

describe('a page', () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, marking: 'list', sitesOff: ['boamp.fr'], pausedUntil: NOON };

  it.each([
    ['a site that is on', 'ted.europa.eu', NOON, 'list'],
    ['a site that is off', 'www.boamp.fr', NOON, 'off'],
    ['a site whose name only ends alike', 'notboamp.fr', NOON, 'list'],
    ['a page without a host', '', NOON, 'list'],
    ['any site during a pause', 'ted.europa.eu', NOON - 1, 'off'],
  ])('of %s is told so', (_what, host, now, marking) => {
    expect(settingsForPage(settings, [host], now, 'bundled').marking).toBe(marking);
  });

  it('is off with the page around it', () => {
    expect(settingsForPage(settings, ['ted.europa.eu', 'www.boamp.fr'], NOON, 'bundled').marking).toBe('off');
    expect(settingsForPage(settings, ['', 'ted.europa.eu'], NOON, 'bundled').marking).toBe('list');
  });

  it('is told nothing of other sites', () => {
    const told = settingsForPage(settings, ['ted.europa.eu'], NOON, 'bundled');
    expect(v.parse(PageSettingsSchema, told)).toEqual(told);
    expect(JSON.stringify(told)).not.toContain('boamp');
  });
});

it.each([
  [null, false],
  [NOON - 1, false],
  [NOON, false],
  [NOON + 1, true],
])('a pause until %j holds: %s', (pausedUntil, paused) => {
  expect(isPaused({ ...DEFAULT_SETTINGS, pausedUntil }, NOON)).toBe(paused);
});
