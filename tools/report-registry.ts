import type { Fact, Provenance } from '../domain/registry/fact.ts';
import { addDays, endOf } from '../domain/registry/period.ts';
import type { Provider } from '../domain/registry/provider.ts';
import type { Registry } from '../domain/registry/registry.ts';
import { citationsIn } from './assemble-registry.ts';

const STATES = ['known', 'contested', 'unknown', 'not-reviewed', 'not-applicable'] as const;
type State = (typeof STATES)[number];

export interface AxisStates {
  id: string;
  location: State;
  law: State;
  qualification: State;
}

export interface Report {
  version: number;
  date: string;
  providers: number;
  facts: { known: number; contested: number; unknown: number; notReviewed: number; notApplicable: number };
  /** Known facts that cite no public https address; the schema refuses them, and this counts them again. */
  knownWithoutPublicSource: number;
  sources: number;
  byProvenance: Record<string, number>;
  axes: Record<'location' | 'law' | 'qualification', Record<State, number>>;
  /** Share of the priority providers' axes that are known or honestly unknown, from 0 to 1. */
  prioritySettled: number;
  priority: AxisStates[];
  olderThanMonths: Record<'6' | '12' | '24', number>;
  endingWithin90Days: { provider: string; offering: string; scheme: string; until: string }[];
}

/**
 * Counts what the registry knows and does not.
 * In: a registry, an ISO day, the ids of the priority providers. Out: the coverage.
 */
export function reportRegistry(registry: Registry, day: string, priority: readonly string[]): Report {
  const providers = Object.values(registry.providers);
  const facts = providers.flatMap((provider) => factsIn(provider));
  const count = (state: State) => facts.filter((fact) => fact.state === state).length;
  const stated = facts.filter((fact) => fact.state === 'known' || fact.state === 'contested');
  const states = new Map(providers.map((provider) => [provider.id, axisStates(provider, registry)]));
  const chosen = priority.flatMap((id) => states.get(id) ?? []);
  const settled = chosen
    .flatMap((row) => [row.location, row.law, row.qualification])
    .filter((state) => state !== 'not-reviewed');
  return {
    version: registry.version,
    date: registry.date,
    providers: providers.length,
    facts: {
      known: count('known'),
      contested: count('contested'),
      unknown: count('unknown'),
      notReviewed: count('not-reviewed'),
      notApplicable: count('not-applicable'),
    },
    knownWithoutPublicSource: stated.filter(
      (fact) => !fact.sources.some(({ source }) => registry.sources[source]?.url.startsWith('https://') === true),
    ).length,
    sources: Object.keys(registry.sources).length,
    byProvenance: tally(stated.map((fact) => fact.provenance)),
    axes: {
      location: tallyStates([...states.values()].map((row) => row.location)),
      law: tallyStates([...states.values()].map((row) => row.law)),
      qualification: tallyStates([...states.values()].map((row) => row.qualification)),
    },
    prioritySettled: chosen.length === 0 ? 0 : settled.length / (3 * chosen.length),
    priority: chosen,
    olderThanMonths: {
      6: olderThan(stated, day, 6),
      12: olderThan(stated, day, 12),
      24: olderThan(stated, day, 24),
    },
    endingWithin90Days: endingSoon(providers, day),
  };
}

/** The state of each axis of a provider: the best of its facts, a group's through its members. */
function axisStates(provider: Provider, registry: Registry): AxisStates {
  const members = Object.values(registry.providers).filter((member) => member.group === provider.id);
  const offerings = (provider.offerings.length > 0 ? [provider] : members).flatMap((record) => record.offerings);
  return {
    id: provider.id,
    location: best(offerings.map((offering) => offering.location.storage)),
    law: best([provider.exposures]),
    qualification: best(offerings.flatMap((offering) => offering.qualifications)),
  };
}

function best(facts: readonly { state: State }[]): State {
  return STATES.find((state) => facts.some((fact) => fact.state === state)) ?? 'not-reviewed';
}

type Stated = Extract<Fact<unknown>, { state: 'known' | 'contested' }>;

/** Every fact of a provider, however deep. A qualification's or a status's own state is none of the five. */
function factsIn(part: unknown): Fact<unknown>[] {
  if (Array.isArray(part)) return part.flatMap(factsIn);
  if (part === null || typeof part !== 'object') return [];
  const { state } = part as { state?: State };
  const isFact = state !== undefined && STATES.includes(state);
  const below = Object.values(part).flatMap(factsIn);
  return isFact ? [part as Fact<unknown>, ...below] : below;
}

function tally(provenances: Provenance[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const provenance of provenances) counts[provenance] = (counts[provenance] ?? 0) + 1;
  return counts;
}

function tallyStates(states: State[]): Record<State, number> {
  return Object.fromEntries(STATES.map((state) => [state, states.filter((other) => other === state).length])) as Record<
    State,
    number
  >;
}

/** A fact is as old as the latest day on which one of its sources was checked. */
function olderThan(facts: Stated[], day: string, months: number): number {
  const limit = new Date(`${day}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  const before = limit.toISOString().slice(0, 10);
  return facts.filter((fact) => citationsIn(fact).every((citation) => citation.checkedOn < before)).length;
}

function endingSoon(providers: Provider[], day: string): Report['endingWithin90Days'] {
  const limit = addDays(day, 90);
  return providers
    .flatMap((provider) =>
      provider.offerings.flatMap((offering) =>
        offering.qualifications.flatMap((fact) => {
          if (!('value' in fact) || fact.value.until === undefined) return [];
          const until = endOf(fact.value.until);
          return until >= day && until <= limit
            ? [{ provider: provider.id, offering: offering.name, scheme: fact.value.scheme, until }]
            : [];
        }),
      ),
    )
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}
