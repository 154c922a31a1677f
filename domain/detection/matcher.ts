import type { Evidence } from '../registry/evidence.ts';
import { indexedNames, type IndexedName, type NameIndex } from '../registry/name-index.ts';
import { wordKey } from '../registry/word-list.ts';
import { anchorsOf } from './anchor.ts';
import { patternOf } from './name-pattern.ts';

/** One name, or one false friend, with everything it takes to find it where its anchor stands. */
export interface Entry {
  /** Sticky: tried at one place only. Matches the name and its typographic variants, in any case. */
  pattern: RegExp;
  /** Those that are spelled so; empty for a false friend. */
  names: readonly IndexedName[];
}

/** The name index, compiled once. */
export interface Matcher {
  /**
   * The anchors of all names as one alternation of plain words: the only form of a large RegExp that V8 and SpiderMonkey
   * run at memory speed. A class or a quantifier inside a branch makes it fifty times slower.
   */
  anchors: RegExp;
  /** What may stand at an anchor, longest first, by the anchor in lower case and how far into the name it begins. */
  entries: ReadonlyMap<string, readonly { entry: Entry; offset: number }[]>;
  /** What speaks for any ambiguous name. */
  evidence: Evidence;
}

/**
 * Compiles a name index for searching.
 * In: a name index. Out: a matcher; the caller keeps it, since compiling is the dear part.
 */
export function compileMatcher(index: NameIndex): Matcher {
  const spellings = Map.groupBy(indexedNames(index), (name) => wordKey(name.text));
  const texts = new Map<string, string>(index.falseFriends.map((text) => [wordKey(text), text]));
  for (const [key, [name]] of spellings) if (name !== undefined && !texts.has(key)) texts.set(key, name.text);

  const entries = new Map<string, { entry: Entry; offset: number }[]>();
  const falseFriends = new Set(index.falseFriends.map(wordKey));
  for (const [key, text] of [...texts].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    const names = falseFriends.has(key) ? [] : (spellings.get(key) ?? []);
    // Spellings of one key may differ in accents: the pattern is made from one that has them.
    const accented = names.find((name) => wordKey(name.text) !== name.text.toLowerCase())?.text ?? text;
    const entry = { pattern: new RegExp(patternOf(accented), 'iy'), names };
    for (const { word, offset } of anchorsOf(accented)) {
      const known = entries.get(word) ?? [];
      known.push({ entry, offset });
      entries.set(word, known);
    }
  }
  const words = [...entries.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  // A pattern that cannot match stands for an empty index: an empty alternation would match everywhere.
  const alternation =
    words.length === 0 ? '(?!)' : words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return { anchors: new RegExp(`\\b(?:${alternation})\\b`, 'gi'), entries, evidence: index.evidence };
}
