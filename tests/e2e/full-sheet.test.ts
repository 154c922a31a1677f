import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { ownPage, type PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed } from '../../tools/browsers/probes.ts';
import { serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

const sheetTitle = () => document.querySelector('.sheet h1')?.textContent ?? null;

/** Presses a button of the open card by what it says. */
function pressOnCard(words: string): boolean {
  const buttons = document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelectorAll('button') ?? [];
  const button = [...buttons].find(({ textContent }) => textContent === words);
  button?.focus();
  return button !== undefined;
}

const copied = () => document.querySelector('[data-ancrage-card]')?.shadowRoot?.querySelector('output')?.textContent;

describeInEachBrowser('the full sheet', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let notice: TestPage;

  beforeAll(async () => {
    server = await serveNotice();
    server.add('/strict', { ...ownPage('demo-notice.html'), headers: { 'permissions-policy': 'clipboard-write=()' } });
    browser = await launch();
    notice = await browser.open(server.url('/notice'));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('shows everything on a provider: who it is, its axes, map, tables, timeline, numbered receipts', async () => {
    const sheet = await browser.openOwn('provider.html?id=ovhcloud');
    expect(await sheet.waitFor(sheetTitle)).toBe('OVHcloud');
    const found = await sheet.evaluate(() => ({
      title: document.title,
      language: document.documentElement.lang,
      parts: [...document.querySelectorAll('h2')].map((part) => part.textContent),
      filled: document.querySelectorAll('.map-picture > .map-held').length,
      offerings: document.querySelectorAll('#offerings tbody tr').length,
      marks: document.querySelectorAll('.timeline-mark').length,
      receipts: document.querySelectorAll('.sheet-sources > li').length,
      dangling: [...document.querySelectorAll<HTMLAnchorElement>('.source-refs a')].filter(
        (link) => document.querySelector(link.hash) === null,
      ).length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(found).toMatchObject({ title: 'OVHcloud · Ancrage', language: 'fr', dangling: 0, wide: 0 });
    expect(found.parts.slice(0, 5)).toEqual(['Données', 'Droit', 'Qualification', 'Offres', 'Chronologie']);
    for (const many of [found.filled, found.offerings, found.marks, found.receipts]) expect(many).toBeGreaterThan(1);
    expect(sheet.console()).toEqual([]);
    await sheet.close();
  });

  it.each([
    ['provider.html?id=nobody', 'Cette fiche n’existe pas'],
    ['provider.html?id=%3Cb%3E', 'Cette fiche n’existe pas'],
    ['provider.html', 'Fournisseurs'],
  ])('says so where there is none, and offers the others: %s', async (path, title) => {
    const page = await browser.openOwn(path);
    expect(await page.waitFor(() => document.querySelector('.finder h1')?.textContent)).toBe(title);
    await page.waitFor(() => document.querySelectorAll('.finder-list a').length > 100);
    await page.evaluate(() => document.querySelector<HTMLInputElement>('.finder input')?.focus());
    for (const key of ['s', 'c', 'a', 'l', 'e', 'w']) await page.press(key);
    await page.waitFor(() => document.querySelectorAll('.finder-list a').length === 1);
    expect(await page.evaluate(() => document.querySelector('.finder-list a')?.textContent)).toBe('Scaleway');
    await page.close();
  });

  it.each([
    ['Fiche complète', 'provider.html?id=scaleway'],
    ['Signaler', 'provider.html?id=scaleway#report'],
  ])('opens from the card, in a tab of its own: %s', async (words, address) => {
    await notice.show();
    await hover(notice, 'Scaleway');
    expect(await notice.evaluate(pressOnCard, words)).toBe(true);
    await notice.press('Enter');
    const sheet = await browser.opened(address);
    expect(await sheet.waitFor(sheetTitle)).toBe('Scaleway');
    await sheet.close();
    await notice.show();
    await notice.press('Escape');
    await notice.waitFor(cardIsClosed);
  });

  it.each(['/notice', '/strict'])('has what the card cites on the clipboard, ready to paste: %s', async (path) => {
    const page = await browser.open(server.url(path));
    await hover(page, 'Scaleway');
    expect(await page.evaluate(pressOnCard, 'Citer')).toBe(true);
    await page.press('Enter');
    expect(await page.waitFor(copied)).toBe('Citation copiée.');
    await page.press('Escape');
    await page.evaluate(() => {
      const area = document.querySelector('textarea');
      if (area !== null) area.value = '';
      area?.focus();
    });
    await page.paste();
    const pasted = await page.waitFor(() => document.querySelector('textarea')?.value);
    expect(pasted).toMatch(/^Scaleway · Scaleway SAS\nDonnées\u00a0: /);
    expect(pasted).toContain('https://');
    expect(pasted).toMatch(
      /Ancrage, registre \d+ du \d\d\/\d\d\/\d{4}, lu le \d\d\/\d\d\/\d{4} \d\d:\d\d \(UTC[+-]\d\d:\d\d\)\./,
    );
    expect(pasted).toContain(server.url(path));
    expect(page.console()).toEqual([]);
    await page.close();
  });

  it('is reached from the popup, which lists it by name', async () => {
    const popup = await browser.openPopup(notice);
    const address = await popup.waitFor(() =>
      document.querySelector('[data-provider="scaleway"] h2 a')?.getAttribute('href'),
    );
    expect(address).toBe('/provider.html?id=scaleway');
    await popup.close();
  });

  it('goes from row to row with the arrows, in the page as in a list', async () => {
    await notice.show();
    await browser.command('next-mention');
    await notice.waitFor(() => document.activeElement?.hasAttribute('data-ancrage-card'));
    for (const key of ['Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await notice.press(key);
    const axis = await notice.evaluate(
      () =>
        document.querySelector('[data-ancrage-card]')?.shadowRoot?.activeElement?.closest<HTMLElement>('.axis-row')
          ?.dataset['axis'],
    );
    expect(axis).toBe('law');
    await notice.press('Escape');
  });
});
