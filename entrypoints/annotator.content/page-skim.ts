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
  /** The text nodes passed over lately: a name that comes next may still want them. Older ones are let go with `#before`. */
  #passed: Text[] = [];
  #before: Text[] = [];
  /** How many UTF-16 units `#passed` has. */
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
    let length = 0;
    if (this.#isBlank(data)) {
      this.#skimmer.pause();
    } else if ((data.length > LONG || this.#skimmer.isWaiting) && !isProse(node.parentNode)) {
      this.#skimmer.pause();
      return;
    } else {
      const find = this.#skimmer.read(data);
      if (find !== NOBODY) {
        const { before, after } = find === AMBIGUOUS ? this.#margins.ambiguous : this.#margins.name;
        this.#readBack(before, closely);
        this.#near = Math.max(this.#near, after);
        closely.read(node, data);
        return;
      }
      length = data.length;
    }
    if (this.#near > 0) {
      // Blanks count for nothing: a name may have any number of them inside.
      if (length > 0) this.#near -= data.trim().length;
      closely.read(node, data);
    } else {
      this.#pass(node, length);
    }
  }

  /** No name to come reaches back beyond the nodes passed over since the last time there was enough of them. */
  #pass(node: Text, length: number): void {
    this.#passed.push(node);
    this.#lately += length;
    if (this.#lately < this.#margins.ambiguous.before) return;
    this.#leftOut ||= this.#before.length > 0;
    this.#before = this.#passed;
    this.#passed = [];
    this.#lately = 0;
  }

  #readBack(margin: number, closely: CloseReading): void {
    const nodes = [...this.#before, ...this.#passed];
    let first = nodes.length;
    for (let length = 0; first > 0 && length < margin; first -= 1) length += nodes[first - 1]?.data.trim().length ?? 0;
    if (this.#leftOut || first > 0) closely.leaveOut();
    for (const node of nodes.slice(first)) closely.read(node, node.data);
    this.#before = [];
    this.#passed = [];
    this.#lately = 0;
    this.#leftOut = false;
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
