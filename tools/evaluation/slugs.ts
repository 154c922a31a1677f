import type { Registry } from '../../domain/registry/registry.ts';
import { wordKey } from '../../domain/registry/word-list.ts';
import type { GoldMention } from './corpus.ts';

/** How the names of a gold file relate to the records of the registry. */
export interface Slugs {
  /** Whether the registry holds the company that a gold mention names. */
  isHeld: (gold: GoldMention) => boolean;
  /** Whether a gold mention and a found provider are the same, or of the same group. */
  agree: (gold: GoldMention, provider: string) => boolean;
  /** The registry's id for a gold mention; its own slug when the registry does not hold it. */
  providerOf: (gold: GoldMention) => string;
  /** Whether a name as written is ambiguous in the registry. */
  isAmbiguous: (text: string) => boolean;
}

/**
 * Relates slugs to records: by id, else by name ("azure" is an alias of microsoft-azure), else by the slug's first words
 * ("inetum-gfi"), an ambiguous name never by a part of the slug ("aruba-networks" is not Aruba).
 * In: the registry, and the family of each slug where the corpus gives one. Out: the relations.
 */
export function createSlugs(registry: Registry, families: Readonly<Record<string, string>>): Slugs {
  const byName = new Map<string, { id: string; ambiguous: boolean }>();
  const ambiguous = new Set<string>();
  for (const provider of Object.values(registry.providers)) {
    for (const alias of provider.aliases) {
      byName.set(slugOf(alias.text), { id: provider.id, ambiguous: alias.ambiguous !== undefined });
      if (alias.ambiguous !== undefined) ambiguous.add(wordKey(alias.text));
    }
  }
  const resolve = (slug: string): string | undefined => {
    const words = slug.split('-');
    for (let count = words.length; count > 0; count -= 1) {
      const part = words.slice(0, count).join('-');
      if (part in registry.providers) return part;
      const named = byName.get(part);
      if (named !== undefined && (count === words.length || !named.ambiguous)) return named.id;
    }
    return undefined;
  };
  const groupOf = (provider: string | undefined) =>
    provider === undefined ? undefined : (registry.providers[provider]?.group ?? provider);
  /** The groups of every slug of a family: "open-telekom-cloud" and "t-systems" are both of "deutsche-telekom". */
  const groupsOfFamily = (family: string) => [
    groupOf(resolve(family)),
    ...Object.keys(families)
      .filter((slug) => families[slug] === family)
      .map((slug) => groupOf(resolve(slug))),
  ];
  /** Groups under which a gold slug can be met: its own record's, and its family's. */
  const groupsOf = (slug: string) =>
    new Set([groupOf(resolve(slug)), ...(families[slug]?.split('+') ?? []).flatMap(groupsOfFamily)]);

  return {
    isHeld: (gold) => resolve(gold.provider) !== undefined,
    providerOf: (gold) => resolve(gold.provider) ?? gold.provider,
    agree: (gold, provider) => resolve(gold.provider) === provider || groupsOf(gold.provider).has(groupOf(provider)),
    isAmbiguous: (text) => ambiguous.has(wordKey(text)),
  };
}

/** "T-Systems" and "1&1 IONOS" as a slug writes them. */
function slugOf(name: string): string {
  return wordKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
