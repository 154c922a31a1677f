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
    expect((await page.waitFor(openCard))?.name).toBe('Scaleway');
    await page.tap(900, 20);
    await page.waitFor(cardIsClosed);
  });

  it('follows a link as before, even where its text is a name', async () => {
    const place = await page.waitFor(placeOf, 'OVHcloud');
    await page.tap(place?.x ?? 0, place?.y ?? 0);
    await page.waitFor(() => location.hash === '#suite');
    expect(await page.evaluate(openCard)).toBeNull();
  });
});
