import type { Box, FrameCardRequest } from '../../domain/protocol/frame-card.ts';
import { contentBoxOf, isWithin } from './frame-card.ts';

/** Where a name in a frame is in the page around it. */
interface FramePlace {
  /** False where the page cannot tell which of its frames asks. */
  isKnown: boolean;
  /** The name's boxes in the page's pixels, wherever the frame has scrolled to. */
  lines: () => Box[];
  /** In: a box in the page's pixels. Out: the same in the frame's; a box that holds nothing where that is not known. */
  inFrame: (box: Box) => Box;
}

/** In: the page, and what a frame asks for. Out: where that is. */
export function placeInFrame(document: Document, { lines, offset, size }: FrameCardRequest): FramePlace {
  const frames = [...document.querySelectorAll('iframe, frame')];
  const [name] = lines;
  const element =
    offset === null || name === undefined
      ? frameOfAnotherSite(frames, size)
      : frames.find((frame) => isWithin(contentBoxOf(frame), offset.x + name.left, offset.y + name.top));
  const start = element === undefined ? null : contentBoxOf(element);
  const at = offset ?? (start === null ? null : { x: start.left, y: start.top });
  const shift = (boxes: readonly Box[], sign: 1 | -1): Box[] => {
    const now = element?.isConnected === true ? contentBoxOf(element) : start;
    const x = (at?.x ?? 0) + (now?.left ?? 0) - (start?.left ?? 0);
    const y = (at?.y ?? 0) + (now?.top ?? 0) - (start?.top ?? 0);
    return boxes.map(({ left, top, right, bottom }) => ({
      left: left + sign * x,
      top: top + sign * y,
      right: right + sign * x,
      bottom: bottom + sign * y,
    }));
  };
  return {
    isKnown: at !== null,
    lines: () => (element !== undefined && !element.isConnected ? [] : shift(lines, 1)),
    inFrame: (box) => (at === null ? { left: 0, top: 0, right: -1, bottom: -1 } : (shift([box], -1)[0] ?? box)),
  };
}

/** The browser does not tell a page which frame a message is from: it is the one under the pointer, or the only one of its size. */
function frameOfAnotherSite(frames: Element[], { width, height }: FrameCardRequest['size']): Element | undefined {
  const alike = frames.filter((frame) => {
    const { left, top, right, bottom } = contentBoxOf(frame);
    return Math.abs(right - left - width) < 1 && Math.abs(bottom - top - height) < 1;
  });
  return alike.find((frame) => frame.matches(':hover')) ?? (alike.length === 1 ? alike[0] : undefined);
}
