import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * The records of a group, which its name alone leads to.
 * In: a provider and its registry. Out: the other providers that name it as their group, sorted by name.
 */
export function membersOf(provider: Provider, registry: Registry): Provider[] {
  return Object.values(registry.providers)
    .filter((member) => member.group === provider.id && member.id !== provider.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** In: a provider. Out: whether its facts stand in its members' records and not in its own. */
export function speaksThroughMembers(provider: Provider): boolean {
  return provider.kind === 'group' && provider.offerings.length === 0;
}
