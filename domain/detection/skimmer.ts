import { placeOf } from './find-mentions.ts';
import { isFolded } from './folding.ts';
import { lettersBeside, type Entry } from './matcher.ts';
import { CLASS_OF, joinedBucket, lengthBit, nextBucket, type WordScanner } from './word-scanner.ts';

/**
 * What a stretch of text may hold: nobody's name, one that nothing outside the stretch bears on, one that may be a part of
 * something longer, one that takes its surroundings to judge; more is never less.
 */
export type Find = 0 | 1 | 2 | 3;
export const NOBODY = 0;
export const WHOLE = 1;
export const NAME = 2;
export const AMBIGUOUS = 3;

/** Above which bit of a hash its length stands. */
const LENGTH = 16;
/** No unit below is folded, hardly one that follows a word. */
const FIRST_FOLDED = 0xad;

/**
 * Skims a text that comes in stretches, none of which is known to belong to one sentence with the next, or not to: tells
 * which have to be read closely. It may take a stretch for one that names somebody though it does not, never the reverse.
 */
export class Skimmer {
  readonly #anchors: WordScanner<readonly Entry[]>;
  /**
   * The letters before the next stretch, each way to read them: since the last border, or since one before it. Their hashes,
   * and above them their lengths: one is longer than the other, and none as long as the longest anchor, so they are few.
   */
  readonly #letters: Int32Array;
  #beginnings = 0;
  /** The letters with one of which the next word has to begin for the last one of a stretch before to be an anchor of ours. */
  #awaited: number[] = [];
  /** A name ends the last stretch, of which anything but a blank now makes something else. */
  #mayGoOn = false;
  /** Where the last name ends that surely stands in it. */
  #wholeTo = 0;

  /** In: the anchors of a matcher. */
  constructor(anchors: WordScanner<readonly Entry[]>) {
    this.#anchors = anchors;
    this.#letters = new Int32Array(anchors.longest);
  }

  /** In: the next stretch. Out: what it may hold, or a word that ends in it. */
  read(text: string): Find {
    const { length } = text;
    // Looked up once: this is the loop that reads every letter of every page.
    const { buckets } = this.#anchors;
    const classes = CLASS_OF;
    let find: Find = NOBODY;
    this.#wholeTo = 0;
    if (this.isWaiting && length > 0) {
      const [, next] = lettersBeside(text, 0, 0);
      if (this.#awaited.includes(next) || (this.#mayGoOn && !/^\s/.test(text))) find = AMBIGUOUS;
      if (next !== 0) this.#awaited = [];
      this.#mayGoOn = false;
    }
    for (let at = 0; at < length; at += 1) {
      const start = at;
      let bucket = 0;
      let code = 0;
      // Carries nothing else: what is asked of each word besides is asked at its end, all at once.
      for (; at < length; at += 1) {
        code = text.charCodeAt(at);
        const letter = classes[code] as number;
        if (letter === 0) break;
        bucket = nextBucket(bucket, letter);
      }
      if (buckets[bucket] !== 0 || start === 0 || at === length || code >= FIRST_FOLDED) {
        find = this.#endWord(text, start, at, bucket, find);
        // What folding takes away may stand inside a name.
        if (isFolded(code)) find = AMBIGUOUS;
      }
    }
    return find;
  }

  /** Whether the next word decides about the last one: what is no part of the text must not be read now. */
  get isWaiting(): boolean {
    return this.#awaited.length > 0 || this.#mayGoOn;
  }

  /** Something stands between the last stretch and the next that no word reaches across. */
  pause(): void {
    this.#beginnings = 0;
    this.#mayGoOn = false;
  }

  /** In: where a word ends, and its hash; what was found before it. Out: what is found up to there. */
  #endWord(text: string, start: number, end: number, bucket: number, found: Find): Find {
    const { buckets, longest } = this.#anchors;
    let find = found;
    if (start === 0) {
      // Goes on with the words that the last stretches ended with.
      const beginnings = end === 0 ? 0 : this.#beginnings;
      this.#beginnings = 0;
      for (let place = 0; place < beginnings; place += 1) {
        const letters = this.#letters[place] ?? 0;
        const whole = (letters >> LENGTH) + end;
        if (whole > longest) continue;
        // What stands above the hash falls away. Which word that is, is not worth putting it together.
        const joined = joinedBucket(letters, bucket, end);
        if (((buckets[joined] ?? 0) & lengthBit(whole)) !== 0) find = AMBIGUOUS;
        if (end === text.length) this.#remember(joined, whole);
      }
    }
    if (end === text.length) this.#remember(bucket, end - start);
    return buckets[bucket] === 0 ? find : this.#findIn(text, start, end, find);
  }

  #remember(bucket: number, length: number): void {
    if (length >= this.#anchors.longest) return;
    this.#letters[this.#beginnings] = (length << LENGTH) | bucket;
    this.#beginnings += 1;
  }

  /** In: where a word stands that may be an anchor, what was found before it. Out: what is found up to its end. */
  #findIn(text: string, start: number, end: number, found: Find): Find {
    if (start < this.#wholeTo) return found;
    const entries = this.#anchors.valueOf(text, start, end);
    if (entries === undefined) return found;
    const [before, after] = lettersBeside(text, start, end);
    let find = found;
    for (const entry of entries) {
      const { before: left, after: right, sign } = entry;
      // Where the stretch ends, any word may stand on that side.
      if (before !== 0 && left !== 0 && before !== left) continue;
      if (right !== 0 && sign !== null && end < text.length && text.charAt(end) !== sign) continue;
      if (after === 0 && right !== 0) {
        this.#awaited.push(right);
      } else if (right === 0 || right === after) {
        // A name that may stand before it in the stretch may take a part of it.
        const isWhole = find <= WHOLE && this.#isWhole(text, start, entry);
        find = Math.max(find, isWhole ? WHOLE : entry.isAmbiguous ? AMBIGUOUS : NAME) as Find;
        if (isWhole) break;
      }
    }
    return find;
  }

  /** Whether a name surely stands here, so that no part of it does: "Microsoft Azure" and not "Azure". */
  #isWhole(text: string, anchor: number, entry: Entry): boolean {
    const place = entry.isAmbiguous ? null : placeOf(text, anchor, entry);
    // What stands before the stretch may make it a part of something else, and so may what comes after.
    if (place === null || place.start < this.#wholeTo || text.lastIndexOf(' ', place.start) < 0) return false;
    this.#mayGoOn = !text.includes(' ', place.end);
    this.#wholeTo = place.end;
    return true;
  }
}
