import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { Matcher } from '../../domain/detection/matcher.ts';
import type { Box, FrameCardRequest } from '../../domain/protocol/frame-card.ts';
import type { Inventory, Step } from '../../domain/protocol/messages.ts';
import type { PageSettings } from '../../domain/settings/settings.ts';
import type { Appearance } from './appearance.ts';
import { frameCardClosed, providersChanged } from './background-calls.ts';
import { Card, CARD_ATTRIBUTE } from './card.tsx';
import type { CardOpening, CardSubject, ShownCard } from './card-subject.ts';
import { FrameCard } from './frame-card.ts';
import { placeInFrame } from './frame-place.ts';
import { Highlights } from './highlights.ts';
import { isRendered, isSamePlace, rectanglesOf, type PageMention } from './page-mention.ts';
import { PageReader } from './page-reader.ts';
import { PointerIntent } from './pointer-intent.ts';
import { scrollToRange } from './scroll-to-range.ts';
import { ShadowRoots } from './shadow-roots.ts';

/**
 * Ties the concerns of one page, or of one frame of it, together: reads it, watches it, paints the names, opens the card.
 */
export class Annotator {
  readonly #document: Document;
  readonly #shadowRoots = new ShadowRoots(CARD_ATTRIBUTE, (event) => {
    this.#pointer.onScroll(event);
  });
  readonly #highlights = new Highlights(() => this.#shadowRoots.all);
  readonly #ownCard: Card;
  readonly #card: ShownCard;
  readonly #reader: PageReader;
  readonly #pointer: PointerIntent;
  #reported: string | null;
  /** The mention shown last, so that "next" goes on from there after the card is closed. */
  #lastShown: PageMention | null = null;
  /** Somebody is named where it cannot be seen now. */
  #isPartHidden = false;
  /** The frame for which this page shows a card. */
  #frameShown: number | null = null;

  constructor(document: Document, matcher: Matcher, context: ContentScriptContext) {
    this.#document = document;
    const onChange = (subject: CardSubject | null) => {
      this.#onCardChange(subject);
    };
    const isTop = window === window.top;
    // A frame may have held a page before this one: that it names nobody is news.
    this.#reported = isTop ? this.#state() : null;
    this.#ownCard = new Card(onChange);
    this.#card = isTop ? this.#ownCard : new FrameCard(this.#ownCard, onChange);
    const known = { highlights: this.#highlights, shadowRoots: this.#shadowRoots, ownAttribute: CARD_ATTRIBUTE };
    this.#reader = new PageReader(document, matcher, context, known, () => {
      this.#card.follow();
      this.#report();
    });
    const show = (mention: PageMention, opening: CardOpening) =>
      void this.#card.open(this.#subjectOf(mention), opening);
    this.#pointer = new PointerIntent(this.#highlights, this.#card, show, () => context.isValid);
  }

  start(): void {
    this.#pointer.start();
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('click', this.#onClick, { capture: true, passive: true });
    this.#reader.start();
  }

  stop(): void {
    this.#reader.stop();
    this.#pointer.stop();
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('click', this.#onClick, { capture: true });
    this.#card.remove();
    this.#highlights.clear();
  }

  /** Looks for other names from now on, and over again: what stays the same stays painted. */
  lookFor(matcher: Matcher): void {
    this.#reader.lookFor(matcher);
  }

  /** Marks, and when a card opens, as the reader set them; how it speaks and looks. */
  follow(settings: PageSettings, appearance: Appearance): void {
    this.#card.close();
    this.#ownCard.appearance = appearance;
    this.#highlights.follow(settings);
    this.#pointer.habits = settings;
    this.#report();
  }

  /** The providers named, once everything is read; by their ids. */
  async inventory(): Promise<Inventory> {
    await this.#reader.finish();
    const counts = new Map<string, Inventory[number]>();
    for (const mention of this.#highlights.listed().filter(isRendered)) {
      const count = counts.get(mention.provider) ?? { provider: mention.provider, mentions: 0, possible: 0 };
      count.mentions += 1;
      if (this.#highlights.standingOf(mention) === 'possible') count.possible += 1;
      counts.set(mention.provider, count);
    }
    return [...counts.values()].sort((a, b) => (a.provider < b.provider ? -1 : 1));
  }

  /** The providers named so far, where one can see it; by their ids. */
  named(): string[] {
    const named = new Set<string>();
    this.#isPartHidden = false;
    for (const mention of this.#highlights.listed()) {
      if (named.has(mention.provider)) continue;
      if (isRendered(mention)) named.add(mention.provider);
      else this.#isPartHidden = true;
    }
    return [...named].sort();
  }

  /** Scrolls to a mention and opens its card. Out: false when there is none rendered that way. */
  goTo({ direction, provider, from }: Step): boolean {
    const current = this.#lastShown;
    const visible = this.#highlights
      .inOrder()
      .filter((mention) => (provider ?? mention.provider) === mention.provider && rectanglesOf(mention).length > 0);
    const at =
      from === 'edge' || current === null
        ? -1
        : visible.findIndex((mention) => isSamePlace(mention.range, current.range));
    const edge = direction === 'previous' ? visible.length - 1 : 0;
    const mention = visible[at === -1 ? edge : at + { next: 1, previous: -1, here: 0 }[direction]];
    if (mention === undefined) return false;
    // At once: a second key press may come before the card is there.
    this.#lastShown = mention;
    scrollToRange(mention.range);
    void this.#card.open(this.#subjectOf(mention), { pinned: true });
    return true;
  }

  /** Shows the card of a frame in this page. Out: where it is, in the frame's pixels; null when it could not be shown. */
  async openForFrame(request: FrameCardRequest & { frame: number }): Promise<Box | null> {
    const { provider, written, grounds, mentions, pinned, atBottom, frame } = request;
    const place = placeInFrame(this.#document, request);
    const subject: CardSubject = {
      provider,
      written,
      grounds,
      mentions: mentions + this.#mentionsOf(provider),
      boxes: () => place.lines(),
      from: { frame },
    };
    await this.#ownCard.open(subject, { pinned, atBottom: atBottom || !place.isKnown });
    return this.#ownCard.subject === subject ? place.inFrame(this.#ownCard.box) : null;
  }

  closeForFrame(frame: number): void {
    if (this.#frameShown === frame) this.#ownCard.close();
  }

  /** The page around this frame closed its card. */
  forgetFrameCard(): void {
    if (this.#card instanceof FrameCard) this.#card.forget();
  }

  #subjectOf(mention: PageMention): CardSubject {
    const { words, elsewhere } = this.#highlights.confirmationOf(mention);
    return {
      provider: mention.provider,
      written: mention.written.replace(/\s+/g, ' '),
      grounds: { confidence: this.#highlights.standingOf(mention), words, elsewhere },
      mentions: this.#mentionsOf(mention.provider),
      boxes: () => (this.#highlights.has(mention) ? rectanglesOf(mention) : []),
      from: { mention },
    };
  }

  #onCardChange(subject: CardSubject | null): void {
    const from = subject?.from;
    const mention = from !== undefined && 'mention' in from ? from.mention : null;
    this.#highlights.setCurrent(mention);
    this.#lastShown = mention ?? this.#lastShown;
    const frame = from !== undefined && 'frame' in from ? from.frame : null;
    if (this.#frameShown !== null && this.#frameShown !== frame) frameCardClosed(this.#frameShown);
    this.#frameShown = frame;
  }

  #mentionsOf(provider: string): number {
    return this.#highlights.listed().filter((mention) => mention.provider === provider && isRendered(mention)).length;
  }

  /** Tells the toolbar when something else is named, or another frame may be there or gone. */
  #report(again = false): void {
    const state = this.#state();
    if (state === this.#reported && !again) return;
    this.#reported = state;
    providersChanged();
  }

  /** What the toolbar's count hangs on, here: who is named, and how many frames there may be. */
  #state(): string {
    return [this.#document.getElementsByTagName('iframe').length, ...this.named()].join();
  }

  /** A press may unfold what was hidden, without a change that the reader sees. */
  readonly #onClick = (): void => {
    if (this.#isPartHidden) requestIdleCallback(() => this.#report());
  };

  /** A page that comes back from the back/forward cache keeps its highlights, but the toolbar has forgotten it. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#report(true);
  };

  /** Nobody comes back to a page to find an old card open over it. */
  readonly #onPageHide = (): void => {
    this.#card.close();
  };
}
