import type { Evidence } from '../registry/evidence.ts';
import {
  indexedEvidence,
  indexedNames,
  NO_EVIDENCE,
  type IndexedName,
  type NameEvidence,
  type NameList,
} from '../registry/name-index.ts';
import { wordKey } from '../registry/word-list.ts';
import { patternOf } from './name-pattern.ts';
import { classAt, wordsOf, WordScanner } from './word-scanner.ts';

/** One name, or one false friend, with everything it takes to find it where its anchor stands. */
export class Entry {
  /** Those that are spelled so; empty for a false friend. */
  readonly names: readonly IndexedName[];
  /** How many words of the name come before its anchor. */
  readonly wordsBefore: number;
  /** How many UTF-16 units of the name come before its first word, as in ".NET". */
  readonly lead: number;
  readonly #text: string;
  /** The classes of the letters that end the word before the anchor and begin the word after it; 0 where there is none. */
  readonly before: number;
  readonly after: number;
  /** The sign that follows the anchor at once, as in "1&1"; null where something with variants does. */
  readonly sign: string | null;
  /** Whether it takes its surroundings to judge. */
  readonly isAmbiguous: boolean;
  #pattern: RegExp | undefined;

  /** In: the name; those that are spelled so; its words, and which of them is its anchor. */
  constructor(text: string, names: readonly IndexedName[], words: readonly Word[], anchor: number) {
    this.#text = text;
    this.names = names;
    this.wordsBefore = anchor;
    this.lead = words[0]?.offset ?? 0;
    this.before = classAt(words[anchor - 1]?.word.at(-1) ?? '', 0);
    this.after = classAt(words[anchor + 1]?.word ?? '', 0);
    const { word, offset } = words[anchor] as Word;
    this.sign = /^[&.,/@_]/.exec(text.slice(offset + word.length))?.[0] ?? null;
    this.isAmbiguous = names.some(({ context }) => context !== undefined);
  }

  /** Whether the words beside an anchor end and begin as those of this name do: few entries are worth their expression. */
  isBetween(before: number, after: number): boolean {
    return (this.before === 0 || this.before === before) && (this.after === 0 || this.after === after);
  }

  /** What is written at an offset when it is this name or a typographic variant of it, in any case; else undefined. */
  writtenAt(text: string, offset: number): string | undefined {
    // Most names never meet their anchor: a page that names nobody compiles no pattern.
    this.#pattern ??= new RegExp(patternOf(this.#text), 'iy');
    this.#pattern.lastIndex = offset;
    return this.#pattern.exec(text)?.[0];
  }
}

type Word = ReturnType<typeof wordsOf>[number];

interface Spelling {
  text: string;
  names: readonly IndexedName[];
  words: readonly Word[];
}

/** The name index, compiled once. */
export interface Matcher {
  /** Finds anchors: of each name its most telling word. What may stand there, longest name first. */
  anchors: WordScanner<readonly Entry[]>;
  /** What speaks for any ambiguous name. */
  evidence: Evidence;
}

/**
 * Compiles a name index for searching.
 * In: a name index, or its names alone. Out: a matcher; the caller keeps it, since compiling is the dear part. Made of names
 * alone, it cannot judge an ambiguous one, and says so when it meets one.
 */
export function compileMatcher(index: NameList & Partial<NameEvidence>): Matcher {
  const spellings = Map.groupBy(indexedNames(index), (name) => wordKey(name.text));
  const found = new Map([...spellings].map(([key, names]) => [key, { text: mostAccented(names), names }]));
  for (const text of index.falseFriends) found.set(wordKey(text), { text, names: [] });

  const split = [...found.values()].map((spelling) => ({ ...spelling, words: wordsOf(spelling.text) }));
  const ranks = anchorRanks(split);
  const rankOf = (word: Word | undefined) => ranks.get(word?.word ?? '') ?? 0;
  const anchors = new Map<string, Entry[]>();
  for (const { text, names, words } of split.sort(
    (a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
  )) {
    const anchor = words.reduce((best, word, place) => (rankOf(word) > rankOf(words[best]) ? place : best), 0);
    const word = words[anchor]?.word;
    if (word === undefined) continue;
    const entry = new Entry(text, names, words, anchor);
    const known = anchors.get(word);
    if (known === undefined) anchors.set(word, [entry]);
    else known.push(entry);
  }
  return { anchors: new WordScanner(anchors), evidence: indexedEvidence({ ...NO_EVIDENCE, ...index }) };
}

/** Shorter words are rather articles and particles. */
const SHORTEST_ANCHOR = 4;
/** More than any trait of an anchor counts. */
const MOST = 1000;

/**
 * Which word of a name to look for: the first one that is a name by itself, since the search stops there anyway; else a long one that
 * few providers share ("Amazon" rather than "Services", which stands on every page), and many names of theirs.
 * Out: a rank for each word; the higher, the better.
 */
function anchorRanks(spellings: readonly Spelling[]): Map<string, number> {
  const uses = new Map<string, { alone: boolean; providers: Set<string>; names: number }>();
  for (const { names, words } of spellings) {
    for (const { word } of words) {
      const use = uses.get(word) ?? { alone: false, providers: new Set(), names: 0 };
      uses.set(word, use);
      use.alone ||= words.length === 1;
      use.names += 1;
      for (const { provider } of names) use.providers.add(provider);
    }
  }
  const ranks = new Map<string, number>();
  for (const [word, { alone, providers, names }] of uses) {
    // The first trait that differs decides: each weighs more than all that follow.
    const traits = alone
      ? [1, 0, 0, 0, 0]
      : [0, Number(word.length >= SHORTEST_ANCHOR), MOST - providers.size, names, word.length];
    ranks.set(
      word,
      traits.reduce((rank, trait) => rank * MOST + Math.min(trait, MOST - 1), 0),
    );
  }
  return ranks;
}

/**
 * The letters that end the word before an anchor and begin the word after it.
 * In: a text and where the anchor stands in it. Out: their classes; 0 where the text ends.
 */
export function lettersBeside(text: string, start: number, end: number): [before: number, after: number] {
  let before = start - 1;
  while (before >= 0 && classAt(text, before) === 0) before -= 1;
  let after = end;
  while (after < text.length && classAt(text, after) === 0) after += 1;
  return [classAt(text, before), classAt(text, after)];
}

/** Spellings of one key may differ in accents: a pattern made from one that has them matches those that have none. */
function mostAccented(names: readonly IndexedName[]): string {
  const accented = names.find(({ text }) => /[^\p{ASCII}]/u.test(text)) ?? names[0];
  return accented?.text ?? '';
}
