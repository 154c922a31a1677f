import type { Citation, Sources } from '../domain/registry/source.ts';
import type { Registry } from '../domain/registry/registry.ts';

export interface DrawnFact {
  provider: string;
  field: string;
  /** The value as JSON. */
  value: string;
  sources: (Sources[string] & { quote?: string })[];
}

/**
 * Draws known facts at random, to be looked up again by a person through their addresses.
 * In: a registry, how many, a seed. Out: facts, the same for the same seed and registry, none twice.
 */
export function drawFacts(registry: Registry, count: number, seed: number): DrawnFact[] {
  const facts = Object.values(registry.providers).flatMap((provider) =>
    knownFacts(provider, provider.id, '', registry.sources),
  );
  let state = seed >>> 0;
  const drawn: DrawnFact[] = [];
  while (drawn.length < count && facts.length > 0) {
    // A linear congruential generator: chance enough for a draw, and the same everywhere.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    drawn.push(...facts.splice(Math.floor((state / 2 ** 32) * facts.length), 1));
  }
  return drawn;
}

function knownFacts(part: unknown, provider: string, field: string, all: Sources): DrawnFact[] {
  if (typeof part !== 'object' || part === null) return [];
  const below = Object.entries(part).flatMap(([key, value]) =>
    knownFacts(value, provider, field === '' ? key : `${field}.${key}`, all),
  );
  if (!('state' in part) || part.state !== 'known' || !('value' in part) || !('sources' in part)) return below;
  const sources = (part.sources as Citation[]).flatMap(({ source: id, quote }) => {
    const source = all[id];
    return source === undefined ? [] : [{ ...source, ...(quote !== undefined && { quote }) }];
  });
  return [{ provider, field, value: JSON.stringify(part.value), sources }, ...below];
}
