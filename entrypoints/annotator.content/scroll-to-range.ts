import { parentOf } from './page-mention.ts';

/**
 * Brings a range to the middle of the window, and of every box that scrolls around it. The browser's own scrolling knows
 * elements only, and an element may be many windows tall.
 */
export function scrollToRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): void {
  parentOf(startContainer)?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const root = document.scrollingElement ?? document.documentElement;
  for (let box = parentOf(startContainer); box !== null; box = parentOf(box)) {
    if (box !== root && !scrolls(box)) continue;
    const { top, bottom } = box === root ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
    const name = range.getBoundingClientRect();
    if (name.top >= top && name.bottom <= bottom) continue;
    box.scrollBy({ top: (name.top + name.bottom) / 2 - (top + bottom) / 2, behavior: 'instant' });
  }
}

function scrolls(box: Element): boolean {
  return box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY);
}
