import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { allMarked } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

describeInEachBrowser('the welcome page', (launch, name) => {
  let browser: BrowserUnderTest;
  let own: TestPage;
  const opened = () =>
    own.evaluate(async () => (await chrome.tabs.query({ url: chrome.runtime.getURL('welcome.html') })).length);

  beforeAll(async () => {
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
  });
  afterAll(async () => {
    await browser.close();
  });

  it('opens once, at the installation', async () => {
    await own.waitFor(
      async () => (await chrome.tabs.query({ url: chrome.runtime.getURL('welcome.html') })).length === 1,
    );
  });

  it('has its three pictures, says what leaves the browser, and leads to the notice and the settings', async () => {
    const page = await browser.openOwn('welcome.html');
    const text = await page.waitFor(() => document.querySelector<HTMLElement>('.welcome')?.innerText);
    expect(text).toContain('Ce qui quitte le navigateur\u00a0: rien');
    expect(await page.evaluate(() => document.querySelectorAll('.picture').length)).toBe(3);
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')));
    expect(links).toEqual(['/demo.html', '/options.html']);
    expect(page.console()).toEqual([]);
    await page.close();
  });

  it('leads to a notice on which the names are marked and their cards open', async () => {
    const page = await browser.openOwn('demo.html');
    await page.show();
    await allMarked(page);
    const { card } = await hover(page, 'Scaleway');
    expect(card.name).toBe('Scaleway');
    await page.close();
  });

  // Chromium does not bring back an extension of its command line that reloads itself.
  it.skipIf(name === 'chromium')('does not open again when the extension is reloaded, as an update does', async () => {
    const before = await opened();
    await browser.reloadExtension();
    // A browser takes a moment to let its pages open again.
    own = await waitFor(() => browser.openOwn('popup.html?tab=0'), 'the extension to be back');
    await own.waitFor(() => document.querySelector('.popup-message:not([data-kind="loading"])') !== null);
    expect(await opened()).toBeLessThanOrEqual(before);
  });
});
