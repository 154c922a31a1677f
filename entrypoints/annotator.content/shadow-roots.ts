import highlightsCss from './highlights.css?inline';

/** How many elements are looked at before the caller may pause. */
const STRIDE = 500;

/**
 * Knows the open shadow roots of a page. Each is a tree of its own: no walk, no observer, no selector of the document sees
 * into it. Closed ones are the page's own business.
 */
export class ShadowRoots {
  readonly #known = new Set<ShadowRoot>();
  readonly #ownAttribute: string;
  readonly #onScroll: (event: Event) => void;
  #sheet: CSSStyleSheet | null = null;

  /** In: the attribute of our own element, and who follows what scrolls: a shadow root keeps that to itself. */
  constructor(ownAttribute: string, onScroll: (event: Event) => void) {
    this.#ownAttribute = ownAttribute;
    this.#onScroll = onScroll;
  }

  get all(): ShadowRoot[] {
    return [...this.#known];
  }

  /** Looks through a part of the page. Out: each root not known so far; null now and then, where the caller may pause. */
  *lookIn(place: Node): Generator<ShadowRoot | null> {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT);
    let looked = 0;
    for (let node: Node | null = place; node !== null; node = walker.nextNode()) {
      const root = node instanceof Element ? node.shadowRoot : null;
      if (root !== null && !this.#known.has(root) && !(node as Element).hasAttribute(this.#ownAttribute)) {
        this.#known.add(root);
        root.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
        this.#dress(root);
        yield root;
      }
      looked += 1;
      if (looked % STRIDE === 0) yield null;
    }
  }

  /** Forgets those that the page threw away. Out: which. */
  dropDisconnected(): ShadowRoot[] {
    const gone = this.all.filter((root) => !root.isConnected);
    for (const root of gone) this.#forget(root);
    for (const root of this.#known) this.#dress(root);
    return gone;
  }

  clear(): void {
    for (const root of this.#known) this.#forget(root);
  }

  #forget(root: ShadowRoot): void {
    this.#known.delete(root);
    root.removeEventListener('scroll', this.#onScroll, { capture: true });
    if (this.#sheet === null) return;
    try {
      const { adoptedStyleSheets } = root;
      if (adoptedStyleSheets.includes(this.#sheet))
        root.adoptedStyleSheets = adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    } catch {
      // A page that is going away.
    }
  }

  /**
   * Chromium lets a shadow tree inherit the marks' look from its host, as the standard has it. Firefox (153) does not: there
   * the root adopts our sheet, which is no node. Again where the page has set its own list since.
   */
  #dress(root: ShadowRoot): void {
    if (import.meta.env.BROWSER !== 'firefox') return;
    try {
      this.#sheet ??= sheetOf(highlightsCss);
      if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
    } catch {
      // Unmarked, but listed: the popup leads there, and the card opens by key.
    }
  }
}

/** In: rules. Out: a style sheet to adopt. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
