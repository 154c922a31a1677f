import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readSettingsFile, UnreadableSettingsFile, writeSettingsFile } from '../../../domain/settings/settings-file.ts';
import { changesFrom, DEFAULT_SETTINGS } from '../../../domain/settings/settings.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

describe('a file of settings', () => {
  it('gives back what was changed, a pause apart', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const { pausedUntil: _, ...changed } = changesFrom(DEFAULT_SETTINGS, settings);
        expect(readSettingsFile(writeSettingsFile(changed))).toEqual({ changed, ignored: [] });
        expect(writeSettingsFile({ ...changed, pausedUntil: 5 })).toBe(writeSettingsFile(changed));
      }),
    );
  });

  it.each([
    ['no JSON', 'theme: dark', 'not-json'],
    ['somebody else’s JSON', '{"version":1,"changed":{}}', 'not-settings'],
    ['a list', '[]', 'not-settings'],
    ['a newer version', '{"kind":"ancrage-settings","version":99,"changed":{}}', 'newer'],
  ])('is refused with the reason: %s', (_what, text, problem) => {
    expect(() => readSettingsFile(text)).toThrow(new UnreadableSettingsFile(problem as 'newer'));
  });

  it('names the fields that cannot be read, and gives the others', () => {
    const text = '{"kind":"ancrage-settings","version":1,"changed":{"theme":"dark","marking":"loud","colour":"red"}}';
    expect(readSettingsFile(text)).toEqual({ changed: { theme: 'dark' }, ignored: ['marking', 'colour'] });
  });
});
