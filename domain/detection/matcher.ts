import type { Evidence } from '../registry/evidence.ts';
import { indexedEvidence, indexedNames, type IndexedName, type NameIndex } from '../registry/name-index.ts';
import { wordKey } from '../registry/word-list.ts';
import { patternOf } from './name-pattern.ts';
import { wordsOf, WordScanner } from './word-scanner.ts';

/** One name, or one false friend, with everything it takes to find it where its anchor stands. */
export class Entry {
  /** Those that are spelled so; empty for a false friend. */
  readonly names: readonly IndexedName[];
  /** How many words of the name come before its anchor. */
  readonly wordsBefore: number;
  /** How many UTF-16 units of the name come before its first word, as in ".NET". */
  readonly lead: number;
  readonly #text: string;
  #pattern: RegExp | undefined;

  constructor(text: string, names: readonly IndexedName[], wordsBefore: number, lead: number) {
    this.#text = text;
    this.names = names;
    this.wordsBefore = wordsBefore;
    this.lead = lead;
  }

  /** What is written at an offset when it is this name or a typographic variant of it, in any case; else undefined. */
  writtenAt(text: string, offset: number): string | undefined {
    // Most names never meet their anchor: a page that names nobody compiles no pattern.
    this.#pattern ??= new RegExp(patternOf(this.#text), 'iy');
    this.#pattern.lastIndex = offset;
    return this.#pattern.exec(text)?.[0];
  }
}

/** The name index, compiled once. */
export interface Matcher {
  /** Finds anchors: of each name its longest word. What may stand there, longest name first. */
  anchors: WordScanner<readonly Entry[]>;
  /** What speaks for any ambiguous name. */
  evidence: Evidence;
}

/**
 * Compiles a name index for searching.
 * In: a name index. Out: a matcher; the caller keeps it, since compiling is the dear part.
 */
export function compileMatcher(index: NameIndex): Matcher {
  const spellings = Map.groupBy(indexedNames(index), (name) => wordKey(name.text));
  const found = new Map([...spellings].map(([key, names]) => [key, { text: mostAccented(names), names }]));
  for (const text of index.falseFriends) found.set(wordKey(text), { text, names: [] });

  const anchors = new Map<string, Entry[]>();
  for (const [, { text, names }] of [...found].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    const words = wordsOf(text);
    const anchor = words.reduce(
      (best, { word }, place) => (word.length > (words[best]?.word.length ?? 0) ? place : best),
      0,
    );
    const word = words[anchor]?.word;
    if (word === undefined) continue;
    const entry = new Entry(text, names, anchor, words[0]?.offset ?? 0);
    const known = anchors.get(word);
    if (known === undefined) anchors.set(word, [entry]);
    else known.push(entry);
  }
  return { anchors: new WordScanner(anchors), evidence: indexedEvidence(index) };
}

/** Spellings of one key may differ in accents: a pattern made from one that has them matches those that have none. */
function mostAccented(names: readonly IndexedName[]): string {
  const accented = names.find(({ text }) => /[^\p{ASCII}]/u.test(text)) ?? names[0];
  return accented?.text ?? '';
}
