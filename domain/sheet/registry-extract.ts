import { membersOf } from '../assessment/group.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * Cuts out of a registry what one provider's sheet needs, so that the rest need not cross to another page.
 * In: a registry and a provider's id. Out: a registry of the same version that holds the provider, its group and its
 * successor with their members, and the sources they cite; null where the registry does not hold it.
 */
export function extractProvider(registry: Registry, id: string): Registry | null {
  const provider = registry.providers[id];
  if (provider === undefined) return null;
  const { status } = provider;
  const successor = status.state === 'known' || status.state === 'contested' ? status.value.successor : undefined;
  const others = [provider.group, successor].flatMap((other) =>
    other === undefined ? [] : (registry.providers[other] ?? []),
  );
  // A group's own record speaks of all its members.
  const kept = [provider, ...others].flatMap((one) => [one, ...membersOf(one, registry)]);
  const extract = {
    ...registry,
    providers: Object.fromEntries(kept.map((one) => [one.id, one])),
    falseFriends: [],
  };
  const cited = new Set(sourcesCited({ ...extract, sources: {} }));
  const sources = Object.entries(registry.sources).filter(([source]) => cited.has(source));
  return { ...extract, sources: Object.fromEntries(sources) };
}

function sourcesCited(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesCited);
  if (typeof value !== 'object' || value === null) return [];
  if ('source' in value && typeof value.source === 'string') return [value.source];
  return Object.values(value).flatMap(sourcesCited);
}
