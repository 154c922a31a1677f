import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyPatch, coverOf, DossierFull, type DossierPatch } from '../../../domain/dossier/dossier-patch.ts';
import { MOST_ENTRIES } from '../../../domain/dossier/dossier.ts';
import { arbitraryDossier, arbitraryEntry } from './arbitrary-dossier.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from './sample-dossier.ts';

const AT = '2026-11-25T09:00:00+01:00';
const NOTHING: DossierPatch = { cover: null, put: [], drop: [] };

describe('a change of a dossier', () => {
  it.each<[string, DossierPatch, Partial<typeof DOSSIER>]>([
    ['renames', { ...NOTHING, cover: { ...coverOf(DOSSIER), name: 'Messagerie' } }, { name: 'Messagerie' }],
    ['takes out', { ...NOTHING, drop: [NIMBE_ENTRY.id] }, { entries: [AUBE_ENTRY] }],
    [
      'notes',
      { ...NOTHING, put: [{ ...NIMBE_ENTRY, note: 'vu' }] },
      { entries: [{ ...NIMBE_ENTRY, note: 'vu' }, AUBE_ENTRY] },
    ],
    [
      'adds, in the order of the moments',
      { ...NOTHING, put: [{ ...AUBE_ENTRY, id: crypto.randomUUID(), addedAt: '2026-11-24T10:30:00Z' }] },
      {},
    ],
  ])('%s, one revision on', (_, patch, changed) => {
    const { dossier } = applyPatch(DOSSIER, patch, AT);
    expect(dossier).toMatchObject({ ...changed, revision: 5, changedAt: AT });
    const moments = dossier.entries.map(({ addedAt }) => Date.parse(addedAt));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });

  it('is taken back by its inverse, whatever it was, and made again by the inverse of that', () => {
    const patches = (ids: string[]) =>
      fc.record({
        cover: fc.option(arbitraryDossier.map(coverOf)),
        put: fc.array(
          fc
            .tuple(arbitraryEntry, fc.constantFrom('', ...ids))
            .map(([entry, id]) => (id === '' ? entry : { ...entry, id })),
          { maxLength: 4 },
        ),
        drop: fc.subarray(ids),
      });
    fc.assert(
      fc.property(
        arbitraryDossier.chain((dossier) =>
          fc.tuple(fc.constant(dossier), patches(dossier.entries.map(({ id }) => id))),
        ),
        ([before, patch]) => {
          const { dossier: after, inverse } = applyPatch(before, patch, AT);
          const { dossier: back, inverse: again } = applyPatch(after, inverse, AT);
          expect(back).toEqual({ ...before, revision: before.revision + 2, changedAt: AT });
          expect(applyPatch(back, again, AT).dossier).toEqual({ ...after, revision: before.revision + 3 });
        },
      ),
    );
  });

  it('leaves the dossier that it was given as it was', () => {
    const before = structuredClone(DOSSIER);
    applyPatch(DOSSIER, { cover: null, put: [{ ...AUBE_ENTRY, note: 'x' }], drop: [NIMBE_ENTRY.id] }, AT);
    expect(DOSSIER).toEqual(before);
  });

  it('fails where there would be more entries than a dossier holds', () => {
    const put = Array.from({ length: MOST_ENTRIES - 1 }, () => ({ ...AUBE_ENTRY, id: crypto.randomUUID() }));
    expect(() => applyPatch(DOSSIER, { ...NOTHING, put }, AT)).toThrow(DossierFull);
    expect(applyPatch(DOSSIER, { ...NOTHING, put: put.slice(1) }, AT).dossier.entries).toHaveLength(MOST_ENTRIES);
  });
});
