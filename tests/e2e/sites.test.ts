import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { clickOn } from '../../tools/browsers/click-on.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings.ts';
import { allMarked, noneMarked, openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { keep } from './keep.ts';

declare const chrome: ExtensionApi;

const marks = () => CSS.highlights.get('ancrage-mention')?.size ?? 0;
describeInEachBrowser('sites', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let own: TestPage;
  const settings = () => own.evaluate(sendToBackground, { type: 'readSettings' }) as Promise<Settings>;
  const nameSite = async (page: TestPage, host: string) => {
    await page.waitFor(() => document.querySelector('#sites .add-host input') !== null);
    await page.evaluate((typed) => {
      const input = document.querySelector<HTMLInputElement>('#sites .add-host input');
      if (input !== null) input.value = typed;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    }, host);
  };
  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
  });
  afterEach(async () => {
    await own.evaluate(sendToBackground, { type: 'changeSettings', data: DEFAULT_SETTINGS });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('are paused for an hour from the popup, and resumed, without a reload', async () => {
    const notice = keep(await openNotice(browser, server));
    const popup = keep(await browser.openPopup(notice));
    await popup.show();
    // The list comes late, and moves what stands below it.
    await popup.waitFor(() => document.querySelector('.inventory-row') !== null);
    await clickOn(popup, '[data-action="pause"]');
    await noneMarked(notice);
    const alarm = await own.evaluate(() => chrome.alarms.get('pause-end'));
    expect(alarm?.scheduledTime).toBe((await settings()).pausedUntil);
    await popup.show();
    await popup.waitFor(() => document.querySelector('[data-kind="paused"]') !== null);
    await clickOn(popup, '[data-action="resume"]');
    await notice.show();
    await allMarked(notice);
    expect((await settings()).pausedUntil).toBeNull();
  });

  it('save what is meant before the browser is asked', async () => {
    const page = keep(await browser.openOwn('options.html'));
    await nameSite(page, 'achats.example.org');
    await page.show();
    await clickOn(page, '#sites .add-host button');
    await page.waitFor(() => document.querySelector('[data-host="achats.example.org"]') !== null);
    expect((await settings()).sitesAdded).toEqual(['achats.example.org']);
  });

  it('without access say so on the options page, and are not annotated', async () => {
    const data = { sitesAdded: ['sans-acces.example.org'] };
    await own.evaluate(sendToBackground, { type: 'changeSettings', data });
    const page = keep(await browser.openOwn('options.html'));
    await page.waitFor(() => document.querySelector('[data-host="sans-acces.example.org"] .option-problem') !== null);
    expect(await own.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  });

  it('are annotated once added, at once and for good, until access is taken away', async () => {
    const origin = '*://localhost/*';
    const notice = keep(await browser.open(server.unlistedUrl('/notice')));
    const page = keep(await browser.openOwn('options.html'));
    await nameSite(page, 'http://localhost/');
    // Chromium's question stands outside any page, where no driver reaches it: its settings answer before it is asked.
    if (name === 'chromium') await browser.setAccess(origin, true);
    await page.show();
    await clickOn(page, '#sites .add-host button');
    await page.waitFor(() => document.querySelector('[data-host="localhost"]') !== null);
    await notice.show();
    await allMarked(notice);
    const later = keep(await browser.open(server.unlistedUrl('/notice')));
    await allMarked(later);

    await browser.setAccess(origin, false);
    await page.waitFor(() => document.querySelector('[data-host="localhost"] .option-problem') !== null);
    await own.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
    const after = keep(await browser.open(server.unlistedUrl('/notice')));
    await browser.clickToolbar(after);
    const popup = keep(await browser.openPopup(after));
    await popup.waitFor(() => document.querySelector('[data-kind="revoked"] .main-button') !== null);
    expect(await after.evaluate(marks)).toBe(0);
  });

  it('that are portals offer a way back when their access was taken away', async () => {
    const notice = keep(await browser.open(server.portalUrl('/notice')));
    await allMarked(notice);
    await browser.setAccess('*://*.boamp.fr/*', false);
    await notice.goto(server.portalUrl('/notice'));
    expect(await notice.evaluate(marks)).toBe(0);
    await browser.clickToolbar(notice);
    // Firefox lets the script in at that click, for this visit; Chrome waits for another.
    if (name === 'firefox') await allMarked(notice);
    const popup = keep(await browser.openPopup(notice));
    const kind = name === 'firefox' ? '.inventory' : '[data-kind="unread"]';
    await popup.waitFor((selector) => document.querySelector(selector) !== null, kind);
    await popup.show();
    await clickOn(popup, name === 'firefox' ? '[data-action="allow"]' : '.main-button');
    await popup.waitFor(() => document.querySelectorAll('.inventory-row').length === 16);
    await popup.waitFor(() => document.querySelector('[data-action="allow"]') === null);
    const granted = { origins: ['*://*.boamp.fr/*'] };
    // Chrome does not tell of the hosts of content scripts: there, the page is read for this visit.
    if (name === 'firefox')
      expect(await own.evaluate((wanted) => chrome.permissions.contains(wanted), granted)).toBe(true);
  });
});
