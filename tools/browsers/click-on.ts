import type { TestPage } from './browser-under-test.ts';
import { waitFor } from './wait-for.ts';

/** The middle of what a selector finds, scrolled into view, in CSS pixels; null while it cannot be clicked. Runs in the page. */
function middleOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const middle = { x: x + width / 2, y: y + height / 2 };
  const hit = document.elementFromPoint(middle.x, middle.y);
  return hit !== null && (element.contains(hit) || hit.contains(element)) ? middle : null;
}

/** Clicks on what a selector finds, with a real pointer, once it has come to rest: what comes late moves what is there. */
export async function clickOn(page: TestPage, selector: string): Promise<void> {
  let last = '';
  const place = await waitFor(async () => {
    const now = await page.evaluate(middleOf, selector);
    const stays = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return stays ? now : null;
  }, selector);
  await page.click(place?.x ?? 0, place?.y ?? 0);
}
