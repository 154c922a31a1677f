import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { beginningOf, FIRST_ENTRIES, readBeginning } from '../../../domain/dossier/beginning.ts';
import type { Dossier } from '../../../domain/dossier/dossier.ts';
import { inAlphabeticalOrder } from '../../../domain/dossier/entry-order.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from './sample-dossier.ts';

const dossierOf = (places: readonly number[]): Dossier => ({
  ...DOSSIER,
  entries: places.map((place, position) => ({
    ...(place % 2 === 0 ? AUBE_ENTRY : NIMBE_ENTRY),
    id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    offering: { id: `offre-${place}`, name: `Offre ${place}` },
  })),
});

describe('the beginning of a dossier', () => {
  it('is that of a long dossier alone', () => {
    const places = Array.from({ length: FIRST_ENTRIES + 1 }, (_, place) => place);
    expect(beginningOf(dossierOf(places.slice(1)))).toBeNull();
    expect(beginningOf(dossierOf(places))?.entries).toBe(FIRST_ENTRIES + 1);
  });

  it('draws first what the whole draws first, and is read back as it was kept', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999), { minLength: FIRST_ENTRIES + 1, maxLength: 40 }), (places) => {
        const dossier = dossierOf(places);
        const read = readBeginning(structuredClone(beginningOf(dossier)));
        expect(read?.entries).toBe(places.length);
        expect(inAlphabeticalOrder(read?.dossier.entries ?? [])).toEqual(
          inAlphabeticalOrder(dossier.entries).slice(0, FIRST_ENTRIES),
        );
        expect({ ...read?.dossier, entries: [] }).toEqual({ ...dossier, entries: [] });
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['another shape', { dossier: DOSSIER }],
    ['one of a newer version', { dossier: { ...DOSSIER, format: 99 }, entries: 50 }],
    ['a damaged one', { dossier: { ...DOSSIER, entries: [{}] }, entries: 50 }],
  ])('gives way to the whole: %s', (_, raw) => {
    expect(readBeginning(raw)).toBeNull();
  });
});
