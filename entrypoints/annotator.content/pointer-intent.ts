import { isOnTheWay } from './card-placement.ts';
import { DEFAULT_PAGE_CHOICES, type PageSettings } from '../../domain/settings/page-settings.ts';
import type { CardOpening, ShownCard } from './card-subject.ts';
import type { Highlights } from './highlights.ts';
import type { PageMention } from './page-mention.ts';

/** How long it may stray before the card closes, in milliseconds. */
const STRAY = 250;
/** How far it may move and still be at rest, in CSS pixels. */
const TREMOR = 4;
/** How far from the name and the card it may pass on its way between them, in CSS pixels. */
const MARGIN = 10;

/** What does something of its own when it is pressed. */
const PRESSED = 'a[href], button, input, select, textarea, label, summary, [role="button"]';

export type PointerHabits = Pick<PageSettings, 'hoverDelay' | 'modifierKey'>;

/** Reads what a pointer means: resting on a name opens its card, leaving closes it, a tap opens it too. */
export class PointerIntent {
  readonly #highlights: Highlights;
  readonly #card: ShownCard;
  readonly #show: (mention: PageMention, opening: CardOpening) => void;
  readonly #isValid: () => boolean;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #strayTimer: ReturnType<typeof setTimeout> | undefined;
  #habits: PointerHabits = DEFAULT_PAGE_CHOICES;
  #x = -1;
  #y = -1;

  constructor(
    highlights: Highlights,
    card: ShownCard,
    show: (mention: PageMention, opening: CardOpening) => void,
    isValid: () => boolean,
  ) {
    this.#highlights = highlights;
    this.#card = card;
    this.#show = show;
    this.#isValid = isValid;
  }

  /** How long a pointer rests before a card opens, in milliseconds, and the key that must be held meanwhile. */
  set habits(habits: PointerHabits) {
    this.#habits = habits;
  }

  start(): void {
    const options = { capture: true, passive: true };
    addEventListener('pointermove', this.#onMove, options);
    addEventListener('pointerdown', this.#onDown, options);
    addEventListener('pointerup', this.#onUp, options);
    addEventListener('keydown', this.#onKey, { capture: true });
    addEventListener('scroll', this.onScroll, options);
    addEventListener('resize', this.onScroll, options);
    // Heard at the window: the page may replace its root element.
    addEventListener('pointerout', this.#onLeave, options);
  }

  stop(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#strayTimer);
    removeEventListener('pointermove', this.#onMove, { capture: true });
    removeEventListener('pointerdown', this.#onDown, { capture: true });
    removeEventListener('pointerup', this.#onUp, { capture: true });
    removeEventListener('keydown', this.#onKey, { capture: true });
    removeEventListener('scroll', this.onScroll, { capture: true });
    removeEventListener('resize', this.onScroll, { capture: true });
    removeEventListener('pointerout', this.#onLeave, { capture: true });
  }

  readonly #onMove = (event: PointerEvent): void => {
    // Reading `isValid` also notices that the extension was reloaded, and stops this copy.
    if (!this.#isValid() || event.pointerType === 'touch') return;
    this.#watchStraying(event.clientX, event.clientY);
    const moved = Math.hypot(event.clientX - this.#x, event.clientY - this.#y);
    if (moved <= TREMOR) return;
    this.#x = event.clientX;
    this.#y = event.clientY;
    clearTimeout(this.#restTimer);
    this.#cancelHover();
    // A pressed button is a selection or a drag under way, not a question.
    if (event.buttons !== 0 || this.#highlights.size === 0) return;
    const { hoverDelay, modifierKey } = this.#habits;
    if (modifierKey !== 'none' && !event.getModifierState(modifierKey)) return;
    this.#restTimer = setTimeout(this.#onRest, hoverDelay);
  };

  readonly #onRest = (): void => {
    // A card that was asked for by key, tap or popup stays until it is closed.
    if (this.#card.pinned || this.#card.contains(this.#x, this.#y)) return;
    const mention = this.#highlights.at(this.#x, this.#y);
    if (mention === null || this.#isShown(mention)) return;
    this.#open(mention, { pinned: false, x: this.#x, y: this.#y });
  };

  /** Leaving the last name started the timer that would close its card: it must not close this one. */
  #open(mention: PageMention, opening: CardOpening): void {
    clearTimeout(this.#strayTimer);
    this.#strayTimer = undefined;
    this.#show(mention, opening);
  }

  #isShown(mention: PageMention): boolean {
    const from = this.#card.subject?.from;
    return from !== undefined && 'mention' in from && from.mention === mention;
  }

  /** The pointer went on before the card was there. */
  #cancelHover(): void {
    if (this.#card.subject === null) this.#card.cancelHover();
  }

  #watchStraying(x: number, y: number): void {
    const { subject, pinned, box } = this.#card;
    if (subject === null || pinned) return;
    if (isOnTheWay(x, y, [...subject.boxes(), box], MARGIN)) {
      clearTimeout(this.#strayTimer);
      this.#strayTimer = undefined;
    } else {
      this.#strayTimer ??= setTimeout(this.#onStray, STRAY);
    }
  }

  readonly #onStray = (): void => {
    this.#strayTimer = undefined;
    this.#card.close();
  };

  readonly #onLeave = (event: PointerEvent): void => {
    if (event.relatedTarget !== null) return;
    clearTimeout(this.#restTimer);
    this.#cancelHover();
    if (this.#card.isElsewhere) {
      // On its way to the card, perhaps: who draws it sees to the rest.
      clearTimeout(this.#strayTimer);
      this.#strayTimer = undefined;
      return;
    }
    if (this.#card.subject !== null && !this.#card.pinned) this.#strayTimer ??= setTimeout(this.#onStray, STRAY);
  };

  readonly #onDown = (event: PointerEvent): void => {
    clearTimeout(this.#restTimer);
    this.#cancelHover();
    if (this.#card.subject !== null && !this.#card.contains(event.clientX, event.clientY)) this.#card.close();
  };

  /** There is no hovering on a touch screen: a tap on a name opens the card, unless it follows a link or presses a button. */
  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' || this.#card.contains(event.clientX, event.clientY)) return;
    // The path leads into open shadow roots, where the target is only the host.
    if (event.composedPath().some((target) => target instanceof Element && target.matches(PRESSED))) return;
    const mention = this.#highlights.at(event.clientX, event.clientY);
    if (mention !== null) this.#open(mention, { pinned: true, atBottom: true });
  };

  /** Esc closes the card wherever the focus is (WCAG 1.4.13); it is not swallowed, the page may want it too. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) this.#card.close();
    // The key may be pressed once the pointer is at rest already.
    if (event.key === this.#habits.modifierKey && !event.repeat) this.#onRest();
  };

  readonly onScroll = (event: Event): void => {
    if (!this.#card.owns(event.target)) this.#card.follow();
  };
}
