import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { Matcher } from '../../domain/detection/matcher.ts';
import type { Direction, Inventory } from '../../domain/protocol/messages.ts';
import type { PageSettings } from '../../domain/settings/settings.ts';
import type { Appearance } from './appearance.ts';
import { Card, CARD_ATTRIBUTE } from './card.tsx';
import { countProviders } from './background-calls.ts';
import { Highlights } from './highlights.ts';
import { isSamePlace, rectanglesOf, type PageMention } from './page-mention.ts';
import { PageReader } from './page-reader.ts';
import { PointerIntent } from './pointer-intent.ts';
import { scrollToRange } from './scroll-to-range.ts';
import { ShadowRoots } from './shadow-roots.ts';

/**
 * Ties the concerns of one page together: reads it, watches it, paints the names, opens the card.
 */
export class Annotator {
  readonly #shadowRoots = new ShadowRoots(CARD_ATTRIBUTE, (event) => {
    this.#pointer.onScroll(event);
  });
  readonly #highlights = new Highlights(() => this.#shadowRoots.all);
  readonly #card: Card;
  readonly #reader: PageReader;
  readonly #pointer: PointerIntent;
  #reportedCount = 0;
  /** The mention shown last, so that "next" goes on from there after the card is closed. */
  #lastShown: PageMention | null = null;

  constructor(document: Document, matcher: Matcher, context: ContentScriptContext) {
    this.#card = new Card({
      countOf: (provider) => this.#mentionsOf(provider).length,
      onChange: (mention) => {
        this.#highlights.setCurrent(mention);
        this.#lastShown = mention ?? this.#lastShown;
      },
      isCurrent: (mention) => this.#highlights.has(mention),
    });
    const known = { highlights: this.#highlights, shadowRoots: this.#shadowRoots, ownAttribute: CARD_ATTRIBUTE };
    this.#reader = new PageReader(document, matcher, context, known, () => {
      this.#afterReading();
    });
    this.#pointer = new PointerIntent(this.#highlights, this.#card, () => context.isValid);
  }

  start(): void {
    this.#pointer.start();
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('pagehide', this.#onPageHide);
    this.#reader.start();
  }

  stop(): void {
    this.#reader.stop();
    this.#pointer.stop();
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('pagehide', this.#onPageHide);
    this.#card.remove();
    this.#highlights.clear();
  }

  /** Marks, and when a card opens, as the reader set them; how it speaks and looks. */
  follow(settings: PageSettings, appearance: Appearance): void {
    this.#card.appearance = appearance;
    this.#highlights.follow(settings);
    this.#pointer.habits = settings;
    this.#report(false);
  }

  /** The providers named so far, once the reading under way is done; in the order of the page. */
  async inventory(): Promise<Inventory> {
    await this.#reader.finish();
    const counts = new Map<string, Inventory[number]>();
    for (const mention of this.#highlights.inOrder()) {
      const count = counts.get(mention.provider) ?? { provider: mention.provider, mentions: 0, possible: 0 };
      count.mentions += 1;
      if (this.#highlights.standingOf(mention) === 'possible') count.possible += 1;
      counts.set(mention.provider, count);
    }
    return [...counts.values()];
  }

  /** Scrolls to a provider's next mention and opens its card. Out: false when none is rendered. */
  showNext(provider: string): boolean {
    return this.#goTo(this.#mentionsOf(provider), 'next');
  }

  /** Goes from mention to mention, whoever the provider. Out: false when none is rendered. */
  goToMention(direction: Direction): boolean {
    return this.#goTo(this.#highlights.inOrder(), direction);
  }

  #goTo(mentions: PageMention[], direction: Direction): boolean {
    const current = this.#lastShown;
    const visible = mentions.filter((mention) => rectanglesOf(mention).length > 0);
    const at = current === null ? -1 : visible.findIndex((mention) => isSamePlace(mention.range, current.range));
    const step = { next: 1, previous: -1, here: 0 }[direction];
    const from = at === -1 && direction !== 'next' ? 0 : at;
    const mention = visible.at((from + step) % Math.max(visible.length, 1));
    if (mention === undefined) return false;
    // At once: a second key press may come before the card is there.
    this.#lastShown = mention;
    scrollToRange(mention.range);
    void this.#card.open(mention, { pinned: true });
    return true;
  }

  #mentionsOf(provider: string): PageMention[] {
    return this.#highlights.inOrder().filter((mention) => mention.provider === provider);
  }

  #afterReading(): void {
    const { mention } = this.#card;
    if (mention !== null && !this.#highlights.has(mention)) this.#card.close();
    this.#card.follow();
    this.#report(false);
  }

  #report(again: boolean): void {
    const count = new Set(this.#highlights.listed().map((mention) => mention.provider)).size;
    if (count === this.#reportedCount && !again) return;
    this.#reportedCount = count;
    countProviders(count);
  }

  /** A page that comes back from the back/forward cache keeps its highlights, but the toolbar has forgotten it. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#report(true);
  };

  /** Nobody comes back to a page to find an old card open over it. */
  readonly #onPageHide = (): void => {
    this.#card.close();
  };
}
