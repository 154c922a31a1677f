import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed, markedTexts, openCard, placeOf } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';

/** Every provider that the notice names, as often as it does. What else looks like one there is not. */
const NAMES = [
  'AWS',
  'Amazon Web Services',
  'Cloud Temple',
  'CloudWatt',
  'Google Apps for Business',
  'Google Cloud',
  'IBM',
  'Microsoft 365',
  'Microsoft Azure',
  'NumSpot',
  'Numergy',
  'OVHcloud',
  'Orange Business',
  'Outscale',
  'S3NS',
  'SICTIAM',
  'Scaleway',
];

/** Counts the cards that open from now on. Runs in the page. */
function countOpenings(): void {
  const page = window as { openings?: number };
  if (page.openings === undefined) {
    const count = (event: Event) => {
      if ((event as ToggleEvent).newState === 'open') page.openings = (page.openings ?? 0) + 1;
    };
    addEventListener('toggle', count, { capture: true });
  }
  page.openings = 0;
}
const openings = () => (window as { openings?: number }).openings;

describeInEachBrowser('the demo notice', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;

  beforeAll(async () => {
    server = await serveNotice();
    browser = await launch();
    page = await openNotice(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('marks every name and nothing else', async () => {
    expect((await page.evaluate(markedTexts)).sort()).toEqual(NAMES);
  });

  it('opens the card of the name on which the pointer rests, beside its line', async () => {
    const { place, card } = await hover(page, 'Amazon Web Services');
    expect(card.name).toBe('Amazon Web Services');
    expect(card.label).toBe('Amazon Web Services');
    expect(card.text).toContain('Nommé sur cette page, 2 fois.');
    expect(card.text).toContain('États-Unis, lien direct');
    expect(card.text).toContain('Aucune SecNumCloud trouvée');
    expect(card.box.top >= place.bottom || card.box.bottom <= place.top).toBe(true);
    expect(card.hasFocus).toBe(false);
  });

  it('answers where, under which law and whether qualified before any press, in a window of 700 px', async () => {
    await page.setViewport(1000, 700);
    await hover(page, 'Amazon Web Services');
    const seen = () => {
      const host = document.querySelector('html > [data-ancrage-card]');
      const bottom = host?.getBoundingClientRect().bottom ?? 0;
      const all = [...(host?.shadowRoot?.querySelectorAll<HTMLElement>('.axis-statement, .axis-detail') ?? [])];
      return all
        .filter((words) => words.offsetHeight > 0 && words.getBoundingClientRect().bottom <= bottom)
        .map((words) => words.textContent);
    };
    const answers = ['Région au choix, dont la France', 'États-Unis, lien direct', 'Aucune SecNumCloud trouvée'];
    expect(await page.evaluate(seen)).toEqual(expect.arrayContaining(answers));
    // What completes an answer is there once its row is unfolded.
    await page.evaluate(() => {
      const host = document.querySelector('html > [data-ancrage-card]');
      host?.shadowRoot?.querySelector<HTMLElement>('[data-axis="law"] button')?.click();
    });
    await page.waitFor(() => {
      const host = document.querySelector('html > [data-ancrage-card]');
      return (host?.shadowRoot?.querySelector<HTMLElement>('[data-axis="law"] .axis-detail')?.offsetHeight ?? 0) > 0;
    });
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    await page.setViewport(1000, 760);
  });

  it('keeps the card while the pointer is on it, and closes it once the pointer is elsewhere', async () => {
    const { card } = await hover(page, 'Outscale');
    await page.movePointer(card.box.left + 40, card.box.top + 30);
    await page.movePointer(card.box.left + 60, card.box.top + 60);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await page.evaluate(openCard))?.name).toBe('Outscale');
    await page.movePointer(990, 5);
    await page.movePointer(995, 8);
    await page.waitFor(cardIsClosed);
  });

  it('does not open a card while the pointer travels over a name', async () => {
    const place = await page.waitFor(placeOf, 'NumSpot');
    if (place === null) throw new Error('not marked');
    // On a machine that stalls the pointer rests on its way, and a card may well open: that travel does not count.
    await waitFor(async () => {
      await page.waitFor(cardIsClosed);
      await page.evaluate(countOpenings);
      const moves: number[] = [];
      for (let x = place.x - 60; x <= place.x + 300; x += 12) {
        moves.push(performance.now());
        await page.movePointer(x, place.y);
      }
      await page.movePointer(995, 8);
      const rests = moves.slice(2, 12).map((now, at) => now - (moves[at] ?? 0));
      return Math.max(...rests) < DEFAULT_SETTINGS.hoverDelay;
    }, 'a travel over the name without a rest');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await page.evaluate(openings)).toBe(0);
  });

  it('keeps the second card when the pointer goes straight from one name to another', async () => {
    await hover(page, 'OVHcloud');
    await hover(page, 'SICTIAM');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await page.evaluate(openCard))?.label).toBe('SICTIAM');
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
  });

  it('closes the card on Esc, without moving the pointer', async () => {
    await hover(page, 'Scaleway');
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
  });

  it('flips the card above the line at the bottom of the window', async () => {
    await page.setViewport(1000, 640);
    await page.evaluate(() => {
      document.body.style.paddingBlock = '600px';
    });
    await page.waitFor(placeOf, 'IBM');
    // Bring the line to the bottom edge.
    await page.evaluate(() => {
      scrollBy({ top: -300, behavior: 'instant' });
    });
    const box = await page.evaluate(() => {
      for (const range of CSS.highlights.get('ancrage-mention') ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (live.toString() === 'IBM') return live.getBoundingClientRect().toJSON() as DOMRect;
      }
      return null;
    });
    if (box === null) throw new Error('not marked');
    expect(box.top).toBeGreaterThan(450);
    await page.movePointer(1, 1);
    await page.movePointer(box.x + box.width / 2, box.y + box.height / 2);
    const card = await page.waitFor(openCard);
    expect(card?.box.bottom).toBeLessThanOrEqual(box.top);
    expect(card?.box.top).toBeGreaterThanOrEqual(0);
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    await page.evaluate(() => {
      document.body.style.paddingBlock = '';
    });
    await page.setViewport(1000, 760);
  });

  it('shows the receipt of each axis: publisher, title, dates, and a link to a new tab', async () => {
    await hover(page, 'OVHcloud');
    const receipts = await page.evaluate(() => {
      const root = document.querySelector('[data-ancrage-card]')?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('.axis-row') ?? [])].map((row) => {
        row.querySelector('button')?.click();
        const link = row.querySelector<HTMLAnchorElement>('.receipt a');
        return {
          axis: row.dataset['axis'],
          text: row.querySelector('.receipt')?.textContent ?? '',
          href: link?.href,
          target: link?.target,
          rel: link?.rel,
        };
      });
    });
    expect(receipts.map((receipt) => receipt.axis)).toEqual(['location', 'law', 'qualification']);
    for (const receipt of receipts) {
      expect(receipt.text).toMatch(/vérifié le \d\d\/\d\d\/\d{4}/);
      expect(receipt.text).toMatch(/source (?:du|de|sans date)/);
      expect(receipt).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
      expect(receipt.href).toMatch(/^https:\/\//);
    }
    await page.press('Escape');
  });

  it('shows the number of distinct providers on the toolbar', async () => {
    // AWS and Amazon Web Services are one.
    await waitFor(async () => (await browser.toolbar(page)).text !== '', 'the toolbar to count');
    const toolbar = await browser.toolbar(page);
    expect(toolbar).toEqual({ text: '16', title: 'Ancrage\u00a0: 16 fournisseurs nommés sur cette page' });
  });
});
