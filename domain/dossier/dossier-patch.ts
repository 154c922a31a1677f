import * as v from 'valibot';

import { DossierEntrySchema, DossierSchema, MOST_ENTRIES, type Dossier, type DossierEntry } from './dossier.ts';

/** What the buyer writes on a dossier as a whole. */
export const CoverSchema = v.pick(DossierSchema, ['name', 'reference', 'buyer', 'buyerKind', 'requirementSet', 'note']);
export type Cover = v.InferOutput<typeof CoverSchema>;

/** One change of a dossier, or the way back from one. */
export const DossierPatchSchema = v.strictObject({
  /** The cover as it is to be; null where it stays. */
  cover: v.nullable(CoverSchema),
  /** Entries to add, or to take the place of those of the same id. */
  put: v.array(DossierEntrySchema),
  /** Ids of entries to take out. */
  drop: v.array(v.string()),
});
export type DossierPatch = v.InferOutput<typeof DossierPatchSchema>;

/** More entries than a dossier holds. Nothing was changed. */
export class DossierFull extends Error {
  override readonly name = 'DossierFull';
}

/**
 * Changes a dossier, and tells how to change it back.
 * In: the dossier, the patch, the moment as an ISO date and time with its offset. Out: the dossier with its revision one
 * higher, its entries in the order in which they were added; and the patch that undoes this one. Throws DossierFull.
 */
export function applyPatch(
  dossier: Dossier,
  { cover, put, drop }: DossierPatch,
  at: string,
): { dossier: Dossier; inverse: DossierPatch } {
  const entries = new Map(dossier.entries.map((entry) => [entry.id, entry]));
  const touched = new Set([...put.map(({ id }) => id), ...drop]);
  const before = dossier.entries.filter(({ id }) => touched.has(id));
  for (const id of drop) entries.delete(id);
  for (const entry of put) entries.set(entry.id, entry);
  if (entries.size > MOST_ENTRIES) throw new DossierFull();
  return {
    dossier: {
      ...dossier,
      ...cover,
      revision: dossier.revision + 1,
      changedAt: at,
      entries: inOrderAdded([...entries.values()]),
    },
    inverse: {
      cover: cover === null ? null : coverOf(dossier),
      put: before,
      drop: put.map(({ id }) => id).filter((id) => !before.some((entry) => entry.id === id)),
    },
  };
}

/** In: a dossier. Out: what the buyer wrote on it as a whole. */
export function coverOf({ name, reference, buyer, buyerKind, requirementSet, note }: Dossier): Cover {
  return { name, reference, buyer, buyerKind, requirementSet, note };
}

/** In: entries. Out: the same by the moment of their addition, which does not depend on how they came to be. */
export function inOrderAdded(entries: readonly DossierEntry[]): DossierEntry[] {
  return entries.toSorted(
    (a, b) => Date.parse(a.addedAt) - Date.parse(b.addedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
