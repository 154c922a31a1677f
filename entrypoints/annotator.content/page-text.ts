import { BLOCK_BREAK } from '../../domain/detection/name-pattern.ts';

/** Elements that let a sentence run through them. Everything else starts a block of its own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q ruby s samp small span strike strong sub sup time tt u var wbr nobr'.split(
    ' ',
  ),
);

/** Elements whose text is not prose, or belongs to what the reader is typing. SVG text takes no highlight (spec). */
const SKIPPED = new Set(
  'script style noscript template textarea input select option datalist iframe object embed canvas audio video svg math head'.split(
    ' ',
  ),
);

/** Elements that break a line or a thought without holding text. */
const BREAKS = new Set([
  'br',
  'hr',
  'img',
  'input',
  'select',
  'textarea',
  'button',
  'svg',
  'iframe',
  'video',
  'canvas',
]);

const SKIPPED_SELECTOR = [...SKIPPED, '[contenteditable]:not([contenteditable="false" i])'].join(',');

/** A stretch of the page as one text, and the text nodes that it came from. */
export class PageText {
  text = '';
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];

  add(node: Text, startsBlock: boolean): void {
    if (startsBlock) this.text += BLOCK_BREAK;
    this.#nodes.push(node);
    this.#starts.push(this.text.length);
    this.text += node.data;
  }

  /** In: UTF-16 offsets in `text`. Out: the same span in the page. */
  rangeOf(start: number, end: number): StaticRange {
    const first = this.#indexAt(start);
    const last = this.#indexAt(end - 1);
    return new StaticRange({
      startContainer: this.#node(first),
      startOffset: start - (this.#starts[first] ?? 0),
      endContainer: this.#node(last),
      endOffset: end - (this.#starts[last] ?? 0),
    });
  }

  #node(index: number): Text {
    const node = this.#nodes[index];
    if (node === undefined) throw new RangeError('offset outside the text');
    return node;
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

/**
 * Reads the text below a node, in pieces that end with a block.
 * In: a node and how many UTF-16 units make a piece. Out: pieces, lazily, so that the caller can pause between them.
 * Throws PageMoved when the place reached was taken out of the page during a pause.
 */
export function* readPage(root: Node, pieceLength: number): Generator<PageText> {
  if (!isReadable(root)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let piece = new PageText();
  let broken = true;
  let lastParent: Node | null = null;
  let lastBlock: Node | null = null;
  let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : nextNode(walker, root, true);

  while (node !== null) {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentNode;
      const block: Node | null = parent === lastParent ? lastBlock : blockOf(parent);
      if (block !== lastBlock) broken = true;
      if (broken && piece.text.length >= pieceLength) {
        yield piece;
        if (!root.contains(node) || !node.isConnected) throw new PageMoved();
        piece = new PageText();
      }
      piece.add(node as Text, broken);
      broken = false;
      lastParent = parent;
      lastBlock = block;
      node = nextNode(walker, node, true);
    } else {
      const element = node as Element;
      if (BREAKS.has(element.localName)) broken = true;
      node = nextNode(walker, node, !isSkipped(element));
    }
  }
  if (piece.text !== '') yield piece;
}

function nextNode(walker: TreeWalker, from: Node, enter: boolean): Node | null {
  walker.currentNode = from;
  if (enter) return walker.nextNode();
  for (let node: Node | null = from; node !== null; node = walker.parentNode()) {
    const sibling = walker.nextSibling();
    if (sibling !== null) return sibling;
  }
  return null;
}

/**
 * The element whose text a node's text runs along with.
 * In: a node. Out: itself or its nearest ancestor that is not inline, or null outside any element.
 */
export function blockOf(node: Node | null): Node | null {
  let block = node;
  while (block !== null && (block.nodeType !== Node.ELEMENT_NODE || INLINE.has((block as Element).localName))) {
    block = block.parentNode;
  }
  return block;
}

/** In: an element. Out: whether a sentence can run through it. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

function isReadable(root: Node): boolean {
  const element = root.nodeType === Node.ELEMENT_NODE ? (root as Element) : root.parentElement;
  return element === null || element.closest(SKIPPED_SELECTOR) === null;
}
