import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { openCard } from '../../tools/browsers/probes.ts';
import { allMarked } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

/** Magnifies the page's own tab as the browser's menu does; all pages of one origin go together. */
async function magnify(): Promise<void> {
  const { id } = await chrome.tabs.getCurrent();
  if (id !== undefined) await chrome.tabs.setZoom(id, 2);
}

interface Stop {
  what: string;
  /** Whether something is drawn around what has the focus. */
  outlined: boolean;
  inView: boolean;
}

/** Whether what has the focus is in the window. */
function stopIsInView(): boolean {
  const box = document.activeElement?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}

/** What has the focus, in the page or in the card over it; null where nothing has. */
function stop(): Stop | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement != null) focused = focused.shadowRoot.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return null;
  // A hidden radio or switch is outlined by what it is drawn as.
  const around = [focused, focused.parentElement, focused.nextElementSibling].flatMap((element) => element ?? []);
  const outlined = around.some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
  const box = focused.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { what: `${focused.localName} ${(focused.textContent ?? '').trim().slice(0, 40)}`, outlined, inView };
}

/** How far the page goes beyond its window to the side, in CSS pixels. */
const sideways = () => document.documentElement.scrollWidth - innerWidth;

describeInEachBrowser('the whole tour, by keyboard alone', (launch) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page of ours at 200 %. */
  async function openLarge(path: string, drawn: string): Promise<TestPage> {
    const page = await browser.openOwn(path);
    // Firefox scrolls to what has the focus only in a page that is in front.
    await page.show();
    await page.waitFor((selector) => document.querySelector(selector) !== null, drawn);
    await page.evaluate(magnify);
    await page.waitFor(() => devicePixelRatio === 2);
    return page;
  }

  /** Presses Tab once; where that leads to is seen, and what has the focus is outlined. */
  async function tab(page: TestPage): Promise<Stop | null> {
    await page.press('Tab');
    const at = await page.evaluate(stop);
    if (at === null) return null;
    expect(at).toEqual({ what: at.what, outlined: true, inView: at.inView });
    // The browser may scroll there a moment later.
    if (!at.inView) await page.waitFor(stopIsInView).catch(() => expect.fail(`“${at.what}” is not in the window`));
    return at;
  }

  /** Presses Tab until what has the focus says `text`; every stop on the way is seen. */
  async function tabTo(page: TestPage, text: string, most = 150): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      const at = await tab(page);
      if (at?.what.includes(text) === true) return;
    }
    expect.fail(`Tab never reaches “${text}”`);
  }

  it('through the popup: a filter, a provider’s sheet, the site’s switch', async () => {
    const notice = await browser.openOwn('demo.html');
    await allMarked(notice);
    const popup = await browser.openPopup(notice);
    await popup.waitFor(() => document.querySelectorAll('.inventory-row').length === 16);
    for (const wanted of ['Amazon Web Services', 'Voir', 'Pause d’une heure', 'Réglages']) await tabTo(popup, wanted);
    await popup.close();
    await notice.close();
  });

  it('twice as large, from the welcome page to the notice, a card, its receipts and the full sheet', async () => {
    const welcome = await openLarge('welcome.html', '.welcome');
    expect(await welcome.evaluate(sideways)).toBeLessThanOrEqual(0);
    await tabTo(welcome, 'Ouvrir l’avis');
    await welcome.press('Enter');
    const notice = await browser.opened('demo.html');
    await allMarked(notice);
    await notice.show();
    await browser.command('next-mention');
    const card = await notice.waitFor(() => {
      const host = document.querySelector<HTMLElement>('html > [data-ancrage-card]:popover-open');
      return host !== null && document.activeElement === host
        ? host.shadowRoot?.querySelector('h2')?.textContent
        : null;
    });
    expect(card).toBe('OVHcloud');
    const box = (await notice.evaluate(openCard))?.box;
    const width = await notice.evaluate(() => innerWidth);
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(width);
    await tabTo(notice, 'Données');
    await notice.press('Enter');
    await tabTo(notice, 'Fiche complète');
    await notice.press('Enter');
    const sheet = await browser.opened('provider.html?id=ovhcloud');
    await sheet.waitFor(() => document.querySelector('.sheet') !== null);
    await sheet.show();
    expect(await sheet.evaluate(sideways)).toBeLessThanOrEqual(0);
    await tabTo(sheet, 'Copier une citation');
    await sheet.close();
  });

  it('twice as large, through the settings: every section, and a choice that is saved', async () => {
    const options = await openLarge('options.html', '#shortcuts dd');
    // What comes late would push what has the focus out of the window.
    await options.waitFor(() => document.querySelector('#data dd') !== null);
    expect(await options.evaluate(sideways)).toBeLessThanOrEqual(0);
    const reached = new Set<string>();
    for (let step = 0; step < 200; step += 1) {
      if ((await tab(options)) === null) break;
      const section = await options.evaluate(() => document.activeElement?.closest('section')?.id ?? '');
      if (section !== '') reached.add(section);
    }
    const sections = await options.evaluate(() =>
      [...document.querySelectorAll('section[id]')]
        .filter((section) => section.querySelector('a, button, input, select') !== null)
        .map(({ id }) => id),
    );
    expect(sections.length).toBeGreaterThan(5);
    expect([...reached].toSorted()).toEqual(sections.toSorted());
    await options.close();
  });
});
