import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LANGUAGE_CHOICES } from '../../domain/settings/page-settings.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

const LANGUAGES = LANGUAGE_CHOICES.filter((choice) => choice !== 'browser');
const messagesIn = (language: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8')) as {
    [key: string]: { message: string };
  };
const FRENCH = messagesIn('fr');

/** Every page of ours, and an element that tells that it is drawn. */
const OWN_PAGES = [
  ['options.html', 'h1'],
  ['provider.html?id=outscale', '.sheet'],
  ['provider.html', '.finder-list'],
  ['welcome.html', 'h1'],
] as const;

/** The texts that a page shows, each as it stands in one node. */
function textsShown(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '');
  return texts.filter((text) => text !== '');
}

/** Makes every text nearly a third longer, as other languages do; gives what no longer fits. */
function lengthen(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const text = node.textContent ?? '';
    const words = text.trim();
    // A number is as long in every language.
    if (/\p{L}/u.test(words)) node.textContent = `${text} ${words.slice(0, Math.ceil(words.length * 0.3)).trim()}`;
  }
  const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (element.closest('.visually-hidden, svg, select') !== null || !element.checkVisibility()) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (
      (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (clips(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
      element.getBoundingClientRect().right > innerWidth + 1
    );
  });
  return cut.map((element) => `${element.localName}.${element.className}: ${(element.textContent ?? '').slice(0, 60)}`);
}

describeInEachBrowser('every language', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let own: TestPage;
  let notice: TestPage;

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
    notice = await openNotice(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe.each(LANGUAGES)('%s', (language) => {
    const messages = messagesIn(language);
    /** French sentences that this language says otherwise. */
    const foreign = new Set(
      Object.entries(FRENCH).flatMap(([key, { message }]) =>
        messages[key]?.message === message || message.includes('$') ? [] : [message],
      ),
    );

    beforeAll(async () => {
      await own.evaluate(sendToBackground, { type: 'changeSettings', data: { language } });
      await own.waitFor((wanted) => document.documentElement.lang === wanted, language);
    });

    it.each(OWN_PAGES)('is spoken by the whole of %s', async (path, drawn) => {
      const page = await browser.openOwn(path);
      await page.waitFor((selector) => document.querySelector(selector) !== null, drawn);
      await page.waitFor((wanted) => document.documentElement.lang === wanted, language);
      const texts = await page.evaluate(textsShown);
      expect(texts.length).toBeGreaterThan(5);
      const own = new Set(Object.values(messages).map(({ message }) => message));
      expect(texts.filter((text) => foreign.has(text) && !own.has(text))).toEqual([]);
      await page.close();
    });

    it('is spoken by popup, card and toolbar', async () => {
      const popup = await browser.openPopup(notice);
      const title = await popup.waitFor(() => document.querySelector('.inventory h1')?.textContent);
      expect(title).toBe(messages['popup_title_other']?.message.replace('$1', '16'));
      await popup.close();
      await notice.show();
      const { card } = await hover(notice, 'CloudWatt');
      expect(card.text).toContain(messages['card_named_one']?.message.replace('$1', '1'));
      await notice.press('Escape');
    });
  });

  it.each([
    ...OWN_PAGES.flatMap(([path, drawn]) => [[path, drawn, 1000] as const, [path, drawn, 320] as const]),
    ['popup.html', '.inventory-row', 380] as const,
  ])('has room in %s (%s) at %i pixels for texts a third longer', async (path, drawn, width) => {
    const page = path === 'popup.html' ? await browser.openPopup(notice) : await browser.openOwn(path);
    await page.setViewport(width, 700);
    await page.waitFor((selector) => document.querySelector(selector) !== null, drawn);
    expect(await page.evaluate(lengthen)).toEqual([]);
    await page.close();
  });
});
