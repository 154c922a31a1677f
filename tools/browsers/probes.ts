/* Functions that run inside a page: they may use nothing from outside themselves. */

/** The texts under our highlights, in no particular order. */
export function markedTexts(): string[] {
  return [...(CSS.highlights.get('ancrage-mention') ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString().replace(/\s+/g, ' ');
  });
}

/** The middle of the first mark that reads `text`, in CSS pixels, scrolled into view. */
export function placeOf(text: string): { x: number; y: number; top: number; bottom: number } | null {
  for (const range of CSS.highlights.get('ancrage-mention') ?? []) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    if (live.toString().replace(/\s+/g, ' ') !== text) continue;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = live.getClientRects()[0];
    if (box === undefined) return null;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.top, bottom: box.bottom };
  }
  return null;
}

/** What the open card says and where it is, in CSS pixels of the window; null while it is closed. */
export function openCard(): {
  name: string;
  text: string;
  label: string | null;
  box: { left: number; top: number; right: number; bottom: number };
  hasFocus: boolean;
} | null {
  const host = document.querySelector<HTMLElement>('html > [data-ancrage-card]');
  if (host === null || !host.matches(':popover-open')) return null;
  const { left, top, right, bottom } = host.getBoundingClientRect();
  return {
    name: host.shadowRoot?.querySelector('h2')?.textContent ?? '',
    text: host.shadowRoot?.textContent ?? '',
    label: host.ariaLabel,
    box: { left, top, right, bottom },
    hasFocus: document.activeElement === host,
  };
}

/** Whether no card is open. */
export function cardIsClosed(): boolean {
  return document.querySelector('html > [data-ancrage-card]:popover-open') === null;
}
