/**
 * The class of a UTF-16 unit: 0 for what is no part of a word, 1 to 36 for letters (accents and case aside) and digits,
 * 37 for letters of other scripts, which bound a word of ours but start none.
 */
const OTHER_LETTER = 37;

/** By UTF-16 unit. */
export const CLASS_OF = new Uint8Array(65_536).fill(OTHER_LETTER);
for (let code = 0; code < 0x250; code += 1) CLASS_OF[code] = classOfLatin(code);
// General punctuation, CJK blanks and private use are no letters; the rest of the plane is taken for letters.
CLASS_OF.fill(0, 0x2000, 0x2c00);
CLASS_OF[0x3000] = 0;
CLASS_OF.fill(0, 0xe000);
// Combining marks: folding takes away those that it can.
CLASS_OF.fill(0, 0x300, 0x370);
// Halves of what lies beyond the plane: signs far more often than letters, which the exact boundary check knows.
CLASS_OF.fill(0, 0xd800, 0xe000);

function classOfLatin(code: number): number {
  const character = String.fromCharCode(code);
  const letter = (code < 0x80 ? character : character.normalize('NFD')).toLowerCase().charCodeAt(0);
  if (letter >= 97 && letter <= 122) return letter - 96;
  if (letter >= 48 && letter <= 57) return letter - 48 + 27;
  return code >= 0x80 && /[\p{L}\p{N}]/u.test(character) ? OTHER_LETTER : 0;
}

/** In: a text and an offset in it. Out: the class of the unit there; 0 outside the text. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CLASS_OF[text.charCodeAt(at)] as number) : 0;
}

/** One bit less, and a common word would fall on one of ours by chance too often; one more, and the table outgrows the cache. */
const BUCKETS = 1 << 16;
/** Larger than any class: words of up to three letters never share a bucket. */
const FACTOR = 41;

/** In: the bucket of a word's beginning, 0 for none, and the class of its next letter. Out: the bucket of both together. */
export function nextBucket(bucket: number, letter: number): number {
  return (Math.imul(bucket, FACTOR) + letter) & (BUCKETS - 1);
}

/**
 * Words to look for, compiled to a table of hashes. A text is read once, a unit at a time, and each of its words hashed on
 * the way; only a word whose hash the table knows is cut out and looked up.
 */
export class WordScanner<Value> {
  readonly #values: ReadonlyMap<string, Value>;
  /** By hash, how long our words are that have it, a bit for each length, by eights; 0 where none has it. */
  readonly buckets = new Uint8Array(BUCKETS);
  /** How many letters the longest word has. */
  readonly longest: number;

  /** In: values by word, each word folded by `foldWord`. */
  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
    this.longest = Math.max(0, ...[...values.keys()].map((word) => word.length));
    for (const word of values.keys()) {
      const bucket = bucketOf(word);
      this.buckets[bucket] = (this.buckets[bucket] as number) | lengthBit(word.length);
    }
  }

  /**
   * Calls `visit` for each whole word of the text that is one of ours.
   * `visit` gets the word's value and its UTF-16 offset, and gives the offset from which to go on: at least the word's end.
   */
  scan(text: string, visit: (value: Value, start: number, end: number) => number): void {
    const { length } = text;
    const buckets = this.buckets;
    for (let at = 0; at < length; at += 1) {
      // A word at a time: the loop over its letters carries nothing else.
      const start = at;
      let bucket = 0;
      for (; at < length; at += 1) {
        const letter = CLASS_OF[text.charCodeAt(at)] as number;
        if (letter === 0) break;
        bucket = nextBucket(bucket, letter);
      }
      if (buckets[bucket] === 0) continue;
      const value = this.valueOf(text, start, at);
      if (value !== undefined) at = Math.max(at, visit(value, start, at)) - 1;
    }
  }

  /** In: a text and where a word stands in it. Out: its value; undefined when it is none of ours. */
  valueOf(text: string, start: number, end: number): Value | undefined {
    return this.#values.get(foldWord(text.slice(start, end)));
  }
}

/** In: how many letters a word has. Out: the bit that stands for it. */
export function lengthBit(length: number): number {
  return 1 << (length & 7);
}

function bucketOf(word: string): number {
  let bucket = 0;
  for (let at = 0; at < word.length; at += 1) bucket = nextBucket(bucket, classAt(word, at));
  return bucket;
}

/** In: the buckets of two halves of a word, and how many letters the second one has. Out: the bucket of both together. */
export function joinedBucket(first: number, second: number, length: number): number {
  let bucket = first;
  for (let left = length; left > 0; left -= 1) bucket = nextBucket(bucket, 0);
  return nextBucket(0, bucket + second);
}

/** In: a word. Out: the same in lower case and without accents. */
export function foldWord(word: string): string {
  return /^\w*$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();
}

/**
 * Cuts a text into words as the scanner does.
 * In: any text. Out: each word folded, with its UTF-16 offset.
 */
export function wordsOf(text: string): { word: string; offset: number }[] {
  const words: { word: string; offset: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    at = wordEnd(text, start);
    if (at > start) words.push({ word: foldWord(text.slice(start, at)), offset: start });
    else at += 1;
  }
  return words;
}

/** In: a text and an offset. Out: where the word that reaches on from there ends; the offset itself where none does. */
export function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (classAt(text, at) !== 0) at += 1;
  return at;
}

/** In: a text and an offset. Out: where the word that reaches up to there begins; the offset itself where none does. */
export function wordStart(text: string, offset: number): number {
  let at = offset;
  while (classAt(text, at - 1) !== 0) at -= 1;
  return at;
}

/**
 * Where the word before another begins.
 * In: a text, a word's offset, how many words to go back. Out: the UTF-16 offset, or -1 when there are not so many.
 */
export function wordStartBefore(text: string, offset: number, words: number): number {
  let at = offset;
  for (let left = words; left > 0; left -= 1) {
    at -= 1;
    while (at >= 0 && classAt(text, at) === 0) at -= 1;
    if (at < 0) return -1;
    at = wordStart(text, at);
  }
  return at;
}
