import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { serveNotice } from './demo-notice.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';

describeInEachBrowser('a browser in English', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch({ locale: 'en-US' });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is spoken to in English: card, popup and toolbar', async () => {
    const page = await browser.open(server.url('/notice'));
    const { card } = await hover(page, 'CloudWatt');
    expect(card.text).toContain('Named on this page, 1 time.');
    expect(card.text).toContain('Closed on 01/02/2020');
    expect(await page.evaluate(() => document.querySelector('[data-ancrage-card]')?.getAttribute('lang'))).toBe('en');
    await waitFor(async () => (await browser.toolbar(page)).text === '16', 'the toolbar to count');
    expect((await browser.toolbar(page)).title).toBe('Ancrage: 16 providers named on this page');
    const popup = await browser.openPopup(page);
    const title = await popup.waitFor(() => document.querySelector('.inventory h1')?.textContent);
    expect(title).toBe('16 providers');
  });
});
