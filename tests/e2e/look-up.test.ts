import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { cardIsClosed, openCard } from '../../tools/browsers/probes.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

describeInEachBrowser('looking up by hand', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let popup: TestPage;

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    popup = await browser.openOwn('popup.html?tab=0');
    // The page is there before what it draws: typing too early is typing nowhere.
    await popup.waitFor(() => document.querySelector('.provider-search input') !== null);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each([
    ['ovh', 'OVHcloud', '/provider.html?id=ovhcloud'],
    ['SCALEWAY', 'Scaleway', '/provider.html?id=scaleway'],
    ['éxòscale', 'Exoscale', '/provider.html?id=exoscale'],
    ['Google Apps', 'Google Workspace', '/provider.html?id=google-workspace'],
  ])('finds %j in the popup: %s', async (typed, name, address) => {
    await popup.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('.provider-search input');
      if (input !== null) input.value = text;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    }, typed);
    const first = await popup.waitFor((wanted) => {
      const link = document.querySelector('.provider-search li a');
      return link?.textContent.startsWith(wanted) === true ? link.getAttribute('href') : null;
    }, name);
    expect(first).toBe(address);
  });

  it('says so when no provider goes by that name', async () => {
    await popup.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('.provider-search input');
      if (input !== null) input.value = 'Personne de ce nom';
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await popup.waitFor(() => document.querySelector('.search-none') !== null);
  });

  it('has its place in the menu of a selection, and in the address bar', async () => {
    const manifest = await popup.evaluate(() => chrome.runtime.getManifest() as { omnibox?: { keyword: string } });
    expect(manifest.omnibox?.keyword).toBe('ancrage');
    // An update of an entry that is not there fails.
    await popup.evaluate(() => chrome.contextMenus.update('look-up-selection', {}));
  });

  it.each([
    ['lookUpSelection', ' Azure ', 'microsoft-azure'],
    ['enterInAddressBar', 'outscale', 'outscale'],
  ] as const)('opens the sheet of what is named there: %s', async (way, text, id) => {
    await browser[way](text);
    const sheet = await browser.opened(`provider.html?id=${id}`);
    await sheet.waitFor(() => document.querySelector('.sheet h1') !== null);
    await sheet.close();
  });

  it('offers the list of all providers where a selected text names none', async () => {
    await browser.lookUpSelection('Personne de ce nom');
    const sheet = await browser.opened('provider.html?id=Personne');
    expect(await sheet.waitFor(() => document.querySelector('h1')?.textContent)).not.toBe('');
    await sheet.waitFor(() => document.querySelectorAll('a[href^="/provider.html?id="]').length > 100);
    await sheet.close();
  });

  it('opens the card of the first name by the keyboard, and the same again', async () => {
    const notice = await openNotice(browser, server);
    await browser.command('open-card');
    const first = await notice.waitFor(openCard);
    await notice.press('Escape');
    await notice.waitFor(cardIsClosed);
    await browser.command('open-card');
    const again = await notice.waitFor(openCard);
    expect(again?.name).toBe(first?.name);
    await notice.close();
  });
});
