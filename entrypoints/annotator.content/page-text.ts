import { BLOCK_BREAK } from '../../domain/detection/name-pattern.ts';
import type { PageSkim } from './page-skim.ts';

/** Elements that let a sentence run through them. Everything else, empty or not, ends what stood before it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements whose own text nodes are not prose. */
const NOT_PROSE = new Set('script style noscript template textarea option title text tspan textPath desc'.split(' '));

/**
 * Places where nothing is marked: what the reader is typing, drawings (a highlight paints no SVG text, by the standard),
 * and what stands in for something else. Asked of the few places where a name stands, not of every element.
 */
const UNMARKED = [
  '[contenteditable]:not([contenteditable="false" i])',
  ...'svg math select datalist object embed canvas audio video iframe'.split(' '),
].join(',');

/** A stretch of the page as one text, and the text nodes that it came from. */
export class PageText {
  readonly #parts: string[] = [];
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  #length = 0;
  /** Where what was read last begins: something was left out right before, and what comes before bears on nothing after it. */
  cutAt = -1;

  get length(): number {
    return this.#length;
  }

  add(node: Text, data: string, startsBlock: boolean): void {
    if (startsBlock) {
      this.#parts.push(BLOCK_BREAK);
      this.#length += BLOCK_BREAK.length;
    }
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#parts.push(data);
    this.#length += data.length;
  }

  /** Joined once: a text that grows by `+=` is a chain that every read has to follow. */
  text(): string {
    return this.#parts.join('');
  }

  /** In: how many UTF-16 units. Out: the end of the text, no longer than that; it may begin in the middle of a node. */
  tail(length: number): PageText {
    const from = Math.max(0, this.#length - length);
    const first = this.#indexAt(from);
    const tail = new PageText();
    tail.#parts.push(this.text().slice(from));
    tail.#nodes.push(...this.#nodes.slice(first));
    tail.#starts.push(...this.#starts.slice(first).map((start) => start - from));
    tail.#length = this.#length - from;
    return tail;
  }

  /** Takes up what comes after it. */
  append(next: PageText): void {
    for (const part of next.#parts) this.#parts.push(part);
    for (const node of next.#nodes) this.#nodes.push(node);
    for (const start of next.#starts) this.#starts.push(this.#length + start);
    if (next.cutAt >= 0) this.cutAt = this.#length + next.cutAt;
    this.#length += next.#length;
  }

  /** In: UTF-16 offsets in the text. Out: the text nodes that reach into that part, each with where its text begins. */
  nodesBetween(from: number, to: number): [node: Text, start: number][] {
    const first = this.#indexAt(from);
    const last = this.#indexAt(Math.min(to, this.#length) - 1);
    return this.#nodes.slice(first, last + 1).map((node, index) => [node, this.#starts[first + index] ?? 0]);
  }

  /** In: UTF-16 offsets in the text. Out: the same span in the page; null where nothing is marked. */
  rangeOf(start: number, end: number): StaticRange | null {
    const first = this.#indexAt(start);
    const last = this.#indexAt(end - 1);
    const [startContainer, endContainer] = [this.#nodes[first], this.#nodes[last]];
    if (startContainer === undefined || endContainer === undefined) return null;
    if (isUnmarked(startContainer) || (last !== first && isUnmarked(endContainer))) return null;
    return new StaticRange({
      startContainer,
      startOffset: start - (this.#starts[first] ?? 0),
      endContainer,
      endOffset: end - (this.#starts[last] ?? 0),
    });
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The page changed under the reader's feet: what was read so far may be incomplete. */
export class PageMoved extends Error {
  override readonly name = 'PageMoved';
}

/** What part of a tree is read, and how. */
export interface Reading {
  /** The text nodes to begin and to end with; null for the tree's own. */
  first?: Text | null;
  last?: Text | null;
  /** Where much of it names nobody: who tells what has to be read closely. Null to read all. */
  skim?: PageSkim | null;
}

/**
 * Reads the text below a node, in pieces.
 * In: a node and after how many UTF-16 units a piece ends; what part of it, and how.
 * Out: pieces that follow each other, lazily, so that the caller can pause between them; empty ones where the pages named
 * nobody for so long. Throws PageMoved when the place reached was taken out of the page during a pause.
 */
export function* readPage(
  root: Node,
  pieceLength: number,
  { first = null, last = null, skim = null }: Reading = {},
): Generator<PageText> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const closely = new CloseReading();
  let length = 0;
  if (first !== null) walker.currentNode = first;
  let node = first ?? ((root.nodeType === Node.TEXT_NODE ? root : walker.nextNode()) as Text | null);
  while (node !== null) {
    if (length >= pieceLength) {
      yield closely.takePiece();
      if (!node.isConnected || !root.contains(node)) throw new PageMoved();
      length = 0;
    }
    const { data } = node;
    length += data.length;
    if (skim === null) closely.read(node, data);
    else skim.read(node, data, closely);
    node = node === last ? null : (walker.nextNode() as Text | null);
  }
  skim?.finish(closely);
  yield closely.takePiece();
}

/** Reads text nodes as sentences: which of them run on, and where a block begins. */
export class CloseReading {
  #piece = new PageText();
  #broken = true;
  #parent: Node | null = null;
  #block: Node | null = null;
  #prose = true;

  /** In: the next text node in the order of the page, and its data. */
  read(node: Text, data: string): void {
    const parent: Node | null = node.parentNode;
    if (parent !== this.#parent) {
      this.#parent = parent;
      this.#prose = isProse(parent);
      const block = blockOf(parent);
      if (block !== this.#block) {
        this.#block = block;
        this.#broken = true;
      }
    }
    if (!this.#prose) return;
    if (!this.#broken && isBrokenOff(node, this.#block)) this.#broken = true;
    if (!this.#broken) {
      this.#piece.add(node, data, false);
    } else if (!isBlank(data)) {
      this.#piece.add(node, data, true);
      this.#broken = false;
    }
  }

  /** Something was left out: what comes next is another block. */
  leaveOut(): void {
    this.#piece.cutAt = this.#piece.length;
    this.#broken = true;
    this.#parent = null;
    this.#block = null;
  }

  takePiece(): PageText {
    const piece = this.#piece;
    this.#piece = new PageText();
    return piece;
  }
}

/** In: the parent of a text node. Out: whether its text is read. */
export function isProse(parent: Node | null): boolean {
  return parent === null || !NOT_PROSE.has((parent as Element).localName);
}

/** Whether something that is no part of a sentence (a line break, an image, an empty cell) stands right before a node of the same block. */
function isBrokenOff(node: Node, block: Node | null): boolean {
  for (let inner: Node | null = node; inner !== null && inner !== block; inner = inner.parentNode) {
    let before = inner.previousSibling;
    // Frameworks leave comments everywhere.
    while (before !== null && before.nodeType === Node.COMMENT_NODE) before = before.previousSibling;
    if (before !== null) return endsInBreak(before);
  }
  return false;
}

/** "<b>Microsoft<br></b>" ends in a break as well as "<br>" does. */
function endsInBreak(node: Node): boolean {
  for (let last: Node | null = node; last !== null && last.nodeType === Node.ELEMENT_NODE; last = last.lastChild) {
    if (!INLINE.has((last as Element).localName)) return true;
  }
  return false;
}

/**
 * The element whose text a node's text runs along with.
 * In: a node. Out: itself or its nearest ancestor that is not inline, or null outside any element.
 */
function blockOf(node: Node | null): Node | null {
  let block = node;
  while (block !== null && (block.nodeType !== Node.ELEMENT_NODE || INLINE.has((block as Element).localName))) {
    block = block.parentNode;
  }
  return block;
}

/** In: a text node. Out: how much of it is surely read as text, in UTF-16 units. */
export function proseLength(node: Text): number {
  const { parentElement, data } = node;
  return !isProse(parentElement) || isBlank(data) ? 0 : data.length;
}

/** The white space between two elements of a page's source. */
export function isBlank(data: string): boolean {
  return data.charCodeAt(0) <= 32 && data.trim() === '';
}

function isUnmarked(node: Text): boolean {
  return node.parentElement?.closest(UNMARKED) != null || node.ownerDocument.designMode === 'on';
}
