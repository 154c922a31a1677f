/** How long changes may gather before they are read, in milliseconds. */
const GATHERING_LIMIT = 500;
/** More changes than this at once are not told apart: the page is read again, once. */
export const MANY = 1000;

/**
 * Tells where a page changed. Works outside the observers' callbacks, in batches, when the browser is idle.
 */
export class PageWatcher {
  readonly #observers = new Map<Node, MutationObserver>();
  readonly #ownAttribute: string;
  readonly #onChange: (places: Set<Node>) => void;
  #dirty = new Set<Node>();
  #scheduled: number | null = null;

  /** In: the attribute that marks our own element, which is not the page's; and what to do with the places that changed. */
  constructor(ownAttribute: string, onChange: (places: Set<Node>) => void) {
    this.#ownAttribute = ownAttribute;
    this.#onChange = onChange;
  }

  /** Watches a document or a shadow root, each by an observer of its own: none sees into another. */
  watch(root: Node): void {
    const observer = new MutationObserver((records) => {
      this.#collect(root, records);
    });
    // What becomes editable is no longer marked, and the other way round.
    const attributeFilter = ['contenteditable'];
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter });
    this.#observers.set(root, observer);
  }

  unwatch(root: Node): void {
    this.#observers.get(root)?.disconnect();
    this.#observers.delete(root);
  }

  stop(): void {
    for (const root of this.#observers.keys()) this.unwatch(root);
    if (this.#scheduled !== null) cancelIdleCallback(this.#scheduled);
    this.#scheduled = null;
    this.#dirty.clear();
  }

  #collect(root: Node, records: MutationRecord[]): void {
    if (records.length > MANY) this.#dirty.add(root);
    else for (const record of records) this.#add(record);
    if (this.#dirty.size > 0) {
      this.#scheduled ??= requestIdleCallback(
        () => {
          this.#flush();
        },
        { timeout: GATHERING_LIMIT },
      );
    }
  }

  #add({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    if (type !== 'childList') {
      this.#dirty.add(target);
      return;
    }
    if ([...addedNodes, ...removedNodes].every((node) => this.#isOurs(node))) return;
    for (const node of addedNodes) this.#dirty.add(node);
    if (removedNodes.length === 0) return;
    // What stood on both sides of something now stands together: a name may run through, or evidence reach across.
    if (previousSibling !== null) this.#dirty.add(leaf(previousSibling, 'lastChild'));
    if (nextSibling !== null) this.#dirty.add(leaf(nextSibling, 'firstChild'));
    if (previousSibling === null && nextSibling === null) this.#dirty.add(target);
  }

  #isOurs(node: Node): boolean {
    return node.nodeType === Node.ELEMENT_NODE && (node as Element).hasAttribute(this.#ownAttribute);
  }

  /** Tells of everything that has changed so far, at once. */
  flush(): void {
    for (const [root, observer] of this.#observers) this.#collect(root, observer.takeRecords());
    if (this.#scheduled !== null) cancelIdleCallback(this.#scheduled);
    this.#flush();
  }

  #flush(): void {
    this.#scheduled = null;
    const dirty = this.#dirty;
    this.#dirty = new Set();
    this.#onChange(dirty);
  }
}

/** The outermost edge of a part of the page, as small a place as there is. */
function leaf(node: Node, edge: 'firstChild' | 'lastChild'): Node {
  let inner = node;
  for (let next = inner[edge]; next !== null; next = inner[edge]) inner = next;
  return inner;
}
