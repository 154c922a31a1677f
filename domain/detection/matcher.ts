import type { IndexedName, NameIndex } from '../registry/name-index.ts';
import { keyOf, patternOf } from './name-pattern.ts';

/** The name index, compiled once. */
export interface Matcher {
  /** One alternation over all names, longest first; global, so each use sets `lastIndex`. */
  candidates: RegExp;
  names: ReadonlyMap<string, readonly IndexedName[]>;
  falseFriends: ReadonlySet<string>;
}

/**
 * Compiles a name index for searching.
 * In: a name index. Out: a matcher; the caller keeps it, since compiling is the dear part.
 */
export function compileMatcher(index: NameIndex): Matcher {
  const names = new Map<string, IndexedName[]>();
  for (const name of index.names) {
    const key = keyOf(name.text);
    names.set(key, [...(names.get(key) ?? []), name]);
  }
  const falseFriends = new Set(index.falseFriends.map(keyOf));
  const texts = [...index.names.map((name) => name.text), ...index.falseFriends];
  // An alternation takes the first branch that fits: longest first gives the longest name.
  const patterns = [...new Set(texts.map(patternOf))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // A pattern that cannot match stands for an empty index: an empty alternation would match everywhere.
  const source = patterns.length === 0 ? '(?!)' : patterns.join('|');
  return { candidates: new RegExp(source, 'gi'), names, falseFriends };
}
