import type { Box, Grounds } from '../../domain/protocol/frame-card.ts';
import type { PageMention } from './page-mention.ts';

/** What a card explains, and where that stands. */
export interface CardSubject {
  provider: string;
  /** The name as the page writes it, its blanks made plain. */
  written: string;
  grounds: Grounds;
  /** How many times the page names the provider. */
  mentions: number;
  /** Its boxes in this window, one a line; none once it is gone. */
  boxes: () => readonly Box[];
  /** The mention, or the frame of the page that it is in. */
  from: { mention: PageMention } | { frame: number };
}

export interface CardOpening {
  /** Opened by keyboard, tap or popup: takes the focus, and stays until it is closed or another is pinned. */
  pinned: boolean;
  /** Opened by a finger: it lies at the bottom of the window, in reach of the thumb, and the page scrolls above it. */
  atBottom?: boolean;
  /** Where the pointer is, to choose among the lines of a name that wraps. */
  x?: number;
  y?: number;
}

/** A card, wherever it is drawn. */
export interface ShownCard {
  /** Null while it is closed. */
  readonly subject: CardSubject | null;
  readonly pinned: boolean;
  /** Drawn by the page around this frame: the pointer leaves the frame to get there. */
  readonly isElsewhere: boolean;
  /** Where it is, in this window's pixels. */
  readonly box: Box;
  open: (subject: CardSubject, opening: CardOpening) => Promise<void>;
  close: () => void;
  /** Gives up a card that a resting pointer asked for and that is not open yet. */
  cancelHover: () => void;
  /** Keeps beside its name; closes once the name is gone. */
  follow: () => void;
  contains: (x: number, y: number) => boolean;
  /** Whether an event comes from the card itself. */
  owns: (target: EventTarget | null) => boolean;
  remove: () => void;
}
