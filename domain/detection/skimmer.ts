import { placeOf } from './find-mentions.ts';
import { isFolded } from './folding.ts';
import { lettersBeside, type Entry } from './matcher.ts';
import { ANY_LENGTH, CLASS_OF, joinedBucket, nextBucket, type WordScanner } from './word-scanner.ts';

/**
 * What a stretch of text may hold: nobody's name, one that nothing outside the stretch bears on, one that may be a part of
 * something longer, one that takes its surroundings to judge; more is never less.
 */
export type Find = 0 | 1 | 2 | 3;
export const NOBODY = 0;
export const WHOLE = 1;
export const NAME = 2;
export const AMBIGUOUS = 3;

/** Awaited where a name stands at the end of a stretch: anything but a blank may make it a part of something else. */
const ANY_SIGN = -1;

/**
 * Skims a text that comes in stretches, none of which is known to belong to one sentence with the next, or not to: tells
 * which have to be read closely. It may take a stretch for one that names somebody though it does not, never the reverse.
 */
export class Skimmer {
  readonly #anchors: WordScanner<readonly Entry[]>;
  /**
   * The letters before the next stretch, each way to read them: since the last border, or since one before it. Their hashes
   * and lengths: one is longer than the other, and none as long as the longest anchor, so they are few.
   */
  readonly #buckets: Int32Array;
  readonly #lengths: Int32Array;
  #beginnings = 0;
  /** The letters with one of which the next word has to begin for the last one of a stretch before to be an anchor of ours. */
  #awaited: number[] = [];
  /** From where on in this stretch no name can begin inside one before it. */
  #certainFrom = 0;
  /** Where the last name ends that surely stands in it. */
  #wholeTo = 0;

  /** In: the anchors of a matcher. */
  constructor(anchors: WordScanner<readonly Entry[]>) {
    this.#anchors = anchors;
    this.#buckets = new Int32Array(anchors.longest);
    this.#lengths = new Int32Array(anchors.longest);
  }

  /** In: the next stretch. Out: what it may hold, or a word that ends in it. */
  read(text: string): Find {
    const { length } = text;
    // Looked up once: this is the loop that reads every letter of every page.
    const { buckets } = this.#anchors;
    const classes = CLASS_OF;
    let find: Find = NOBODY;
    this.#certainFrom = 0;
    this.#wholeTo = 0;
    if (this.isWaiting) {
      const [, next] = lettersBeside(text, 0, 0);
      if (this.#awaited.includes(next) || (this.#awaited.includes(ANY_SIGN) && !/^\s/.test(text))) find = AMBIGUOUS;
      if (next !== 0) this.#awaited = [];
      else if (text !== '') this.pause();
    }
    let start = 0;
    let bucket = 0;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = classes[code] as number;
      if (letter !== 0) {
        bucket = nextBucket(bucket, letter);
        continue;
      }
      if (start === 0) find = this.#readOn(bucket, at, false, find);
      if (buckets[bucket] !== 0) find = more(find, this.#findIn(text, start, at));
      // What folding takes away may stand inside a name.
      if (code >= 0xad && isFolded(code)) find = AMBIGUOUS;
      bucket = 0;
      start = at + 1;
    }
    if (start < length) {
      if (start === 0) find = this.#readOn(bucket, length, true, find);
      if (buckets[bucket] !== 0) find = more(find, this.#findIn(text, start, length));
      this.#remember(bucket, length - start);
    }
    return find;
  }

  /** Whether the next word decides about the last one: what is no part of the text must not be read now. */
  get isWaiting(): boolean {
    return this.#awaited.length > 0;
  }

  /** Something stands between the last stretch and the next that no word reaches across. */
  pause(): void {
    this.#beginnings = 0;
    this.#awaited = this.#awaited.filter((sign) => sign !== ANY_SIGN);
  }

  /**
   * Goes on with the words that the last stretches ended with.
   * In: the bucket of the letters that this one begins with, how many they are, whether it has no others, what was found in it.
   */
  #readOn(bucket: number, length: number, isOpen: boolean, found: Find): Find {
    const beginnings = this.#beginnings;
    this.#beginnings = 0;
    let find = found;
    for (let place = 0; length > 0 && place < beginnings; place += 1) {
      const whole = (this.#lengths[place] ?? 0) + length;
      if (whole > this.#anchors.longest) continue;
      const joined = joinedBucket(this.#buckets[place] ?? 0, bucket, length);
      // Which word that is, is not worth putting it together.
      const known = this.#anchors.buckets[joined];
      if (known === whole || known === ANY_LENGTH) find = AMBIGUOUS;
      if (isOpen) this.#remember(joined, whole);
    }
    return find;
  }

  #remember(bucket: number, length: number): void {
    if (length >= this.#anchors.longest) return;
    this.#buckets[this.#beginnings] = bucket;
    this.#lengths[this.#beginnings] = length;
    this.#beginnings += 1;
  }

  #findIn(text: string, start: number, end: number): Find {
    if (start < this.#wholeTo) return NOBODY;
    const entries = this.#anchors.valueOf(text, start, end);
    if (entries === undefined) return NOBODY;
    const [before, after] = lettersBeside(text, start, end);
    let find: Find = NOBODY;
    for (const entry of entries) {
      const { before: left, after: right, sign } = entry;
      // Where the stretch ends, any word may stand on that side.
      if (before !== 0 && left !== 0 && before !== left) continue;
      if (right !== 0 && sign !== null && end < text.length && text.charAt(end) !== sign) continue;
      if (after === 0 && right !== 0) {
        this.#awaited.push(right);
      } else if (right === 0 || right === after) {
        const whole = this.#wholeAt(text, start, entries, entry);
        find = more(find, whole ?? (entry.isAmbiguous ? AMBIGUOUS : NAME));
        if (whole !== null) break;
        this.#certainFrom = text.length;
      }
    }
    return find;
  }

  /** What it takes where a name surely stands, so that no part of it does: "Microsoft Azure" and not "Azure"; else null. */
  #wholeAt(text: string, anchor: number, entries: readonly Entry[], entry: Entry): Find | null {
    const place = entry.isAmbiguous ? null : placeOf(text, anchor, entry);
    // What stands before the stretch may make it a part of something else, and so may what comes after.
    if (place === null || place.start < this.#certainFrom || text.lastIndexOf(' ', place.start) < 0) return null;
    this.#certainFrom = place.end;
    const isOver = text.includes(' ', place.end);
    const hasOtherParts = entries.some(({ isAmbiguous }) => isAmbiguous);
    if (isOver || hasOtherParts) this.#wholeTo = place.end;
    if (!isOver && hasOtherParts) this.#awaited.push(ANY_SIGN);
    return isOver ? WHOLE : NAME;
  }
}

function more(a: Find, b: Find): Find {
  return a > b ? a : b;
}
