import type { TestPage } from './browser-under-test.ts';
import { waitFor } from './wait-for.ts';

/** The middle of what a selector finds, scrolled into view, in CSS pixels; null while there is none. Runs in the page. */
function middleOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element?.getBoundingClientRect();
  return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Clicks on what a selector finds, with a real pointer, in front of all other tabs, once it has come to rest: what comes
 * late moves what is there.
 */
export async function clickOn(page: TestPage, selector: string): Promise<void> {
  await page.show();
  let last = '';
  const place = await waitFor(async () => {
    const now = await page.evaluate(middleOf, selector);
    const stays = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return stays ? now : null;
  }, selector);
  await page.click(place?.x ?? 0, place?.y ?? 0);
}
