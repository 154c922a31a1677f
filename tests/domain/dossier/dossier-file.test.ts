import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DOSSIER_FORMAT } from '../../../domain/dossier/dossier.ts';
import {
  LONGEST_DOSSIER_FILE,
  readDossierFile,
  UnreadableDossierFile,
  writeDossierFile,
} from '../../../domain/dossier/dossier-file.ts';
import { exportDossier } from '../../../domain/dossier/export/formats.ts';
import { DOSSIER_MIGRATIONS, readDossier, UnreadableDossier } from '../../../domain/dossier/stored-dossier.ts';
import { writeSettingsFile } from '../../../domain/settings/settings-file.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { messagesOf } from '../../messages-of.ts';
import { arbitraryDossier } from './arbitrary-dossier.ts';
import { DOSSIER } from './sample-dossier.ts';

const WHOLE = writeDossierFile(DOSSIER);

function problemOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof UnreadableDossierFile || error instanceof UnreadableDossier) return error.problem;
    throw error;
  }
}

describe('the file of a dossier', () => {
  it('is read back identical', () => {
    fc.assert(
      fc.property(arbitraryDossier, (dossier) => {
        expect(readDossierFile(writeDossierFile(dossier))).toEqual(dossier);
      }),
    );
  });

  it('is what the export to JSON writes', async () => {
    const at = '2026-11-24T11:30:00+01:00';
    const { bytes } = await exportDossier(DOSSIER, 'json', { wording: createWording(messagesOf('fr')), at });
    expect(readDossierFile(new TextDecoder().decode(bytes))).toEqual(DOSSIER);
  });

  it('may come with a byte order mark and other spaces', () => {
    expect(readDossierFile(`\uFEFF${JSON.stringify(DOSSIER)}\r\n`)).toEqual(DOSSIER);
  });

  it.each([
    ['nothing', ' \n', 'empty'],
    ['a text', 'bonjour', 'not-json'],
    ['a page', '<!doctype html><p>404', 'not-json'],
    ['half of it', WHOLE.slice(0, WHOLE.length / 2), 'truncated'],
    ['all but its last sign', WHOLE.trimEnd().slice(0, -1), 'truncated'],
    ['a list', '[]', 'not-ours'],
    ['another program’s JSON', '{"entries":[]}', 'not-ours'],
    ['settings', writeSettingsFile({ theme: 'dark' }), 'not-ours'],
    ['one of a newer Ancrage', JSON.stringify({ ...DOSSIER, format: DOSSIER_FORMAT + 1, more: true }), 'newer'],
    ['one without its name', JSON.stringify({ ...DOSSIER, name: undefined }), 'unreadable'],
    ['one with a field more', JSON.stringify({ ...DOSSIER, more: true }), 'unreadable'],
    ['one with a broken entry', WHOLE.replace('"standing": "full"', '"standing": "green"'), 'unreadable'],
    ['50 MB', 'x'.repeat(50_000_000), 'too-large'],
    ['more than the most', ' '.repeat(LONGEST_DOSSIER_FILE + 1), 'too-large'],
  ])('that is %s is said to be so', (_, text, problem) => {
    expect(problemOf(() => readDossierFile(text))).toBe(problem);
  });

  it('says which part cannot be read', () => {
    const broken = WHOLE.replace('"standing": "full"', '"standing": "green"');
    expect(() => readDossierFile(broken)).toThrow('entries.0.assessment.axes.0.standing');
  });

  it('cut anywhere is refused, never read in part', () => {
    fc.assert(
      fc.property(fc.nat(WHOLE.trimEnd().length - 1), (length) => {
        expect(['truncated', 'not-json', 'empty']).toContain(problemOf(() => readDossierFile(WHOLE.slice(0, length))));
      }),
    );
  });

  it('never makes reading fail otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(problemOf(() => readDossierFile(text))).not.toBe('none');
      }),
    );
  });
});

describe.each(Array.from({ length: DOSSIER_FORMAT }, (_, place) => place + 1))(
  'a dossier kept in format %i',
  (format) => {
    const file = join(import.meta.dirname, `golden/dossier-${format}.json`);

    it('has a golden example', () => {
      expect(existsSync(file)).toBe(true);
    });

    it('is read by this version', () => {
      const { kept, read } = JSON.parse(readFileSync(file, 'utf8')) as { kept: { format: number }; read: object };
      expect(kept.format).toBe(format);
      expect(readDossier(kept)).toEqual(read);
    });
  },
);

describe('a kept dossier', () => {
  it('has one migration between each format and the next', () => {
    expect(DOSSIER_MIGRATIONS).toHaveLength(DOSSIER_FORMAT - 1);
  });

  it('is migrated from its format on, and no further back', () => {
    const seen: string[] = [];
    const step = (name: string) => (kept: Record<string, unknown>) => {
      seen.push(name);
      return { ...kept, format: DOSSIER_FORMAT };
    };
    expect(readDossier({ ...DOSSIER, format: 2 }, [step('one'), step('two')])).toEqual(DOSSIER);
    expect(seen).toEqual(['two']);
  });

  it('that its migration cannot read is said to be unreadable', () => {
    const fails = () => {
      throw new TypeError('no');
    };
    expect(problemOf(() => readDossier(DOSSIER, [fails]))).toBe('unreadable');
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['without a format', { ...DOSSIER, format: undefined }],
  ])('that is %s is said to be unreadable', (_, raw) => {
    expect(problemOf(() => readDossier(raw))).toBe('unreadable');
  });
});
