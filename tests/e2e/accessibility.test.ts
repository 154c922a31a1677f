import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { violationsOn } from './axe.ts';
import { serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';

/** Unfolds everything that a page or the card folds away. */
function unfold(): number {
  const roots: ParentNode[] = [document];
  const card = document.querySelector('[data-ancrage-card]')?.shadowRoot;
  if (card != null) roots.push(card);
  for (const root of roots) {
    for (const details of root.querySelectorAll('details')) details.open = true;
    for (const button of root.querySelectorAll<HTMLElement>('.axis-button[aria-expanded="false"]')) button.click();
  }
  return roots.length;
}

/** Chooses among the requirement sets, by place; the first is none. */
function choose(place: number): void {
  const select = document.querySelector<HTMLSelectElement>('.requirement-choice select');
  if (select === null) return;
  select.selectedIndex = place;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function expectNone(page: TestPage) {
  const { rules, violations } = await violationsOn(page);
  expect(violations).toEqual([]);
  // Contrast is what only a real browser can tell; a rule that found nothing to look at would prove nothing.
  expect(rules).toContain('color-contrast');
}

/** The card stands outside the body, where axe measures no contrast: we do. */
async function expectNoneOnCard(page: TestPage) {
  expect((await violationsOn(page, 'html > [data-ancrage-card]')).violations).toEqual([]);
  const contrasts = await page.evaluate(contrastsOnCard);
  expect(contrasts.length).toBeGreaterThan(10);
  expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
}

/** Each text of the open card with its contrast, by WCAG's formula, against the first background behind it. */
function contrastsOnCard(): { text: string; ratio: number }[] {
  const host = document.querySelector<HTMLElement>('html > [data-ancrage-card]');
  const channels = (color: string) => color.match(/[\d.]+/g)?.map(Number) ?? [];
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element): string => {
    const { backgroundColor } = getComputedStyle(element);
    const [, , , alpha = 1] = channels(backgroundColor);
    const parent = element.parentElement ?? host;
    return alpha === 1 || parent === null || element === host ? backgroundColor : behind(parent);
  };
  const walker = document.createTreeWalker(host?.shadowRoot ?? document, NodeFilter.SHOW_TEXT);
  const found: { text: string; ratio: number }[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? '';
    if (element === null || text === '' || !element.checkVisibility()) continue;
    const [lighter = 0, darker = 0] = [getComputedStyle(element).color, behind(element)]
      .map(luminance)
      .sort((a, b) => b - a);
    found.push({ text, ratio: (lighter + 0.05) / (darker + 0.05) });
  }
  return found;
}

describeInEachBrowser('axe finds nothing', (launch) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await serveNotice();
      server.add('/empty', { body: '<!doctype html><html lang="fr"><title>vide</title><p>Rien.' });
      browser = await launch({ colorScheme });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    it.each(['Amazon Web Services', 'CloudWatt', 'Outscale'])(
      'on the card of %s, folded and unfolded',
      async (name) => {
        const page = await browser.open(server.url('/notice'));
        await hover(page, name);
        await expectNoneOnCard(page);
        expect(await page.evaluate(unfold)).toBe(2);
        await expectNoneOnCard(page);
        await page.close();
      },
    );

    it('on the popup: a list, and a page that names nobody', async () => {
      const page = await browser.open(server.url('/notice'));
      const popup = await browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('.inventory-row') !== null);
      await popup.evaluate(unfold);
      await expectNone(popup);
      const empty = await browser.open(server.url('/empty'));
      const nothing = await browser.openPopup(empty);
      await nothing.waitFor(() => document.querySelector('[data-kind="none"]') !== null);
      await expectNone(nothing);
      for (const one of [page, popup, empty, nothing]) await one.close();
    });

    it.each(['aws', 'ovhcloud', 'cloudwatt', 'amazon'])('on the full sheet of %s', async (id) => {
      const sheet = await browser.openOwn(`provider.html?id=${id}`);
      await sheet.waitFor(() => document.querySelector('.sheet') !== null);
      await sheet.evaluate(unfold);
      await expectNone(sheet);
      await sheet.close();
    });

    it('on what a requirement set adds to the sheet and to the popup', async () => {
      const sheet = await browser.openOwn('provider.html?id=ovhcloud');
      await sheet.waitFor(() => document.querySelector('.requirement-choice option:nth-child(2)') !== null);
      await sheet.evaluate(choose, 1);
      await sheet.waitFor(() => document.querySelector('.checklist-row') !== null);
      await sheet.evaluate(unfold);
      await expectNone(sheet);
      const page = await browser.open(server.url('/notice'));
      const popup = await browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('.inventory-row .checklist-row') !== null);
      await popup.evaluate(unfold);
      await expectNone(popup);
      await popup.evaluate(choose, 0);
      await popup.waitFor(() => document.querySelector('.checklist-row') === null);
      for (const one of [sheet, page, popup]) await one.close();
    });

    it('on the settings', async () => {
      const options = await browser.openOwn('options.html');
      // The last to come.
      for (const late of ['#data dd', '#shortcuts dd'])
        await options.waitFor((selector) => document.querySelector(selector) !== null, late);
      await options.evaluate(unfold);
      await expectNone(options);
      await options.close();
    });

    it('on the welcome page', async () => {
      const welcome = await browser.openOwn('welcome.html');
      await welcome.waitFor(() => document.querySelector('.welcome') !== null);
      await expectNone(welcome);
      await welcome.close();
    });

    it('on the page where no provider is named', async () => {
      const finder = await browser.openOwn('provider.html');
      await finder.waitFor(() => document.querySelector('.finder-list') !== null);
      await expectNone(finder);
      await finder.close();
    });
  });
});
