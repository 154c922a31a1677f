import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { openCard, placeOf } from '../../tools/browsers/probes.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { LONGEST_HOVER_DELAY } from '../../domain/settings/page-settings.ts';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../domain/settings/settings.ts';
import { allMarked, noneMarked, openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

const marks = () => CSS.highlights.get('ancrage-mention')?.size ?? 0;

describeInEachBrowser('the settings', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let own: TestPage;
  let notice: TestPage;
  const change = (patch: SettingsPatch) => own.evaluate(sendToBackground, { type: 'changeSettings', data: patch });
  /** Changes settings and waits until the notice has heard of it: its marks come back with them. A late word closes a card. */
  const changeAndHear = async (patch: SettingsPatch) => {
    await change({ marking: 'off' });
    await noneMarked(notice);
    await change({ ...patch, marking: 'on' });
    await notice.show();
    await allMarked(notice);
  };

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
    notice = await openNotice(browser, server);
  });
  afterEach(async () => {
    await change(DEFAULT_SETTINGS);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each<[string, SettingsPatch]>([
    ['marking off', { marking: 'off' }],
    ['this site off', { sitesOff: ['127.0.0.1'] }],
    ['a pause', { pausedUntil: 4_102_444_800_000 }],
  ])('take the marks away at once, and give them back: %s', async (_what, patch) => {
    await allMarked(notice);
    await change(patch);
    await noneMarked(notice);
    await change(DEFAULT_SETTINGS);
    await notice.show();
    await allMarked(notice);
  });

  it('end as they were left last, however fast they follow each other', async () => {
    for (let round = 0; round < 5; round += 1) {
      await change({ marking: 'off' });
      await change(DEFAULT_SETTINGS);
    }
    await notice.show();
    await allMarked(notice);
  });

  it('leave the page bare and the list whole when only the list is wanted', async () => {
    await change({ marking: 'list' });
    await noneMarked(notice);
    const popup = await browser.openPopup(notice);
    await popup.waitFor(() => document.querySelectorAll('.inventory-row').length === 16);
    await popup.close();
    await change(DEFAULT_SETTINGS);
    await notice.show();
    await allMarked(notice);
  });

  it('open the card after the wait that was chosen', async () => {
    await changeAndHear({ hoverDelay: LONGEST_HOVER_DELAY });
    const place = await notice.waitFor(placeOf, 'Scaleway');
    const rest = async () => {
      await notice.movePointer(1, 1);
      await notice.movePointer(place?.x ?? 0, place?.y ?? 0);
    };
    // A machine that stalls longer than the wait itself shows nothing: there one looks again.
    const seen = await waitFor(async () => {
      const before = performance.now();
      await rest();
      await new Promise((resolve) => setTimeout(resolve, 700));
      const card = await notice.evaluate(openCard);
      return performance.now() - before < LONGEST_HOVER_DELAY ? { card } : null;
    }, 'a look before the wait is over');
    expect(seen?.card).toBeNull();
    await changeAndHear({ hoverDelay: 0 });
    await rest();
    expect((await notice.waitFor(openCard))?.name).toBe('Scaleway');
    await notice.press('Escape');
  });

  it('open no card under a pointer without the key that was chosen', async () => {
    await changeAndHear({ modifierKey: 'Shift' });
    const place = await notice.waitFor(placeOf, 'Outscale');
    await notice.movePointer(1, 1);
    await notice.movePointer(place?.x ?? 0, place?.y ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await notice.evaluate(openCard)).toBeNull();
    await notice.press('Shift');
    expect((await notice.waitFor(openCard))?.name).toBe('Outscale');
    await notice.press('Escape');
  });

  it('hold before the first mark of a page that is opened later', async () => {
    await change({ sitesOff: ['127.0.0.1'] });
    const later = await browser.open(server.url('/notice'));
    const popup = await browser.openPopup(later);
    await popup.waitFor(() => document.querySelector('[data-kind="off"]') !== null);
    expect(await later.evaluate(marks)).toBe(0);
    await popup.close();
    await later.close();
  });

  it('change the language of the card and of open pages at once, whatever the browser’s', async () => {
    await changeAndHear({ language: 'en' });
    await own.waitFor(() => document.documentElement.lang === 'en');
    const { card } = await hover(notice, 'CloudWatt');
    expect(card.text).toContain('Named on this page, 1 time.');
    await notice.press('Escape');
    expect((await browser.toolbar(notice)).title).toContain('Ancrage');
  });

  it('change the theme of the card and of open pages at once', async () => {
    await changeAndHear({ theme: 'dark' });
    await own.waitFor(() => getComputedStyle(document.body).backgroundColor === 'rgb(22, 28, 34)');
    await hover(notice, 'OVHcloud');
    const colour = await notice.evaluate(
      () => getComputedStyle(document.querySelector('[data-ancrage-card]') as Element).backgroundColor,
    );
    expect(colour).toBe('rgb(22, 28, 34)');
    await notice.press('Escape');
  });

  it('are stored as what was changed, and nothing else', async () => {
    await change({ theme: 'dark', marking: 'on' });
    const stored = await own.evaluate(() => chrome.storage.local.get('settings'));
    expect(stored).toEqual({ settings: { version: 1, changed: { theme: 'dark' } } });
  });

  it('that cannot be read are put aside, and the defaults hold', async () => {
    await own.evaluate(() => chrome.storage.local.set({ settings: { version: 1, changed: { theme: 'blue' } } }));
    expect(await own.evaluate(sendToBackground, { type: 'readSettings' })).toEqual(DEFAULT_SETTINGS);
    const backup = await own.evaluate(() => chrome.storage.local.get('settings.unreadable'));
    expect(backup).toEqual({ 'settings.unreadable': { version: 1, changed: { theme: 'blue' } } });
  });

  it('are neither told to a content script nor changed by one', async () => {
    await browser.clickToolbar(notice);
    await allMarked(notice);
    const tabs = await own.evaluate(() => chrome.tabs.query({}));
    const answers = await own.evaluate(
      async ({ ids, url }) => {
        const ask = async () => {
          const send = (type: string, data?: unknown) =>
            chrome.runtime.sendMessage<unknown, { err?: { message: string } }>({ id: 1, type, data, timestamp: 0 });
          const read = await send('readSettings');
          const changed = await send('changeSettings', { marking: 'off' });
          return [location.href, read.err?.message, changed.err?.message];
        };
        const found: unknown[] = [];
        for (const tabId of ids) {
          const results = await chrome.scripting.executeScript({ target: { tabId }, func: ask }).catch(() => []);
          found.push(...results.map(({ result }) => result));
        }
        return found.find((result) => Array.isArray(result) && result[0] === url);
      },
      { ids: tabs.flatMap(({ id }) => (id === undefined ? [] : [id])), url: server.url('/notice') },
    );
    const refused = 'only a page of the extension may ask this';
    expect(answers).toEqual([server.url('/notice'), refused, refused]);
    expect(await notice.evaluate(marks)).toBe(17);
  });
});
