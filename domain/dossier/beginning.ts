import * as v from 'valibot';

import type { Dossier } from './dossier.ts';
import { inAlphabeticalOrder } from './entry-order.ts';
import { readDossier } from './stored-dossier.ts';

/** As many entries as are drawn first, more than a screen shows; the others follow while the reader looks at these. */
export const FIRST_ENTRIES = 10;

/** What is shown of a long dossier while the rest of it is read: evidence is never made of it. */
export interface DossierBeginning {
  /** Its cover, and the first of its entries in alphabetical order. */
  dossier: Dossier;
  /** How many entries the whole of it has. */
  entries: number;
}

const KeptSchema = v.strictObject({ dossier: v.unknown(), entries: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** In: a dossier. Out: its beginning; null where it is so short that all of it is shown at once. */
export function beginningOf(dossier: Dossier): DossierBeginning | null {
  const { entries } = dossier;
  if (entries.length <= FIRST_ENTRIES) return null;
  return {
    dossier: { ...dossier, entries: inAlphabeticalOrder(entries).slice(0, FIRST_ENTRIES) },
    entries: entries.length,
  };
}

/** In: what was kept of a beginning. Out: the beginning; null where it cannot be read, and the whole is to be. */
export function readBeginning(raw: unknown): DossierBeginning | null {
  const kept = v.safeParse(KeptSchema, raw);
  if (!kept.success) return null;
  try {
    return { dossier: readDossier(kept.output.dossier), entries: kept.output.entries };
  } catch {
    return null;
  }
}
