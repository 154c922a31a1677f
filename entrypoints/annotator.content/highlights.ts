import type { Confidence } from '../../domain/detection/mention.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { comparePlaces, isSamePlace, rectanglesOf, type PageMention } from './page-mention.ts';

const MENTION = 'ancrage-mention';
const POSSIBLE = 'ancrage-possible';
const CURRENT = 'ancrage-current';
const NAMES = { sure: MENTION, possible: POSSIBLE } as const satisfies Record<Confidence, string>;

/** Not yet in TypeScript's DOM library: https://drafts.csswg.org/css-highlight-api-1/#interacting-with-highlights */
interface HighlightHit {
  highlight: Highlight;
  ranges: AbstractRange[];
}
declare global {
  interface HighlightRegistry {
    highlightsFromPoint?: (x: number, y: number, options?: { shadowRoots: ShadowRoot[] }) => HighlightHit[];
  }
}

/**
 * Knows the mentions of a page and paints them with the CSS Custom Highlight API: the page's own nodes are never touched.
 * One sense a page: a name that is sure in one place is sure wherever nothing speaks either way.
 */
export class Highlights {
  readonly #mentions = new Map<AbstractRange, PageMention>();
  readonly #byNode = new Map<Node, PageMention[]>();
  readonly #senses = new Map<string, { all: Set<PageMention>; sure: number }>();
  readonly #painted = { [MENTION]: new Highlight(), [POSSIBLE]: new Highlight(), [CURRENT]: new Highlight() };
  readonly #shadowRoots: () => ShadowRoot[];
  /** What is to be painted, under which name, or no longer. */
  readonly #pending = new Map<AbstractRange, string | null>();
  #shown = true;
  #certainty: Settings['certainty'] = 'sure';

  /** In: what gives the shadow roots that are read too. */
  constructor(shadowRoots: () => ShadowRoot[] = () => []) {
    this.#shadowRoots = shadowRoots;
    this.#painted[CURRENT].priority = 1;
    this.register();
  }

  /** Puts our highlights under their names, again where the page has cleared its registry. */
  register(): void {
    for (const [name, highlight] of Object.entries(this.#painted)) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  add(mention: PageMention): void {
    this.#mentions.set(mention.range, mention);
    const { startContainer } = mention.range;
    const beside = this.#byNode.get(startContainer);
    if (beside === undefined) this.#byNode.set(startContainer, [mention]);
    else beside.push(mention);
    this.#join(mention);
  }

  drop(mention: PageMention): void {
    if (!this.#mentions.delete(mention.range)) return;
    const { startContainer } = mention.range;
    const left = this.startingIn(startContainer).filter((other) => other !== mention);
    if (left.length === 0) this.#byNode.delete(startContainer);
    else this.#byNode.set(startContainer, left);
    this.#leave(mention);
    this.#pending.set(mention.range, null);
  }

  /** Drops what the page has thrown away. */
  dropDisconnected(): void {
    for (const mention of this.#mentions.values()) {
      const { startContainer, endContainer } = mention.range;
      if (!startContainer.isConnected || !endContainer.isConnected) this.drop(mention);
    }
  }

  startingIn(node: Node): readonly PageMention[] {
    return this.#byNode.get(node) ?? [];
  }

  /** The mention already known in a place; null where there is none. */
  knownAs({ provider, range }: PageMention): PageMention | null {
    const beside = this.startingIn(range.startContainer);
    return beside.find((known) => known.provider === provider && isSamePlace(known.range, range)) ?? null;
  }

  /** Judges a known mention by what stands around it now. It stays the same to whoever holds it, and is not painted anew. */
  judgeAgain(known: PageMention, { sense, confidence, confirmedBy, written }: PageMention): void {
    if (known.sense === sense && known.confidence === confidence) {
      Object.assign(known, { confirmedBy, written });
      return;
    }
    this.#leave(known);
    Object.assign(known, { sense, confidence, confirmedBy, written });
    this.#join(known);
  }

  #join(mention: PageMention): void {
    const sense = this.#senses.get(mention.sense) ?? { all: new Set(), sure: 0 };
    this.#senses.set(mention.sense, sense);
    sense.all.add(mention);
    if (mention.confidence === 'sure') sense.sure += 1;
    this.#paint(mention.confidence === 'sure' && sense.sure === 1 ? sense.all : [mention]);
  }

  #leave(mention: PageMention): void {
    const sense = this.#senses.get(mention.sense);
    if (sense === undefined) return;
    sense.all.delete(mention);
    if (sense.all.size === 0) this.#senses.delete(mention.sense);
    if (mention.confidence !== 'sure') return;
    sense.sure -= 1;
    if (sense.sure === 0) this.#paint(sense.all);
  }

  #paint(mentions: Iterable<PageMention>): void {
    for (const mention of mentions) {
      this.#pending.set(mention.range, this.#shown && this.#isListed(mention) ? NAMES[this.standingOf(mention)] : null);
    }
  }

  /** Whether the page shows other marks than it should by now. */
  get isBehind(): boolean {
    return this.#pending.size > 0;
  }

  /** Brings the page's marks up to date. Dear on a long page, whatever the number of marks: the browser looks all of it over. */
  repaint(): void {
    const all = Object.entries(this.#painted);
    for (const [range, name] of this.#pending) {
      for (const [other, highlight] of all) {
        if (other === name) highlight.add(range);
        // Each call asks the browser: most highlights hold nothing to be taken away.
        else if (highlight.size > 0 && (other !== CURRENT || name === null)) highlight.delete(range);
      }
    }
    this.#pending.clear();
  }

  /** What a mention is, once all others of its sense are known. */
  standingOf({ sense }: PageMention): Confidence {
    return (this.#senses.get(sense)?.sure ?? 0) > 0 ? 'sure' : 'possible';
  }

  /** What confirmed an ambiguous name: words beside it, or beside another mention of the same sense. */
  confirmationOf({ confidence, confirmedBy, sense }: PageMention): { words: string[]; elsewhere: boolean } {
    if (confidence === 'sure') return { words: confirmedBy, elsewhere: false };
    const other = [...(this.#senses.get(sense)?.all ?? [])].find((alike) => alike.confirmedBy.length > 0);
    return { words: other?.confirmedBy ?? [], elsewhere: true };
  }

  #isListed(mention: PageMention): boolean {
    return this.#certainty === 'possible' || this.standingOf(mention) === 'sure';
  }

  /** Whether names are marked in the page, or only known; whether those that are only possible count. */
  follow({ marking, certainty }: Pick<Settings, 'marking' | 'certainty'>): void {
    this.#shown = marking === 'on';
    this.#certainty = certainty;
    this.#paint(this.#mentions.values());
    this.repaint();
  }

  /** Marks the mention that the card explains. */
  setCurrent(mention: PageMention | null): void {
    this.#painted[CURRENT].clear();
    if (mention !== null) this.#painted[CURRENT].add(mention.range);
  }

  /** The mention under a point of the window, in CSS pixels. */
  at(x: number, y: number): PageMention | null {
    if (!this.#shown) return null;
    const { highlights } = CSS;
    if (highlights.highlightsFromPoint === undefined) return this.#atByRectangles(x, y);
    for (const { ranges } of highlights.highlightsFromPoint(x, y, { shadowRoots: this.#shadowRoots() })) {
      for (const range of ranges) {
        const mention = this.#mentions.get(range);
        if (mention !== undefined) return mention;
      }
    }
    return null;
  }

  #atByRectangles(x: number, y: number): PageMention | null {
    for (const mention of this.listed()) {
      const hit = rectanglesOf(mention).some(
        (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
      );
      if (hit) return mention;
    }
    return null;
  }

  /** The mentions that count, in no particular order. */
  listed(): PageMention[] {
    return [...this.#mentions.values()].filter((mention) => this.#isListed(mention));
  }

  /** The same in the order of the page. */
  inOrder(): PageMention[] {
    return this.listed().sort((a, b) => comparePlaces(a.range, b.range));
  }

  get size(): number {
    return this.#mentions.size;
  }

  has(mention: PageMention): boolean {
    return this.#mentions.has(mention.range) && this.#isListed(mention);
  }

  clear(): void {
    this.#mentions.clear();
    this.#byNode.clear();
    this.#senses.clear();
    this.#pending.clear();
    for (const [name, highlight] of Object.entries(this.#painted)) {
      highlight.clear();
      // A newer copy of this script may have put its own highlights under the same names.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }
}
