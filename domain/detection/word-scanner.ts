/**
 * Folds a UTF-16 unit to the class of its letter: 0 for what is no part of a word, 1 to 36 for letters (accents and case
 * aside) and digits, 37 for letters of other scripts, which bound a word of ours but start none.
 */
const CLASSES = 38;
const OTHER_LETTER = 37;

const CLASS_OF = new Uint8Array(65_536).fill(OTHER_LETTER);
for (let code = 0; code < 0x250; code += 1) CLASS_OF[code] = classOfLatin(code);
// General punctuation, CJK blanks and private use are no letters; the rest of the plane is taken for letters.
CLASS_OF.fill(0, 0x2000, 0x2c00);
CLASS_OF[0x3000] = 0;
CLASS_OF.fill(0, 0xe000);
// Halves of what lies beyond the plane: signs far more often than letters, which the exact boundary check knows.
CLASS_OF.fill(0, 0xd800, 0xe000);

function classOfLatin(code: number): number {
  const letter = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0);
  if (letter >= 97 && letter <= 122) return letter - 96;
  if (letter >= 48 && letter <= 57) return letter - 48 + 27;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? OTHER_LETTER : 0;
}

function classAt(text: string, at: number): number {
  return CLASS_OF[text.charCodeAt(at)] as number;
}

/**
 * Words to look for, compiled to a table over their first three letters and their length. A text is read once, a unit at
 * a time; only a word that the table knows is cut out and looked up. Several times faster than a RegExp of that many words.
 */
export class WordScanner<Value> {
  readonly #values: ReadonlyMap<string, Value>;
  /** For each beginning of three letters, a bit for each length that a word of ours with that beginning has. */
  readonly #lengths = new Uint32Array(CLASSES ** 3);

  /** In: values by word, each word folded by `foldWord`. */
  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
    for (const word of values.keys()) {
      const beginning = beginningOf(word);
      this.#lengths[beginning] = (this.#lengths[beginning] ?? 0) | lengthBit(word.length);
    }
  }

  /**
   * Calls `visit` for each whole word of the text that is one of ours.
   * `visit` gets the word's value and its UTF-16 offset, and gives the offset from which to go on: at least the word's end.
   */
  scan(text: string, visit: (value: Value, start: number, end: number) => number): void {
    const { length } = text;
    const lengths = this.#lengths;
    let at = 0;
    while (at < length) {
      const first = classAt(text, at);
      if (first === 0) {
        at += 1;
        continue;
      }
      const start = at;
      at += 1;
      const second = at < length ? classAt(text, at) : 0;
      const third = second !== 0 && at + 1 < length ? classAt(text, at + 1) : 0;
      while (at < length && classAt(text, at) !== 0) at += 1;
      const known = lengths[(first * CLASSES + second) * CLASSES + third] as number;
      if (known === 0 || (known & lengthBit(at - start)) === 0) continue;
      const value = this.#values.get(foldWord(text.slice(start, at)));
      if (value !== undefined) at = Math.max(at, visit(value, start, at));
    }
  }
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
    while (at < text.length && classAt(text, at) !== 0) at += 1;
    if (at > start) words.push({ word: foldWord(text.slice(start, at)), offset: start });
    else at += 1;
  }
  return words;
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
    while (at > 0 && classAt(text, at - 1) !== 0) at -= 1;
  }
  return at;
}

function beginningOf(word: string): number {
  const [first, second, third] = [0, 1, 2].map((at) => (at < word.length ? classAt(word, at) : 0)) as [
    number,
    number,
    number,
  ];
  return (first * CLASSES + second) * CLASSES + third;
}

/** Words of 31 letters and more share a bit. */
function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
}
