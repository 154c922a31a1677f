import * as v from 'valibot';

import type { Registry } from './registry.ts';

/** A name to look for: what the content script needs, and no fact. */
const IndexedNameSchema = v.strictObject({
  text: v.string(),
  provider: v.string(),
  anyCase: v.boolean(),
  /** Words that confirm and words that exclude: present on ambiguous names alone. */
  confirm: v.exactOptional(v.array(v.string())),
  exclude: v.exactOptional(v.array(v.string())),
});
export type IndexedName = v.InferOutput<typeof IndexedNameSchema>;

export const NameIndexSchema = v.strictObject({
  registryVersion: v.number(),
  names: v.array(IndexedNameSchema),
  falseFriends: v.array(v.string()),
});
export type NameIndex = v.InferOutput<typeof NameIndexSchema>;

/**
 * Draws the names to look for from a registry.
 * In: a registry. Out: its name index, sorted so that equal registries give equal bytes.
 */
export function buildNameIndex(registry: Registry): NameIndex {
  const names = Object.values(registry.providers).flatMap((provider) =>
    provider.aliases.map((alias): IndexedName => ({
      text: alias.text,
      provider: provider.id,
      anyCase: alias.case === 'any',
      ...(alias.ambiguous && { confirm: alias.ambiguous.confirm, exclude: alias.ambiguous.exclude }),
    })),
  );
  names.sort((a, b) => compare(a.text, b.text) || compare(a.provider, b.provider));
  return {
    registryVersion: registry.version,
    names,
    falseFriends: registry.falseFriends.map((friend) => friend.text).sort(compare),
  };
}

/** By code unit: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
