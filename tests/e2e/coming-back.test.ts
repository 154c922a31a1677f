import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { allMarked, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

describeInEachBrowser('a page that one leaves and comes back to', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;

  beforeAll(async () => {
    server = await serveNotice();
    server.add('/empty', {
      body: '<!doctype html><meta charset="utf-8"><title>vide</title><p>Fournitures de bureau.</p>',
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('has its marks, its card and its count on the toolbar, with no card left open', async () => {
    const page = await browser.open(server.url('/notice'));
    await hover(page, 'Outscale');
    await page.goto(server.url('/empty'));
    await waitFor(async () => (await browser.toolbar(page)).text === '', 'the toolbar to be empty');
    await page.back();
    await allMarked(page);
    await waitFor(async () => (await browser.toolbar(page)).text === '16', 'the toolbar to count again');
    const { card } = await hover(page, 'Scaleway');
    expect(card.name).toBe('Scaleway');
    expect(await page.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
  });
});
