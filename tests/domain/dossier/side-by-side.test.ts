import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DossierEntry } from '../../../domain/dossier/dossier.ts';
import { entryName, inAlphabeticalOrder } from '../../../domain/dossier/entry-order.ts';
import { MOST_BESIDE, sideBySide } from '../../../domain/dossier/side-by-side.ts';
import { nimbeOnceIt } from '../../components/sample-assessment.ts';
import { arbitraryEntry } from './arbitrary-dossier.ts';
import { AUBE_ENTRY, CHECKLIST, NIMBE_ENTRY } from './sample-dossier.ts';

const named = (name: string, entry = AUBE_ENTRY): DossierEntry => ({
  ...entry,
  id: crypto.randomUUID(),
  assessment: { ...entry.assessment, name },
});

describe('the order of entries', () => {
  it.each([
    ['accents and case', ['Étoile', 'azur', 'Zénith', 'eclair'], ['azur', 'eclair', 'Étoile', 'Zénith']],
    ['numbers', ['Cloud 10', 'Cloud 9'], ['Cloud 9', 'Cloud 10']],
  ])('is alphabetical: %s', (_, names, sorted) => {
    expect(inAlphabeticalOrder(names.map((name) => named(name))).map(entryName)).toEqual(sorted);
  });

  it('names the offering that an entry is about', () => {
    expect(entryName({ ...NIMBE_ENTRY, offering: { id: 'disque', name: 'Nimbe Disque' } })).toBe(
      'Nimbe · Nimbe Disque',
    );
  });
});

describe('entries side by side', () => {
  it.each([0, 1, MOST_BESIDE + 1])('are never %i', (count) => {
    expect(() => sideBySide(Array.from({ length: count }, (_, place) => named(`N${place}`)))).toThrow(RangeError);
  });

  it('have the same rows in the same order, whoever they are and however they came', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { minLength: 2, maxLength: MOST_BESIDE }), (entries) => {
        const { columns, rows } = sideBySide(entries);
        expect(columns.map(({ name }) => name)).toEqual(inAlphabeticalOrder(entries).map(entryName));
        expect(rows.slice(0, 5).map(({ id }) => id)).toEqual([
          'legal-entity',
          'status',
          'location',
          'law',
          'qualification',
        ]);
        for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
      }),
    );
  });

  it('say which rows differ', () => {
    const differs = (one: DossierEntry, other: DossierEntry) =>
      sideBySide([one, other])
        .rows.filter((row) => row.differs)
        .map(({ id }) => id);
    expect(differs(NIMBE_ENTRY, { ...NIMBE_ENTRY, id: AUBE_ENTRY.id })).toEqual([]);
    expect(differs(NIMBE_ENTRY, AUBE_ENTRY)).toEqual([
      'legal-entity',
      'status',
      'location',
      'law',
      'qualification',
      'rgpd-chapitre-5 in-eea',
      'rgpd-chapitre-5 support',
    ]);
    expect(differs(NIMBE_ENTRY, { ...NIMBE_ENTRY, assessment: nimbeOnceIt('closed', { on: '2020' }) })).toEqual([
      'status',
    ]);
  });

  it('have what is asked point by point, with its receipts; nothing is made up where it was not asked', () => {
    const { rows } = sideBySide([NIMBE_ENTRY, AUBE_ENTRY]);
    const asked = rows.filter((row) => row.kind === 'requirement');
    expect(asked.map(({ text }) => text)).toEqual(CHECKLIST.rows.map(({ text }) => text));
    // Aube comes first.
    expect(asked.map(({ cells }) => cells)).toEqual(CHECKLIST.rows.map((row) => [null, row]));
  });

  it('keep two sets apart', () => {
    const other: DossierEntry = { ...AUBE_ENTRY, checklist: { ...CHECKLIST, set: 'other' } };
    expect(sideBySide([NIMBE_ENTRY, other]).rows.filter(({ kind }) => kind === 'requirement')).toHaveLength(4);
  });
});
