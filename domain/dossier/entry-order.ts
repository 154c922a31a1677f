import type { DossierEntry } from './dossier.ts';

/** In: an entry. Out: what it is about, as it is named: the provider, and its offering where it is about one alone. */
export function entryName({ assessment, offering }: Pick<DossierEntry, 'assessment' | 'offering'>): string {
  return offering === undefined ? assessment.name : `${assessment.name} · ${offering.name}`;
}

/** In: entries. Out: the same in alphabetical order, the only one that says nothing of them. */
export function inAlphabeticalOrder(entries: readonly DossierEntry[]): DossierEntry[] {
  const { compare } = new Intl.Collator('fr', { numeric: true });
  return entries.toSorted((a, b) => compare(entryName(a), entryName(b)) || compare(a.addedAt, b.addedAt));
}
