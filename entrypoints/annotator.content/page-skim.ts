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
  readonly #margins: { name: Margin; ambiguous: Margin };
  /** The text nodes skimmed lately, and whether each stands near a name: one that comes next may still want them. */
  #nodes: Text[] = [];
  #wanted: boolean[] = [];
  /** Where the younger half of them begins, and how many UTF-16 units it has. */
  #half = 0;
  #lately = 0;
  /** How many units are still near a name. */
  #near = 0;
  #leftOut = false;
  readonly #blanks = new Set<string>();

  /**
   * In: what to look for; how much text beside a name bears on it, in UTF-16 units, where it means one thing only and where
   * it is ambiguous.
   */
  constructor({ anchors }: Matcher, margins: { name: Margin; ambiguous: Margin }) {
    this.#skimmer = new Skimmer(anchors);
    this.#margins = margins;
  }

  /** In: the next text node in the order of the page, its data, and who reads closely what stands near a name. */
  read(node: Text, data: string, closely: CloseReading): void {
    if (this.#isBlank(data)) {
      this.#skimmer.pause();
      this.#pass(node, this.#near > 0);
      return;
    }
    if ((data.length > LONG || this.#skimmer.isWaiting) && !isProse(node.parentNode)) {
      this.#skimmer.pause();
      return;
    }
    const find = this.#skimmer.read(data);
    if (find !== NOBODY) {
      const { before, after } = find === AMBIGUOUS ? this.#margins.ambiguous : this.#margins.name;
      this.#wantBack(before);
      this.#near = Math.max(this.#near, after);
      this.#pass(node, true);
    } else if (this.#near > 0) {
      this.#near -= data.trim().length;
      this.#pass(node, true);
    } else {
      this.#pass(node, false);
    }
    this.#lately += data.length;
    if (this.#lately >= 2 * this.#margins.ambiguous.before) this.#settleHalf(closely);
  }

  /** Hands over what is left, once the page has been read to its end. */
  finish(closely: CloseReading): void {
    this.#settleHalf(closely);
    this.#settleHalf(closely);
  }

  #pass(node: Text, wanted: boolean): void {
    this.#nodes.push(node);
    this.#wanted.push(wanted);
  }

  /** Blanks count for nothing: a name may have any number of them inside. */
  #wantBack(margin: number): void {
    for (let at = this.#nodes.length - 1, length = 0; at >= 0 && length < margin; at -= 1) {
      this.#wanted[at] = true;
      length += this.#nodes[at]?.data.trim().length ?? 0;
    }
  }

  /** No name to come reaches back beyond the younger half. */
  #settleHalf(closely: CloseReading): void {
    for (let at = 0; at < this.#half; at += 1) {
      const node = this.#nodes[at];
      if (node === undefined || this.#wanted[at] !== true) {
        this.#leftOut = true;
        continue;
      }
      if (this.#leftOut) closely.leaveOut();
      this.#leftOut = false;
      closely.read(node, node.data);
    }
    this.#nodes = this.#nodes.slice(this.#half);
    this.#wanted = this.#wanted.slice(this.#half);
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
