import { blockOf, isInline } from './page-text.ts';

/** How long changes may gather before they are read, in milliseconds. */
const GATHERING_LIMIT = 500;
/** More changes than this at once are not told apart: the page is read again, once. */
const MANY = 1000;

/**
 * Tells which parts of a page changed. Works outside the observer's callback, in batches, when the browser is idle.
 */
export class PageWatcher {
  readonly #observer: MutationObserver;
  readonly #ownAttribute: string;
  readonly #onChange: (roots: Set<Node>) => void;
  #dirty = new Set<Node>();
  #scheduled: number | null = null;

  /** In: the attribute that marks our own element, which is not the page's; and what to do with the changed roots. */
  constructor(ownAttribute: string, onChange: (roots: Set<Node>) => void) {
    this.#ownAttribute = ownAttribute;
    this.#onChange = onChange;
    this.#observer = new MutationObserver((records) => {
      this.#collect(records);
    });
  }

  start(document: Document): void {
    this.#observer.observe(document, { childList: true, subtree: true, characterData: true });
  }

  stop(): void {
    this.#observer.disconnect();
    if (this.#scheduled !== null) cancelIdleCallback(this.#scheduled);
    this.#scheduled = null;
    this.#dirty.clear();
  }

  #collect(records: MutationRecord[]): void {
    for (const record of records.length > MANY ? [] : records) {
      if (record.type === 'characterData') this.#add(blockOf(record.target));
      else this.#collectChildren(record);
    }
    if (records.length > MANY) this.#add(document.documentElement);
    if (this.#dirty.size > 0) {
      this.#scheduled ??= requestIdleCallback(
        () => {
          this.#flush();
        },
        { timeout: GATHERING_LIMIT },
      );
    }
  }

  /**
   * A new block among blocks is read alone. One that comes or goes in the middle of a sentence parts or joins it, and so
   * does inline content: then the sentence is read again.
   */
  #collectChildren({ target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    const amidSentence = isOfSentence(previousSibling) || isOfSentence(nextSibling);
    for (const node of [...addedNodes, ...removedNodes]) {
      if (this.#isOurs(node)) continue;
      if (amidSentence || !isBlock(node)) this.#add(blockOf(target));
      // What was taken out holds marks of its own, wherever it is now.
      if (isBlock(node)) this.#add(node);
    }
  }

  #add(node: Node | null): void {
    if (node !== null) this.#dirty.add(withNeighbours(node));
  }

  #isOurs(node: Node): boolean {
    return node.nodeType === Node.ELEMENT_NODE && (node as Element).hasAttribute(this.#ownAttribute);
  }

  #flush(): void {
    this.#scheduled = null;
    const dirty = this.#dirty;
    this.#dirty = new Set();
    this.#onChange(outermost(dirty));
  }
}

/** A cell or an item is understood beside its neighbours: they are read again together. */
function withNeighbours(node: Node): Node {
  if (node.nodeType !== Node.ELEMENT_NODE) return node;
  return (node as Element).matches('td, th, li, dt, dd') ? (node.parentElement ?? node) : node;
}

function isBlock(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && !isInline(node as Element);
}

/** Whether a sentence runs up to here. */
function isOfSentence(node: Node | null): boolean {
  if (node === null) return false;
  return node.nodeType === Node.TEXT_NODE ? (node as Text).data.trim() !== '' : !isBlock(node);
}

/** Leaves out what lies inside something else that changed: it is read with it. */
function outermost(nodes: Set<Node>): Set<Node> {
  const roots = new Set<Node>();
  for (const node of nodes) {
    let ancestor = node.parentNode;
    while (ancestor !== null && !nodes.has(ancestor)) ancestor = ancestor.parentNode;
    if (ancestor === null) roots.add(node);
  }
  return roots;
}
