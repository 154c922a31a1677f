import { AMBIGUOUS, NOBODY, Skimmer } from '../../domain/detection/skimmer.ts';
import type { Matcher } from '../../domain/detection/matcher.ts';
import { isBlank, isProse, type CloseReading } from './page-text.ts';

/** Texts that are not prose and longer than this are worth asking for their element, before they are skimmed. */
const LONG = 2000;

/** How much text beside a name bears on it, before and after, in UTF-16 units. */
interface Margin {
  before: number;
  after: number;
}

/**
 * Skims a whole tree: most of a page names nobody, and asking each node for its place in a sentence costs several times
 * what reading its text does. Only what stands around a name is read closely.
 */
export class PageSkim {
  readonly #skimmer: Skimmer;
  readonly #margins: readonly [Margin, Margin, Margin, Margin];
  /** The text nodes skimmed lately, one that comes next may still want them; where the younger half of them begins. */
  #nodes: Text[] = [];
  #half = 0;
  /** How many UTF-16 units the younger half has. */
  #lately = 0;
  /** Which of the nodes stand near a name: stretches of them in their order, that do not touch each other. */
  #wanted: { from: number; to: number }[] = [];
  /** Up to which node everything was read closely. */
  #read = 0;
  /** How many units are still near a name. */
  #near = 0;
  readonly #blanks = new Set<string>();

  /** In: what to look for; for each Find, how much text beside it bears on it, in UTF-16 units. */
  constructor({ anchors }: Matcher, margins: readonly [Margin, Margin, Margin, Margin]) {
    this.#skimmer = new Skimmer(anchors);
    this.#margins = margins;
  }

  /** In: the next text node in the order of the page, its data, and who reads closely what stands near a name. */
  read(node: Text, data: string, closely: CloseReading): void {
    const blank = this.#isBlank(data);
    if (blank) {
      this.#skimmer.pause();
    } else if ((data.length > LONG || this.#skimmer.isWaiting) && !isProse(node.parentNode)) {
      this.#skimmer.pause();
      return;
    }
    const place = this.#nodes.length;
    this.#nodes.push(node);
    const find = blank ? NOBODY : this.#skimmer.read(data);
    if (find !== NOBODY) {
      const { before, after } = this.#margins[find];
      let from = place;
      for (let length = 0; from > 0 && length < before; from -= 1)
        length += this.#nodes[from - 1]?.data.trim().length ?? 0;
      this.#want(from, place + 1);
      this.#near = Math.max(this.#near, after);
    } else if (this.#near > 0) {
      // Blanks count for nothing: a name may have any number of them inside.
      if (!blank) this.#near -= data.trim().length;
      this.#want(place, place + 1);
    }
    if (blank) return;
    this.#lately += data.length;
    if (this.#lately >= 2 * this.#margins[AMBIGUOUS].before) this.#settleHalf(closely);
  }

  /** Hands over what is left, once the page has been read to its end. */
  finish(closely: CloseReading): void {
    this.#settleHalf(closely);
    this.#settleHalf(closely);
  }

  #want(from: number, to: number): void {
    let first = from;
    for (let last = this.#wanted.at(-1); last !== undefined && last.to >= first; last = this.#wanted.at(-1)) {
      first = Math.min(first, last.from);
      this.#wanted.pop();
    }
    this.#wanted.push({ from: first, to });
  }

  /** No name to come reaches back beyond the younger half. */
  #settleHalf(closely: CloseReading): void {
    const half = this.#half;
    for (const { from, to } of this.#wanted) {
      if (from >= half) break;
      if (from > this.#read) closely.leaveOut();
      for (const node of this.#nodes.slice(from, Math.min(to, half))) closely.read(node, node.data);
      this.#read = Math.min(to, half);
    }
    this.#nodes = this.#nodes.slice(half);
    this.#wanted = this.#wanted
      .filter(({ to }) => to > half)
      .map(({ from, to }) => ({ from: Math.max(0, from - half), to: to - half }));
    this.#read -= half;
    this.#half = this.#nodes.length;
    this.#lately = 0;
  }

  /** The blanks of a page's source are few and come again and again, the same string each time. */
  #isBlank(data: string): boolean {
    if (data.charCodeAt(0) > 32) return false;
    if (this.#blanks.has(data)) return true;
    if (!isBlank(data)) return false;
    this.#blanks.add(data);
    return true;
  }
}
