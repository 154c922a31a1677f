import { render } from 'preact';
import { browser } from 'wxt/browser';

import { CardMessage } from '../../components/CardMessage.tsx';
import { ProviderCard } from '../../components/ProviderCard.tsx';
import { WordingProvider } from '../../components/wording-context.ts';
import type { Box } from '../../domain/protocol/frame-card.ts';
import type { AxisAssessment } from '../../domain/assessment/assessment.ts';
import { copyText } from '../../components/copy-text.ts';
import checklistCss from '../../components/Checklist.css?inline';
import axisRowCss from '../../components/AxisRow.css?inline';
import internalNoteCss from '../../components/InternalNote.css?inline';
import legendCss from '../../components/Legend.css?inline';
import providerCardCss from '../../components/ProviderCard.css?inline';
import receiptCss from '../../components/Receipt.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { browserAppearance, type Appearance } from './appearance.ts';
import { addToDossier, assess, cite, openDossier, openSheet, undoAddition } from './background-calls.ts';
import cardHostCss from './card-host.css?inline';
import { boxAround, placeCard } from './card-placement.ts';
import type { CardOpening, CardSubject, ShownCard } from './card-subject.ts';
import { pageSeenHere } from './page-seen-here.ts';
import { sheetOf } from './shadow-roots.ts';

/**
 * Marks our one element in the page: a child of the root, never of the body. A plain `div`: a page may define a custom
 * element of any name, and reach the closed shadow root of ours through its internals.
 */
export const CARD_ATTRIBUTE = 'data-ancrage-card';
const TITLE_ID = 'ancrage-card-title';

/** Owns the card: its element, its closed shadow root, what is drawn in it, and its end. */
export class Card implements ShownCard {
  readonly #onChange: (subject: CardSubject | null) => void;
  readonly isElsewhere = false;
  #appearance: Appearance = browserAppearance();
  #host: HTMLElement | null = null;
  #shadow: ShadowRoot | null = null;
  #subject: CardSubject | null = null;
  #pinned = false;
  #focusBefore: Element | null = null;
  #opening = 0;
  #awaitsHover = false;

  constructor(onChange: (subject: CardSubject | null) => void) {
    this.#onChange = onChange;
  }

  get subject(): CardSubject | null {
    return this.#subject;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  get box(): Box {
    return this.#host?.getBoundingClientRect() ?? { left: 0, top: 0, right: -1, bottom: -1 };
  }

  contains(x: number, y: number): boolean {
    if (this.#subject === null) return false;
    const { left, top, right, bottom } = this.box;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  async open(subject: CardSubject, { pinned, atBottom = false, x, y }: CardOpening): Promise<void> {
    const opening = ++this.#opening;
    this.#awaitsHover = !pinned;
    const focused = document.activeElement;
    const answer = await assess(subject.provider).catch(() => null);
    // Something else was opened, the pointer went on, or the name went away, while the background was answering.
    if (opening !== this.#opening || subject.boxes().length === 0) return;
    const assessment = answer?.assessments[0];
    const shadow = this.#ensureHost();
    render(
      <WordingProvider value={this.#appearance.wording}>
        {answer === null || assessment === undefined ? (
          <CardMessage titleId={TITLE_ID} onClose={this.close} />
        ) : (
          <ProviderCard
            // Another requirement set unfolds other rows: the card begins anew.
            key={`${subject.provider} ${answer.checklists?.[subject.provider]?.set ?? ''}`}
            assessment={assessment}
            mentions={subject.mentions}
            written={subject.written}
            confirmedBy={subject.grounds.words}
            standing={standingOf(subject)}
            registry={answer.registry}
            checklist={answer.checklists?.[subject.provider]}
            internal={answer.internal}
            titleId={TITLE_ID}
            onClose={this.close}
            onCite={(axes) => this.#cite(subject.provider, axes)}
            onAdd={() => addToDossier(subject.provider, pageSeenHere())}
            onUndoAdd={undoAddition}
            onOpenDossier={openDossier}
            isPrivate={browser.extension.inIncognitoContext}
            onSheet={(section) => {
              openSheet({ provider: subject.provider, ...(section !== undefined && { section }) });
            }}
          />
        )}
      </WordingProvider>,
      shadow,
    );
    this.#riseAbove(shadow.host as HTMLElement);
    if (pinned && !this.#pinned && focused !== this.#host) this.#focusBefore = focused;
    this.#subject = subject;
    this.#pinned = pinned;
    const { host } = shadow;
    host.toggleAttribute('data-bottom', atBottom);
    host.toggleAttribute('data-tight', false);
    this.#place(x, y);
    // Where all of it does not fit, the three answers come first; what completes one shows when its row is unfolded.
    if (host.toggleAttribute('data-tight', host.scrollHeight > host.clientHeight)) this.#place(x, y);
    this.#onChange(subject);
    if (pinned) {
      // A host that has the focus already would not be announced again.
      this.#host?.blur();
      this.#host?.focus({ preventScroll: true });
    }
  }

  /**
   * A dialog that a page opens as a modal one makes everything outside it inert, our card too: whoever is not in it cannot be
   * pressed or focused, and we put nothing into a page. The card can be read there: it is shown anew, above the dialog, and
   * what the pointer and the Escape key do is heard at the window.
   */
  #riseAbove(host: HTMLElement): void {
    if (host.matches(':popover-open') && document.querySelector('dialog:modal') !== null) host.hidePopover();
  }

  /** How the card speaks and looks from now on; an open one is closed rather than changed under the reader's eyes. */
  set appearance(appearance: Appearance) {
    this.#appearance = appearance;
    this.close();
    if (this.#host !== null) this.#dress(this.#host);
  }

  #dress(host: HTMLElement): void {
    const { wording, theme } = this.#appearance;
    host.lang = wording.language;
    host.dataset['theme'] = theme;
  }

  /** Gives up a card that a resting pointer asked for and that is not open yet. */
  cancelHover(): void {
    if (this.#awaitsHover) this.#opening += 1;
  }

  readonly close = (): void => {
    this.#opening += 1;
    if (this.#subject === null) return;
    const hadFocus = document.activeElement === this.#host;
    this.#subject = null;
    this.#pinned = false;
    if (this.#host?.matches(':popover-open')) this.#host.hidePopover();
    this.#onChange(null);
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  };

  /** Keeps the card beside its name while the page moves; closes it when the name leaves the window, or the page removed us. */
  follow(): void {
    if (this.#subject === null) return;
    const around = boxAround(this.#subject.boxes());
    const gone = around === null || around.bottom < 0 || around.top > innerHeight;
    const stays = this.#host?.hasAttribute('data-bottom') === true && around !== null;
    if ((gone && !stays) || this.#host?.isConnected !== true) this.close();
    else this.#place();
  }

  /** Whether an event comes from the card itself. */
  owns(target: EventTarget | null): boolean {
    return target !== null && target === this.#host;
  }

  remove(): void {
    this.close();
    if (this.#shadow !== null) render(null, this.#shadow);
    this.#host?.remove();
    this.#host = null;
    this.#shadow = null;
  }

  /** Copies statements as a citation. Out: null once copied, else the text, or why there is none. */
  async #cite(provider: string, axes: readonly AxisAssessment['axis'][]): Promise<string | null> {
    const citation = await cite({ provider, axes: [...axes], page: pageSeenHere() }).catch(() => null);
    if (citation === null) return this.#appearance.wording.t('card_failed');
    return (await copyText(citation)) ? null : citation.plain;
  }

  #ensureHost(): ShadowRoot {
    // A page may replace its root element; the card moves to the new one.
    if (this.#host !== null && this.#shadow !== null) {
      if (!this.#host.isConnected) document.documentElement.append(this.#host);
      return this.#shadow;
    }
    for (const orphan of document.querySelectorAll(`html > [${CARD_ATTRIBUTE}]`)) orphan.remove();
    const host = document.createElement('div');
    host.setAttribute(CARD_ATTRIBUTE, '');
    host.popover = 'manual';
    host.tabIndex = -1;
    host.role = 'dialog';
    // Closed, so that a page cannot rewrite what the card says; open in the test build alone.
    const shadow = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
    shadow.adoptedStyleSheets = [
      sheetOf(
        [
          tokensCss,
          cardHostCss,
          axisRowCss,
          checklistCss,
          internalNoteCss,
          receiptCss,
          legendCss,
          providerCardCss,
        ].join('\n'),
      ),
    ];
    document.documentElement.append(host);
    this.#host = host;
    this.#dress(host);
    this.#shadow = shadow;
    return shadow;
  }

  /** In: where the pointer is, to begin at the line of a name that wraps; its first line otherwise. */
  #place(x?: number, y?: number): void {
    const host = this.#host;
    const lines = this.#subject?.boxes() ?? [];
    const around = boxAround(lines);
    if (host === null || around === null) return;
    if (!host.matches(':popover-open')) host.showPopover();
    host.ariaLabel = this.#shadow?.getElementById(TITLE_ID)?.textContent ?? '';
    const { left } = lineUnder(lines, x, y) ?? around;
    // What is inside, whatever height it was given last: measuring must not disturb how far it is scrolled.
    const border = host.offsetHeight - host.clientHeight;
    const size = { width: host.offsetWidth, height: host.scrollHeight + border };
    const placement = placeCard({ ...around, left }, size, { width: innerWidth, height: innerHeight });
    const place = (edge: string, value: number | undefined) => {
      host.style.setProperty(`--ancrage-${edge}`, value === undefined ? 'auto' : `${value}px`);
    };
    place('left', placement.left);
    place('top', placement.side === 'below' ? placement.top : undefined);
    place('bottom', placement.side === 'above' ? placement.bottom : undefined);
    place('height', placement.maxHeight);
  }
}

function standingOf({ grounds }: CardSubject) {
  if (grounds.confidence === 'possible') return 'possible';
  return grounds.elsewhere ? 'confirmed-elsewhere' : undefined;
}

/** The line of a name that a point is on. */
function lineUnder(lines: readonly Box[], x?: number, y?: number): Box | undefined {
  if (x === undefined || y === undefined) return lines[0];
  return lines.find((line) => x >= line.left && x <= line.right && y >= line.top && y <= line.bottom) ?? lines[0];
}
