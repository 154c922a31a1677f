import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changesFrom, DEFAULT_SETTINGS } from '../../../domain/settings/settings.ts';
import { MIGRATIONS, readStored, SETTINGS_VERSION, toStored } from '../../../domain/settings/stored-settings.ts';
import { arbitrarySettings } from './arbitrary-settings.ts';

const VERSIONS = Array.from({ length: SETTINGS_VERSION }, (_, index) => index + 1);

describe.each(VERSIONS)('settings stored by version %i', (version) => {
  const file = join(import.meta.dirname, `golden/${version}.json`);

  it('have a golden example', () => {
    expect(existsSync(file)).toBe(true);
  });

  it('are read as they were meant', () => {
    const { stored, read } = JSON.parse(readFileSync(file, 'utf8')) as { stored: { version: number }; read: object };
    expect(stored.version).toBe(version);
    expect(readStored(stored)).toEqual({ changed: read, kept: {}, problem: null });
  });
});

it('has one migration between each version and the next', () => {
  expect(MIGRATIONS).toHaveLength(SETTINGS_VERSION - 1);
});

describe('what is stored', () => {
  it('comes back, with what a newer version put there', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        const changed = changesFrom(DEFAULT_SETTINGS, settings);
        const raw: unknown = JSON.parse(JSON.stringify(toStored(changed, { fromTheFuture: 1 })));
        expect(readStored(raw)).toEqual({ changed, kept: { fromTheFuture: 1 }, problem: null });
      }),
    );
  });

  it('may be nothing at all', () => {
    expect(readStored(undefined)).toEqual({ changed: {}, kept: {}, problem: null });
  });

  it('is migrated from its version on, and no further back', () => {
    const step = (name: string) => (changed: Record<string, unknown>) => ({ ...changed, [name]: true });
    const read = readStored({ version: 2, changed: {} }, [step('one'), step('two'), step('three')]);
    expect(read.kept).toEqual({ two: true, three: true });
  });

  it('loses only the fields that cannot be read, and names them', () => {
    const raw = { version: 1, changed: { theme: 'dark', hoverDelay: -1, marking: 'loud' } };
    expect(readStored(raw)).toEqual({
      changed: { theme: 'dark' },
      kept: {},
      problem: { kind: 'fields', fields: ['marking', 'hoverDelay'] },
    });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['no version', { changed: {} }],
    ['version 0', { version: 0, changed: {} }],
  ])('that is %s is said to be unreadable, and the defaults hold', (_what, raw) => {
    expect(readStored(raw)).toEqual({ changed: {}, kept: {}, problem: { kind: 'unreadable' } });
  });

  it('that its migration cannot read is said to be unreadable', () => {
    const fails = () => {
      throw new TypeError('no');
    };
    expect(readStored({ version: 1, changed: {} }, [fails]).problem).toEqual({ kind: 'unreadable' });
  });

  it('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(readStored(raw)).toHaveProperty('changed');
      }),
    );
  });
});
