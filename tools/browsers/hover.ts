import type { TestPage } from './browser-under-test.ts';
import { openCard, placeOf } from './probes.ts';
import { waitToSettle } from './wait-for.ts';

/**
 * Rests the pointer on a marked name, once it stays where it is, and waits for its card.
 * In: the name as it is written. Out: where it is, in CSS pixels, and what its card says. Throws where none opens.
 */
export async function hover(page: TestPage, text: string) {
  const place = await waitToSettle(() => page.evaluate(placeOf, text), `the mark of “${text}”`);
  if (place === null) throw new Error(`"${text}" is not marked`);
  await page.movePointer(1, 1);
  await page.movePointer(place.x, place.y);
  // Another card may still be open: ours is the one whose name is marked as current.
  await page.waitFor((wanted) => {
    const [range] = [...(CSS.highlights.get('ancrage-current') ?? [])];
    if (range === undefined) return false;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString().replace(/\s+/g, ' ') === wanted;
  }, text);
  const card = await page.waitFor(openCard);
  if (card === null) throw new Error('no card');
  return { place, card };
}
