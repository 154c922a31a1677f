import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

const notice = () => document.querySelector('.options-notice')?.textContent ?? '';
const press = (selector: string) => {
  document.querySelector<HTMLElement>(selector)?.click();
};

describeInEachBrowser('the options page', (launch, name) => {
  let browser: BrowserUnderTest;
  let page: TestPage;
  const stored = () =>
    page.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as { changed: object });
  const choose = async (file: string) => {
    await page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('#file input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'reglages.json', { type: 'application/json' }));
      if (input !== null) input.files = transfer.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, file);
  };

  beforeAll(async () => {
    browser = await launch();
    page = await browser.openOwn('options.html#theme');
    await page.waitFor(() => document.querySelector('#about') !== null);
  });
  afterEach(async () => {
    await page.evaluate(sendToBackground, { type: 'changeSettings', data: DEFAULT_SETTINGS });
  });
  afterAll(async () => {
    await browser.close();
  });

  it('opens at the section that its address names', async () => {
    await page.waitFor(() => scrollY > 0);
  });

  it('stores a choice at once, and says so', async () => {
    await page.evaluate(press, '#marking input[value="list"]');
    await page.waitFor(notice);
    expect(await page.evaluate(notice)).toBe('Enregistré.');
    expect((await stored()).changed).toEqual({ marking: 'list' });
  });

  it('speaks another language at once', async () => {
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#language select');
      if (select !== null) select.value = 'en';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitFor(() => document.title === 'Ancrage settings');
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Ancrage settings');
  });

  it('resets everything, and takes it back', async () => {
    await page.evaluate(press, '#theme input[value="dark"]');
    await page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
    await page.waitFor(() => document.querySelector('#file button:last-of-type:enabled') !== null);
    await page.evaluate(press, '#file button:last-of-type');
    await page.waitFor(() => document.documentElement.dataset['theme'] === undefined);
    expect((await stored()).changed).toEqual({});
    await page.waitFor(() => document.querySelector('.options-notice button') !== null);
    await page.evaluate(press, '.options-notice button');
    await page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
    expect((await stored()).changed).toEqual({ theme: 'dark' });
  });

  it('imports what an export holds, and says of any other file why not', async () => {
    await choose('theme: dark');
    await page.waitFor(() => document.querySelector('.options-notice')?.textContent.includes('JSON'));
    await choose('{"kind":"ancrage-settings","version":1,"changed":{"theme":"dark","marking":"loud"}}');
    await page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
    await page.waitFor(() => document.querySelector('.options-notice')?.textContent.includes('sauf'));
    expect(await page.evaluate(notice)).toContain('marking');
    expect((await stored()).changed).toEqual({ theme: 'dark' });
  });

  it('exports a real file, and imports it again', async () => {
    // What is handed out is what the page knows of: nothing is changed, and then all of this is.
    await page.waitFor(() => document.querySelector('#file button:first-of-type:disabled') !== null);
    await page.evaluate(sendToBackground, { type: 'changeSettings', data: { theme: 'dark', hoverDelay: 400 } });
    await page.waitFor(() => document.querySelector('#file button:first-of-type:enabled') !== null);
    await page.evaluate(press, '#file button:first-of-type');
    const file = join(browser.downloads, 'ancrage-reglages.json');
    // It is there before all of it is.
    const content = await waitFor(async () => JSON.parse(readFileSync(file, 'utf8')) as unknown, 'the file');
    expect(content).toEqual({
      kind: 'ancrage-settings',
      version: 1,
      changed: { theme: 'dark', hoverDelay: 400 },
    });
    await page.evaluate(sendToBackground, { type: 'changeSettings', data: DEFAULT_SETTINGS });
    await page.waitFor(() => document.documentElement.dataset['theme'] === undefined);
    await page.chooseFile('#file input[type="file"]', file);
    await page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
    expect((await stored()).changed).toEqual({ theme: 'dark', hoverDelay: 400 });
  });

  it('says that stored settings could not be read, until they are forgotten', async () => {
    await page.evaluate(() => chrome.storage.local.set({ settings: { version: 1, changed: { theme: 'blue' } } }));
    const later = await browser.openOwn('options.html');
    const text = await later.waitFor(() => document.querySelector<HTMLElement>('.stored-problem')?.innerText);
    expect(text).toContain('theme');
    await later.evaluate(press, '.stored-problem button');
    await later.waitFor(() => document.querySelector('.stored-problem') === null);
    await later.waitFor(async () => !('settings.unreadable' in (await chrome.storage.local.get())));
    await later.close();
  });

  it('lists the commands, none of which takes Ctrl+Alt: that is AltGr', async () => {
    await page.waitFor(() => document.querySelectorAll('#shortcuts dt').length >= 2);
    const keys = await page.evaluate(() =>
      Object.values(chrome.runtime.getManifest().commands ?? {}).map((command) => command.suggested_key?.default ?? ''),
    );
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) expect(key).not.toMatch(/Ctrl.*Alt/);
  });

  it('has a key for each command: the browser keeps none of them for itself', async () => {
    await page.waitFor(() => document.querySelectorAll('#shortcuts dt').length >= 4);
    const keys = await page.evaluate(async () => (await chrome.commands.getAll()).map(({ shortcut }) => shortcut));
    expect(keys.filter((key) => key !== '')).toHaveLength(4);
  });

  it('leads to where the commands are changed', async () => {
    await page.waitFor(() => document.querySelector('#shortcuts button') !== null);
    await page.evaluate(press, '#shortcuts button');
    const place = await browser.opened(name === 'chromium' ? 'chrome://extensions/shortcuts' : 'about:addons');
    await place.close();
  });

  it('holds the licences of what is inside', async () => {
    const address = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#about a')?.href ?? '');
    const licences = await page.evaluate(async (url) => (await fetch(url)).text(), address);
    expect(licences).toContain('webextension-polyfill');
  });

  it('says the same of itself in the console as a page that is well: nothing', () => {
    expect(page.console()).toEqual([]);
  });
});
