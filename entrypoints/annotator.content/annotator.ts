import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import { findMentions } from '../../domain/detection/find-mentions.ts';
import type { Matcher } from '../../domain/detection/matcher.ts';
import type { Direction, Inventory } from '../../domain/protocol/messages.ts';
import type { PageSettings } from '../../domain/settings/settings.ts';
import type { Appearance } from './appearance.ts';
import { Card, CARD_ATTRIBUTE } from './card.tsx';
import { countProviders } from './background-calls.ts';
import { Highlights, isSame, rectanglesOf, type PageMention } from './highlights.ts';
import { PageMoved, readPage, type PageText } from './page-text.ts';
import { PageWatcher } from './page-watcher.ts';
import { PointerIntent } from './pointer-intent.ts';
import { scrollToRange } from './scroll-to-range.ts';
import { nextSlice } from './time-slices.ts';

/** UTF-16 units read at a time: small enough that a pause can come soon, large enough that pauses are rare. */
const PIECE_LENGTH = 20_000;

/** How often one reading begins again because the page moved under it. */
const MOST_RESTARTS = 3;

/** How long a restless page is left alone, in milliseconds. */
const CALM = 2000;

/**
 * Ties the concerns of one page together: reads it, watches it, paints the names, opens the card.
 */
export class Annotator {
  readonly #document: Document;
  #matcher: Matcher;
  readonly #context: ContentScriptContext;
  readonly #highlights = new Highlights();
  readonly #card: Card;
  readonly #watcher: PageWatcher;
  readonly #pointer: PointerIntent;
  readonly #waiting = new Set<Node>();
  #reading: Promise<void> | null = null;
  #stopped = false;
  #reportedCount = 0;
  /** Where the keyboard or the popup went last, so that "next" goes on from there after the card is closed. */
  #lastShown: PageMention | null = null;

  constructor(document: Document, matcher: Matcher, context: ContentScriptContext) {
    this.#document = document;
    this.#matcher = matcher;
    this.#context = context;
    this.#card = new Card({
      countOf: (provider) => this.#mentionsOf(provider).length,
      onChange: (mention) => {
        this.#highlights.setCurrent(mention);
      },
      isCurrent: (mention) => this.#highlights.has(mention),
    });
    this.#watcher = new PageWatcher(CARD_ATTRIBUTE, (roots) => {
      this.#enqueue(roots);
    });
    this.#pointer = new PointerIntent(this.#highlights, this.#card, () => this.#context.isValid);
  }

  start(): void {
    this.#watcher.start(this.#document);
    this.#pointer.start();
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('pagehide', this.#onPageHide);
    this.#document.addEventListener('visibilitychange', this.#onVisibilityChange);
    this.#enqueue([this.#document.documentElement]);
  }

  stop(): void {
    this.#stopped = true;
    this.#watcher.stop();
    this.#pointer.stop();
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('pagehide', this.#onPageHide);
    this.#document.removeEventListener('visibilitychange', this.#onVisibilityChange);
    this.#card.remove();
    this.#highlights.clear();
    this.#waiting.clear();
  }

  /** Looks for other names from now on, and over again: what stays the same stays painted. */
  lookFor(matcher: Matcher): void {
    this.#matcher = matcher;
    this.#enqueue([this.#document.documentElement]);
  }

  /** Marks, and when a card opens, as the reader set them; how it speaks and looks. */
  follow(settings: PageSettings, appearance: Appearance): void {
    this.#card.appearance = appearance;
    this.#highlights.shown = settings.marking === 'on';
    this.#pointer.habits = settings;
  }

  /** The providers named so far, once the reading under way is done; in the order of the page. */
  async inventory(): Promise<Inventory> {
    this.#read();
    await this.#reading;
    const counts = new Map<string, number>();
    for (const { provider } of this.#highlights.inOrder()) counts.set(provider, (counts.get(provider) ?? 0) + 1);
    return [...counts].map(([provider, mentions]) => ({ provider, mentions }));
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
    const current = this.#lastShown ?? this.#card.mention;
    const visible = mentions.filter((mention) => rectanglesOf(mention).length > 0);
    const at = current === null ? -1 : visible.findIndex((mention) => isSame(mention, current));
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

  #enqueue(roots: Iterable<Node>): void {
    if (this.#stopped) return;
    if (!this.#context.isValid) {
      this.#context.abort('the extension was reloaded or removed');
      return;
    }
    for (const root of roots) this.#waiting.add(root);
    // A tab that nobody looks at costs nothing; it is read when it comes to the front, or when the popup asks.
    if (!this.#document.hidden) this.#read();
  }

  #read(): void {
    if (this.#waiting.size === 0) return;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
  }

  async #readAll(): Promise<void> {
    let deadline = performance.now();
    let restarts = 0;
    for (let root = this.#takeWaiting(); root !== null; root = this.#takeWaiting()) {
      // What stays the same is neither taken away nor painted again: no flicker, and an open card keeps its name.
      const before = this.#highlights.within(root);
      try {
        for (const piece of root.isConnected ? readPage(root, PIECE_LENGTH) : []) {
          this.#paint(piece, before);
          if (performance.now() >= deadline) deadline = await nextSlice();
          if (this.#stopped) return;
        }
      } catch (error) {
        if (!(error instanceof PageMoved)) throw error;
        // A page that never holds still is read as far as it lets itself be read, and once more when it has calmed down.
        restarts += 1;
        if (restarts <= MOST_RESTARTS) this.#waiting.add(root);
        else this.#readLater(root);
        deadline = await nextSlice();
      }
      for (const mention of before) this.#highlights.drop(mention);
    }
    this.#afterReading();
  }

  #readLater(root: Node): void {
    this.#context.setTimeout(() => {
      this.#enqueue([root]);
    }, CALM);
  }

  #takeWaiting(): Node | null {
    for (const root of this.#waiting) {
      this.#waiting.delete(root);
      return root;
    }
    return null;
  }

  /** Paints what a piece names. In: the piece; the mentions that stood there, from which those found again are taken out. */
  #paint(piece: PageText, before: PageMention[]): void {
    const text = piece.text();
    for (const { start, end, provider, confidence, confirmedBy } of findMentions(text, this.#matcher)) {
      const range = confidence === 'sure' ? piece.rangeOf(start, end) : null;
      if (range === null) continue;
      const mention = { provider, range, written: text.slice(start, end), confirmedBy };
      const known = before.findIndex((old) => isSame(old, mention));
      if (known === -1) this.#highlights.add(mention);
      else before.splice(known, 1);
    }
  }

  #afterReading(): void {
    this.#highlights.register();
    this.#highlights.dropDoubles();
    const { mention } = this.#card;
    if (mention !== null && !this.#highlights.has(mention)) this.#card.close();
    this.#card.follow();
    this.#report(false);
  }

  #report(again: boolean): void {
    const count = new Set(this.#highlights.inOrder().map((mention) => mention.provider)).size;
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

  readonly #onVisibilityChange = (): void => {
    if (!this.#context.isValid) this.#context.abort('the extension was reloaded or removed');
    else if (!this.#document.hidden) this.#read();
  };
}
