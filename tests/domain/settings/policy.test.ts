import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  changedUnder,
  internalNotes,
  readPolicy,
  settingsUnder,
  unknownNames,
  type Policy,
} from '../../../domain/settings/policy.ts';
import { changesFrom, DEFAULT_SETTINGS, SETTING_KEYS } from '../../../domain/settings/settings.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

describe('a policy', () => {
  it('is read whole when all of it can be', () => {
    const raw = {
      marking: 'list',
      sitesAdded: ['intranet'],
      sitesBlocked: ['example.org'],
      locked: ['marking'],
      feedUrl: 'https://feed.example.org/manifest.jws',
      feedKeys: [{ kid: 'commune-1', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }],
      welcome: false,
      organisation: 'Mairie de Sainte-Exemple',
      overlay: {
        ovhcloud: { note: 'Marché en cours jusqu’en 2027.', date: '2026-01-05' },
        scaleway: { facts: [{ label: 'Référent', value: 'DSI', source: 'https://intranet.example.org/' }] },
      },
    };
    expect(readPolicy(raw)).toEqual({ policy: raw, problems: [] });
  });

  it.each([
    ['an unknown key', { colour: 'red' }, 'colour', 'is not a key that Ancrage knows'],
    ['a wrong value', { marking: 'loud' }, 'marking', expect.stringContaining('Invalid')],
    ['a wrong host', { sitesAdded: ['ok.fr', '*.fr'] }, 'sitesAdded.1', 'is not a host name'],
    ['a feed without TLS', { feedUrl: 'http://feed.example.org/' }, 'feedUrl', 'is not an https address'],
    ['a note without words', { overlay: { aws: { note: ' ' } } }, 'overlay.aws.note', 'is empty'],
    [
      'a note that says nothing',
      { overlay: { aws: { date: '2026-01-05' } } },
      'overlay.aws',
      'holds neither a note nor a fact',
    ],
    [
      'a fact without its value',
      { overlay: { aws: { facts: [{ label: 'a' }] } } },
      'overlay.aws.facts.0.value',
      expect.stringContaining('Invalid'),
    ],
    [
      'a source that is no address',
      { overlay: { aws: { note: 'a', source: 'javascript:x' } } },
      'overlay.aws.source',
      'is not an https address',
    ],
    ['a lock of nothing known', { locked: ['colour'] }, 'locked.0', expect.stringContaining('Invalid')],
    ['no object', 'policy', '', 'is not an object'],
  ])('loses only what cannot be read, and names it: %s', (_what, raw, key, reason) => {
    const { policy, problems } = readPolicy(typeof raw === 'string' ? raw : { ...raw, theme: 'dark' });
    expect(problems).toEqual([{ key, reason }]);
    if (typeof raw !== 'string') expect(policy).toEqual({ theme: 'dark' });
  });

  it.each([null, undefined, {}])('may be %j: nothing is set', (raw) => {
    expect(readPolicy(raw)).toEqual({ policy: {}, problems: [] });
  });

  it('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(readPolicy(raw)).toHaveProperty('problems');
      }),
    );
  });
});

describe('the notes of an organisation', () => {
  const policy: Policy = { organisation: 'Mairie', overlay: { ovhcloud: { note: 'a' }, nobody: { note: 'b' } } };

  it('are given for the providers asked about, and no other', () => {
    expect(internalNotes(policy, ['scaleway', 'ovhcloud'])).toEqual({
      organisation: 'Mairie',
      notes: { ovhcloud: { note: 'a' } },
    });
  });

  it.each([
    [policy, ['scaleway', 'constructor']],
    [{}, ['ovhcloud']],
  ])('may be none', (given, providers) => {
    expect(internalNotes(given, providers)).toBeNull();
  });

  it('on a provider that there is not are named', () => {
    const problems = [{ key: 'overlay.nobody', reason: 'is not the id of a provider' }];
    expect(unknownNames(policy, new Set(['ovhcloud', 'scaleway']))).toEqual(problems);
    expect(unknownNames({}, new Set())).toEqual([]);
  });
});

describe('the settings under a policy', () => {
  const policy: Policy = {
    marking: 'list',
    theme: 'dark',
    locked: ['marking', 'updates'],
    sitesBlocked: ['a.fr'],
    sitesAdded: ['b.fr'],
  };

  it('are the policy’s where the reader changed nothing', () => {
    expect(settingsUnder(policy, {})).toEqual({
      ...DEFAULT_SETTINGS,
      marking: 'list',
      theme: 'dark',
      sitesOff: ['a.fr'],
      sitesAdded: ['b.fr'],
    });
  });

  it('are the reader’s where the policy does not lock them', () => {
    const settings = settingsUnder(policy, { theme: 'light', marking: 'on', updates: false });
    expect(settings).toMatchObject({ theme: 'light', marking: 'list', updates: true });
  });

  it('put the sites of both together', () => {
    const settings = settingsUnder(policy, { sitesOff: ['c.fr', 'a.fr'], sitesAdded: ['d.fr'] });
    expect(settings).toMatchObject({ sitesOff: ['a.fr', 'c.fr'], sitesAdded: ['b.fr', 'd.fr'] });
  });

  it('store neither what is locked nor what the policy says anyway', () => {
    const patch = { marking: 'on', theme: 'dark', sitesOff: ['a.fr', 'c.fr'], language: 'en' } as const;
    expect(changedUnder(policy, {}, { ...patch, sitesOff: [...patch.sitesOff] })).toEqual({
      sitesOff: ['c.fr'],
      language: 'en',
    });
  });

  it('store the reader’s return to a default that the policy changed', () => {
    expect(changedUnder(policy, {}, { theme: 'system' })).toEqual({ theme: 'system' });
  });

  it('come back from what is stored, whatever was asked for', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const stored = changedUnder(policy, {}, settings);
        const again = settingsUnder(policy, stored);
        for (const key of SETTING_KEYS) {
          if (key.startsWith('sites')) expect(again[key]).toEqual(expect.arrayContaining(settings[key] as string[]));
          else if (!policy.locked?.includes(key)) expect(again[key]).toEqual(settings[key]);
        }
      }),
    );
  });

  it('store as little without a policy as with none', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        expect(changedUnder({}, {}, settings)).toEqual(changesFrom(DEFAULT_SETTINGS, settings));
      }),
    );
  });
});
