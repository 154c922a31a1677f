import { render } from 'preact';
import { browser } from 'wxt/browser';

import { CardMessage } from '../../components/CardMessage.tsx';
import { ProviderCard } from '../../components/ProviderCard.tsx';
import { WordingProvider } from '../../components/wording-context.ts';
import { createWording } from '../../domain/wording/wording.ts';
import axisRowCss from '../../components/AxisRow.css?inline';
import providerCardCss from '../../components/ProviderCard.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { assess } from './background-calls.ts';
import cardHostCss from './card-host.css?inline';
import { placeCard, type Box } from './card-placement.ts';
import { rectanglesOf, type PageMention } from './highlights.ts';

/** Our one element in the page: a child of the root, never of the body. */
export const CARD_ELEMENT = 'ancrage-card';
const TITLE_ID = 'ancrage-card-title';

interface Callbacks {
  countOf: (provider: string) => number;
  onChange: (mention: PageMention | null) => void;
}

interface Opening {
  /** Opened by keyboard, tap or popup: takes the focus, and stays until it is closed. */
  pinned: boolean;
  /** Where the pointer is, to choose among the lines of a name that wraps. */
  x?: number;
  y?: number;
}

/** Owns the card: its element, its closed shadow root, what is drawn in it, and its end. */
export class Card {
  readonly #callbacks: Callbacks;
  readonly #wording = createWording((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  #host: HTMLElement | null = null;
  #shadow: ShadowRoot | null = null;
  #mention: PageMention | null = null;
  #pinned = false;
  #focusBefore: Element | null = null;
  #opening = 0;

  constructor(callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  get mention(): PageMention | null {
    return this.#mention;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  get box(): Box {
    return this.#host?.getBoundingClientRect() ?? { left: 0, top: 0, right: -1, bottom: -1 };
  }

  contains(x: number, y: number): boolean {
    if (this.#mention === null) return false;
    const { left, top, right, bottom } = this.box;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  async open(mention: PageMention, { pinned, x, y }: Opening): Promise<void> {
    const opening = ++this.#opening;
    const answer = await assess(mention.provider).catch(() => null);
    // Something else was opened, or the name went away, while the background was answering.
    const anchor = nearestBox(rectanglesOf(mention), x, y);
    if (opening !== this.#opening || anchor === null) return;
    const assessment = answer?.assessments[0];
    const shadow = this.#ensureHost();
    render(
      <WordingProvider value={this.#wording}>
        {answer === null || assessment === undefined ? (
          <CardMessage titleId={TITLE_ID} onClose={this.close} />
        ) : (
          <ProviderCard
            key={mention.provider}
            assessment={assessment}
            mentions={this.#callbacks.countOf(mention.provider)}
            written={mention.written.replace(/\s+/g, ' ')}
            confirmedBy={mention.confirmedBy}
            registry={answer.registry}
            titleId={TITLE_ID}
            onClose={this.close}
          />
        )}
      </WordingProvider>,
      shadow,
    );
    if (this.#mention === null) this.#focusBefore = document.activeElement;
    this.#mention = mention;
    this.#pinned = pinned;
    this.#place(anchor);
    this.#callbacks.onChange(mention);
    if (pinned) this.#host?.focus({ preventScroll: true });
  }

  readonly close = (): void => {
    this.#opening += 1;
    if (this.#mention === null) return;
    const hadFocus = document.activeElement === this.#host;
    this.#mention = null;
    this.#pinned = false;
    this.#host?.hidePopover();
    this.#callbacks.onChange(null);
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  };

  /** Keeps the card beside its name while the page scrolls; closes it when the name leaves the window. */
  follow(): void {
    if (this.#mention === null) return;
    const anchor = rectanglesOf(this.#mention)[0];
    if (anchor === undefined || anchor.bottom < 0 || anchor.top > innerHeight) this.close();
    else this.#place(anchor);
  }

  remove(): void {
    this.close();
    if (this.#shadow !== null) render(null, this.#shadow);
    this.#host?.remove();
    this.#host = null;
    this.#shadow = null;
  }

  #ensureHost(): ShadowRoot {
    // A page may replace its root element; the card moves to the new one.
    if (this.#host !== null && this.#shadow !== null) {
      if (!this.#host.isConnected) document.documentElement.append(this.#host);
      return this.#shadow;
    }
    for (const orphan of document.querySelectorAll(`html > ${CARD_ELEMENT}`)) orphan.remove();
    const host = document.createElement(CARD_ELEMENT);
    host.popover = 'manual';
    host.tabIndex = -1;
    host.role = 'dialog';
    host.lang = this.#wording.language;
    // Closed, so that a page cannot rewrite what the card says; open in the test build alone.
    const shadow = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
    shadow.adoptedStyleSheets = [sheetOf([tokensCss, cardHostCss, axisRowCss, providerCardCss].join('\n'))];
    document.documentElement.append(host);
    this.#host = host;
    this.#shadow = shadow;
    return shadow;
  }

  #place(anchor: Box): void {
    const host = this.#host;
    if (host === null) return;
    host.style.maxBlockSize = '';
    host.showPopover();
    host.ariaLabel = this.#shadow?.getElementById(TITLE_ID)?.textContent ?? '';
    const size = { width: host.offsetWidth, height: host.offsetHeight };
    const placement = placeCard(anchor, size, { width: innerWidth, height: innerHeight });
    host.style.left = `${placement.left}px`;
    host.style.top = placement.side === 'below' ? `${placement.top}px` : 'auto';
    host.style.bottom = placement.side === 'above' ? `${placement.bottom}px` : 'auto';
    host.style.maxBlockSize = `${placement.maxHeight}px`;
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The line of the name under the pointer, else its first. */
function nearestBox(boxes: DOMRect[], x?: number, y?: number): DOMRect | null {
  const under = boxes.find(
    (box) => x !== undefined && y !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  return under ?? boxes[0] ?? null;
}
