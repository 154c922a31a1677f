import { assess } from '../assessment/assess.ts';
import type { Offering } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { checkRequirements } from '../requirements/check-requirements.ts';
import type { BundledRequirements } from '../requirements/requirement-set.ts';
import type { Dossier, DossierEntry } from './dossier.ts';

/** What facts are read from, as of when, and what they are held against. */
export interface FactsInForce {
  registry: Registry;
  requirements: BundledRequirements;
  /** The ISO day as of which they are weighed. */
  day: string;
}

type Facts = Pick<DossierEntry, 'provider' | 'offering' | 'registry' | 'assessment' | 'checklist'>;

/**
 * Weighs a provider, or one of its offerings, for a dossier.
 * In: its id, the id of an offering, the facts in force, and the dossier's requirement set and kind of buyer. Out: the
 * facts, which no longer depend on the registry; null for a provider or an offering that the registry does not hold.
 */
export function freezeFacts(
  { provider: id, offering: offeringId }: { provider: string; offering?: string | undefined },
  { registry, requirements, day }: FactsInForce,
  { requirementSet, buyerKind }: Pick<Dossier, 'requirementSet' | 'buyerKind'>,
): Facts | null {
  const provider = registry.providers[id];
  const offering = provider?.offerings.find((one) => one.id === offeringId);
  if (provider === undefined || (offeringId !== undefined && offering === undefined)) return null;
  const set = requirements.sets.find((one) => one.id === requirementSet);
  return {
    provider: id,
    ...(offering !== undefined && { offering: { id: offering.id, name: offering.name } }),
    registry: { version: registry.version, date: registry.date },
    assessment: assess(provider, day, registry, offering),
    ...(set !== undefined && {
      checklist: checkRequirements(set, requirements, buyerKind, provider, day, registry, offering),
    }),
  };
}

/**
 * Takes an entry's facts from the registry in force; its note, its page and its id stay.
 * In: the entry, the facts in force, its dossier, the moment. Out: the entry; null where the registry no longer holds it.
 */
export function freezeAgain(
  entry: DossierEntry,
  inForce: FactsInForce,
  dossier: Pick<Dossier, 'requirementSet' | 'buyerKind'>,
  at: string,
): DossierEntry | null {
  const facts = freezeFacts({ provider: entry.provider, offering: entry.offering?.id }, inForce, dossier);
  if (facts === null) return null;
  const { id, page, note } = entry;
  return { id, addedAt: at, ...(page !== undefined && { page }), note, ...facts };
}

/**
 * Holds an entry against another requirement set, or for another kind of buyer. Its frozen facts do not change: what the
 * registry of another version says is not said of them.
 * In: the entry, the facts in force, its dossier as it is to be. Out: the entry with the checklist asked; without any where
 * none is asked, or where the registry in force is not the one that its facts come from.
 */
export function checkAgain(
  entry: DossierEntry,
  inForce: FactsInForce,
  dossier: Pick<Dossier, 'requirementSet' | 'buyerKind'>,
): DossierEntry {
  const { checklist: _, ...bare } = entry;
  if (dossier.requirementSet === null || inForce.registry.version !== entry.registry.version) return bare;
  const day = latest(entry.addedAt.slice(0, 10), entry.registry.date);
  const facts = freezeFacts({ provider: entry.provider, offering: entry.offering?.id }, { ...inForce, day }, dossier);
  return facts?.checklist === undefined ? bare : { ...bare, checklist: facts.checklist };
}

/** In: two ISO days. Out: the later one. */
function latest(one: string, other: string): string {
  return one > other ? one : other;
}

/** In: a provider. Out: the offerings that an entry can be about, by name. */
export function offeringChoices({ offerings }: Provider): Pick<Offering, 'id' | 'name'>[] {
  return offerings.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
