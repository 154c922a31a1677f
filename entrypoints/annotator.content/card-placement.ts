import type { Box } from '../../domain/protocol/frame-card.ts';

export interface Size {
  width: number;
  height: number;
}

export type Placement = { left: number; maxHeight: number } & (
  | { side: 'below'; top: number }
  /** From the bottom edge of the window, so that a card above grows upwards when a row unfolds. */
  | { side: 'above'; bottom: number }
);

const GAP = 6;
const EDGE = 8;
/** A card lower than this cannot be read: in a tiny window it may reach over the line. */
const LOWEST = 160;

/**
 * Places the card beside a name without covering its line: below where it fits, else on the roomier side.
 * Where neither side has room for a card that can be read, it docks to the edge farther from the name.
 * In: the name's box, the card's size, the window's size. Out: where the card goes and how tall it may be.
 */
export function placeCard(name: Box, card: Size, window: Size): Placement {
  const left = Math.max(EDGE, Math.min(name.left, window.width - card.width - EDGE));
  const below = window.height - name.bottom - GAP - EDGE;
  const above = name.top - GAP - EDGE;
  if (Math.max(below, above) < Math.min(LOWEST, card.height)) {
    const maxHeight = Math.max(window.height - 2 * EDGE, 0);
    return below >= above
      ? { side: 'above', left, bottom: EDGE, maxHeight }
      : { side: 'below', left, top: EDGE, maxHeight };
  }
  return card.height <= below || below >= above
    ? { side: 'below', left, top: name.bottom + GAP, maxHeight: Math.max(below, 0) }
    : { side: 'above', left, bottom: window.height - name.top + GAP, maxHeight: Math.max(above, 0) };
}

/**
 * Tells whether a pointer is on the name, on the card or on the way from one to the other.
 * In: a point and boxes in CSS pixels; a margin around them. Out: true while the card should stay.
 */
export function isOnTheWay(x: number, y: number, boxes: readonly Box[], margin: number): boolean {
  return boxes.some(
    (box) => x >= box.left - margin && x <= box.right + margin && y >= box.top - margin && y <= box.bottom + margin,
  );
}

/** In: boxes. Out: the smallest box around them all; null when there are none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
