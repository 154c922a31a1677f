import type { TestPage } from './browser-under-test.ts';
import { waitFor, waitToSettle } from './wait-for.ts';

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

/** Has the page remember whether the next click is on what a selector finds. Runs in the page. */
function watchClick(selector: string): void {
  const page = window as { clickedOn?: boolean };
  page.clickedOn = false;
  addEventListener(
    'click',
    (event) => {
      const element = document.querySelector(selector);
      page.clickedOn = element !== null && event.composedPath().some((target) => element === target);
    },
    { capture: true, once: true },
  );
}

/** False where the click went elsewhere, or nowhere; a page that it led away from knows of none. Runs in the page. */
function wasClicked(): boolean {
  return (window as { clickedOn?: boolean }).clickedOn !== false;
}

/**
 * Clicks on what a selector finds, with a real pointer, once it has come to rest; again where it moved away under the
 * pointer all the same, as a hand would. Throws where there is nothing to click on.
 */
export async function clickOn(page: TestPage, selector: string): Promise<void> {
  await waitFor(async () => {
    const place = await waitToSettle(() => page.evaluate(middleOf, selector), selector);
    if (place === null) return false;
    await page.evaluate(watchClick, selector);
    await page.click(place.x, place.y);
    // A click that closes the page, or leads it elsewhere, has arrived.
    const arrived = () => page.evaluate(wasClicked).catch(() => true);
    return waitFor(arrived, 'the click to arrive', 1000).catch(() => false);
  }, `a click on ${selector}`);
}
