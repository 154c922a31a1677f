import type { Box, FrameCardRequest } from '../../domain/protocol/frame-card.ts';
import { dropFrameCard, showFrameCard } from './background-calls.ts';
import type { Card } from './card.tsx';
import type { CardOpening, CardSubject, ShownCard } from './card-subject.ts';

const NOWHERE: Box = { left: 0, top: 0, right: -1, bottom: -1 };

/**
 * The card of a frame. The page around it draws it, since a frame may be smaller than a card; where no script of ours is in
 * that page, the frame does.
 */
export class FrameCard implements ShownCard {
  readonly #own: Card;
  readonly #onChange: (subject: CardSubject | null) => void;
  #subject: CardSubject | null = null;
  #pinned = false;
  #box = NOWHERE;
  #opening = 0;
  #awaitsHover = false;
  /** A card is open here, or on its way. */
  #wanted = false;
  #at = NOWHERE;

  constructor(own: Card, onChange: (subject: CardSubject | null) => void) {
    this.#own = own;
    this.#onChange = onChange;
  }

  get subject(): CardSubject | null {
    return this.#subject ?? this.#own.subject;
  }

  get pinned(): boolean {
    return this.#subject === null ? this.#own.pinned : this.#pinned;
  }

  get isElsewhere(): boolean {
    return this.#subject !== null;
  }

  get box(): Box {
    return this.#subject === null ? this.#own.box : this.#box;
  }

  async open(subject: CardSubject, opening: CardOpening): Promise<void> {
    const turn = ++this.#opening;
    const { pinned, atBottom = false, x, y } = opening;
    this.#awaitsHover = !pinned;
    this.#wanted = true;
    const lines = subject.boxes().map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    // The line that is pointed at comes first: the card stands beside it.
    const pointed = lines.findIndex((line) => x !== undefined && y !== undefined && isWithin(line, x, y));
    if (pointed > 0) lines.unshift(...lines.splice(pointed, 1));
    const { provider, written, grounds, mentions } = subject;
    const size = { width: innerWidth, height: innerHeight };
    const request = { provider, written, grounds, mentions, lines, offset: offsetInPage(), size, pinned, atBottom };
    const box = await showFrameCard(request).catch(() => null);
    if (turn !== this.#opening) {
      // Gone on meanwhile, to no other card.
      if (box !== null && !this.#wanted) dropFrameCard();
      return;
    }
    this.#awaitsHover = false;
    if (box === null) {
      await this.#own.open(subject, opening);
      return;
    }
    this.#subject = subject;
    this.#pinned = pinned;
    this.#box = box;
    this.#at = lines[0] ?? NOWHERE;
    this.#onChange(subject);
  }

  readonly close = (): void => {
    this.#opening += 1;
    this.#awaitsHover = false;
    this.#wanted = false;
    this.#own.close();
    if (this.#subject === null) return;
    this.forget();
    dropFrameCard();
  };

  /** The page closed it. */
  forget(): void {
    if (this.#subject === null) return;
    this.#subject = null;
    this.#onChange(null);
  }

  cancelHover(): void {
    this.#own.cancelHover();
    if (!this.#awaitsHover) return;
    this.#opening += 1;
    this.#awaitsHover = false;
    this.#wanted = this.#subject !== null;
  }

  follow(): void {
    if (this.#subject === null) this.#own.follow();
    else if (!this.#isInPlace(this.#subject)) this.close();
  }

  /** A card that was asked for stays where it is: it is the page's, and does not scroll with the frame. */
  #isInPlace(subject: CardSubject): boolean {
    const boxes = subject.boxes();
    return (
      boxes.length > 0 &&
      (this.#pinned || boxes.some(({ top, left }) => top === this.#at.top && left === this.#at.left))
    );
  }

  contains(x: number, y: number): boolean {
    return this.#subject === null && this.#own.contains(x, y);
  }

  owns(target: EventTarget | null): boolean {
    return this.#own.owns(target);
  }

  remove(): void {
    this.close();
    this.#own.remove();
  }
}

/** Where this frame's top left is in the page; null where a frame of another site lies between. */
function offsetInPage(): FrameCardRequest['offset'] {
  let [x, y] = [0, 0];
  for (let frame: Window = window; frame !== frame.top; frame = frame.parent) {
    let element: Element | null = null;
    try {
      element = frame.frameElement;
    } catch {
      return null;
    }
    if (element === null) return null;
    const inner = contentBoxOf(element);
    x += inner.left;
    y += inner.top;
  }
  return { x, y };
}

/** In: a frame's element. Out: where what it shows is, inside its border and padding. */
export function contentBoxOf(element: Element): Box {
  const { left, top } = element.getBoundingClientRect();
  const style = (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
  const x = left + element.clientLeft + Number.parseFloat(style.paddingLeft);
  const y = top + element.clientTop + Number.parseFloat(style.paddingTop);
  const width = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const height = element.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** In: a box and a point, in CSS pixels. Out: whether the point is in it. */
export function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
