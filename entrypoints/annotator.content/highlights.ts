import type { Mention } from '../../domain/detection/mention.ts';

/** A mention in its place on the page. */
export interface PageMention {
  provider: string;
  range: StaticRange;
  written: string;
  confirmedBy: Mention['confirmedBy'];
}

const MENTION = 'ancrage-mention';
const CURRENT = 'ancrage-current';

/** Not yet in TypeScript's DOM library: https://drafts.csswg.org/css-highlight-api-1/#interacting-with-highlights */
interface HighlightHit {
  highlight: Highlight;
  ranges: AbstractRange[];
}
declare global {
  interface HighlightRegistry {
    highlightsFromPoint?: (x: number, y: number) => HighlightHit[];
  }
}

/** Paints mentions with the CSS Custom Highlight API: the page's own nodes are never touched. */
export class Highlights {
  readonly #mentions = new Map<AbstractRange, PageMention>();
  readonly #painted = new Highlight();
  readonly #current = new Highlight();
  #shown = true;

  constructor() {
    this.#current.priority = 1;
    this.register();
  }

  /** Puts our highlights under their names, again where the page has cleared its registry. */
  register(): void {
    if (CSS.highlights.get(MENTION) !== this.#painted) CSS.highlights.set(MENTION, this.#painted);
    if (CSS.highlights.get(CURRENT) !== this.#current) CSS.highlights.set(CURRENT, this.#current);
  }

  add(mention: PageMention): void {
    this.#mentions.set(mention.range, mention);
    if (this.#shown) this.#painted.add(mention.range);
  }

  /** Whether names are marked in the page, or only known: a reader may want the list alone. */
  set shown(shown: boolean) {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#painted.clear();
    if (shown) for (const range of this.#mentions.keys()) this.#painted.add(range);
  }

  drop(mention: PageMention): void {
    this.#mentions.delete(mention.range);
    this.#painted.delete(mention.range);
    this.#current.delete(mention.range);
  }

  /** A node that moved while the page was read may have been met twice. */
  dropDoubles(): void {
    let last: PageMention | null = null;
    for (const mention of this.inOrder()) {
      if (last !== null && isSame(last, mention)) this.drop(mention);
      else last = mention;
    }
  }

  /** The mentions that lie in a part of the page, and those that the page has thrown away. */
  within(root: Node): PageMention[] {
    return [...this.#mentions.values()].filter(({ range: { startContainer, endContainer } }) => {
      if (!startContainer.isConnected || !endContainer.isConnected) return true;
      return root.contains(startContainer) || root.contains(endContainer);
    });
  }

  /** Marks the mention that the card explains. */
  setCurrent(mention: PageMention | null): void {
    this.#current.clear();
    if (mention !== null) this.#current.add(mention.range);
  }

  /** The mention under a point of the window, in CSS pixels. */
  at(x: number, y: number): PageMention | null {
    if (!this.#shown) return null;
    const { highlights } = CSS;
    if (highlights.highlightsFromPoint === undefined) return this.#atByRectangles(x, y);
    for (const { ranges } of highlights.highlightsFromPoint(x, y)) {
      for (const range of ranges) {
        const mention = this.#mentions.get(range);
        if (mention !== undefined) return mention;
      }
    }
    return null;
  }

  #atByRectangles(x: number, y: number): PageMention | null {
    for (const mention of this.#mentions.values()) {
      const hit = rectanglesOf(mention).some(
        (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
      );
      if (hit) return mention;
    }
    return null;
  }

  /** All mentions in the order of the page. */
  inOrder(): PageMention[] {
    return [...this.#mentions.values()].sort((a, b) => comparePlaces(a.range, b.range));
  }

  get size(): number {
    return this.#mentions.size;
  }

  has(mention: PageMention): boolean {
    return this.#mentions.has(mention.range);
  }

  clear(): void {
    this.#mentions.clear();
    this.#painted.clear();
    this.#current.clear();
    // A newer copy of this script may have put its own highlights under the same names.
    if (CSS.highlights.get(MENTION) === this.#painted) CSS.highlights.delete(MENTION);
    if (CSS.highlights.get(CURRENT) === this.#current) CSS.highlights.delete(CURRENT);
  }
}

/** Whether two mentions are the same name in the same place, read twice. */
export function isSame(a: PageMention, b: PageMention): boolean {
  return (
    a.provider === b.provider &&
    a.range.startContainer === b.range.startContainer &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endContainer === b.range.endContainer &&
    a.range.endOffset === b.range.endOffset
  );
}

function comparePlaces(a: StaticRange, b: StaticRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const position = a.startContainer.compareDocumentPosition(b.startContainer);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}

/** In: a mention. Out: its boxes in the window, in CSS pixels, one a line; none when it is not rendered or has gone stale. */
export function rectanglesOf({ range }: PageMention): DOMRect[] {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
  const shown = { visibilityProperty: true, contentVisibilityAuto: true };
  if (range.startContainer.parentElement?.checkVisibility(shown) === false) return [];
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was shortened since it was read; the watcher is about to say so.
    return [];
  }
  return [...live.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
}
