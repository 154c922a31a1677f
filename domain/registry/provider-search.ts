import type { Registry } from './registry.ts';
import { wordKey } from './word-list.ts';

export interface ProviderHit {
  provider: string;
  name: string;
  /** The name by which it was found, where it is not its own. */
  alias?: string;
}

/**
 * Finds providers by what somebody types or selects.
 * In: the registry, the text in any case, with or without accents, and how many to give at most. Out: those whose name or
 * any alias holds the text; whole names first, then beginnings, then the rest, each in alphabetical order.
 */
export function findProviders({ providers }: Registry, text: string, limit: number): ProviderHit[] {
  const sought = wordKey(text).trim();
  if (sought === '') return [];
  const hits = Object.values(providers).flatMap(({ id, name, aliases }) => {
    const found = [name, ...aliases.map((alias) => alias.text)]
      .map((written) => ({ written, rank: rankOf(wordKey(written), sought) }))
      .reduce((best, one) => (one.rank < best.rank ? one : best));
    if (found.rank === NONE) return [];
    const hit: ProviderHit = { provider: id, name, ...(found.written !== name && { alias: found.written }) };
    return [{ hit, rank: found.rank }];
  });
  return hits
    .sort((a, b) => a.rank - b.rank || a.hit.name.localeCompare(b.hit.name))
    .slice(0, limit)
    .map(({ hit }) => hit);
}

const NONE = 3;

function rankOf(key: string, sought: string): number {
  if (key === sought) return 0;
  if (key.startsWith(sought)) return 1;
  return key.includes(sought) ? 2 : NONE;
}
