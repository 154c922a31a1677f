import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed, openCard, placeOf } from '../../tools/browsers/probes.ts';
import { describeInEachBrowser } from './each-browser.ts';

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>touch</title>
<p style="margin:200px 20px">La sauvegarde est chez Scaleway ; voir <a href="#suite">l’offre d’OVHcloud</a>.</p>`;

describeInEachBrowser('a finger', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;

  beforeAll(async () => {
    server = await servePages();
    server.add('/page', { body: PAGE });
    browser = await launch({ touch: true });
    page = await browser.open(server.url('/page'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) === 2);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('opens the card by a tap on a name and closes it by a tap elsewhere', async () => {
    const place = await page.waitFor(placeOf, 'Scaleway');
    await page.tap(place?.x ?? 0, place?.y ?? 0);
    const card = await page.waitFor(openCard);
    expect(card?.name).toBe('Scaleway');
    // A sheet at the bottom of the window, in reach of the thumb.
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
    expect(card?.box.bottom).toBeCloseTo(height, 0);
    expect(((card?.box.left ?? 0) + (card?.box.right ?? 0)) / 2).toBeCloseTo(width / 2, 0);
    expect(card?.box.top).toBeGreaterThanOrEqual(height * 0.3 - 1);
    await page.tap(900, 20);
    await page.waitFor(cardIsClosed);
  });

  it('unfolds a row and closes the card by taps on it', async () => {
    const place = await page.waitFor(placeOf, 'Scaleway');
    await page.tap(place?.x ?? 0, place?.y ?? 0);
    await page.waitFor(openCard);
    const tapOn = async (selector: string) => {
      const box = await page.evaluate((wanted) => {
        const found = document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector(wanted);
        found?.scrollIntoView({ block: 'nearest' });
        return found?.getBoundingClientRect().toJSON() as DOMRect | undefined;
      }, selector);
      await page.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    };
    await tapOn('[data-axis="law"] .axis-button');
    await page.waitFor(
      () =>
        document
          .querySelector('[data-ancrage-card]')
          ?.shadowRoot?.querySelector('[data-axis="law"] .axis-button')
          ?.getAttribute('aria-expanded') === 'true',
    );
    await tapOn('.card-close');
    await page.waitFor(cardIsClosed);
  });

  it('follows a link as before, even where its text is a name', async () => {
    const place = await page.waitFor(placeOf, 'OVHcloud');
    await page.tap(place?.x ?? 0, place?.y ?? 0);
    await page.waitFor(() => location.hash === '#suite');
    expect(await page.evaluate(openCard)).toBeNull();
  });
});
