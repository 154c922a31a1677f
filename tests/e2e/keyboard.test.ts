import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { openNotice, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed } from '../../tools/browsers/probes.ts';

/** What has the focus inside the card. */
function focusedInCard(): string | null {
  const inside = document.querySelector('[data-ancrage-card]')?.shadowRoot?.activeElement;
  return inside == null ? null : `${inside.localName}.${inside.className.split(' ')[0] ?? ''}`;
}

describeInEachBrowser('the keyboard', (launch) => {
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

  it('goes from name to name in the order of the page, and takes the focus along', async () => {
    const visited: string[] = [];
    for (const command of ['next-mention', 'next-mention', 'next-mention', 'previous-mention']) {
      await browser.command(command);
      const before = visited.at(-1);
      const card = await page.waitFor((name) => {
        const host = document.querySelector<HTMLElement>('html > [data-ancrage-card]:popover-open');
        const title = host?.shadowRoot?.querySelector('h2')?.textContent ?? '';
        return title !== '' && title !== name && document.activeElement === host ? title : null;
      }, before ?? '');
      visited.push(card ?? '');
    }
    expect(visited).toEqual(['OVHcloud', 'Scaleway', 'SICTIAM', 'Scaleway']);
  });

  it('reaches every control of the card with Tab and unfolds receipts with Enter', async () => {
    const reached: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.press('Tab');
      reached.push(await page.evaluate(focusedInCard));
    }
    expect(reached).toEqual(['button.card-close', 'button.axis-button', 'button.axis-button', 'button.axis-button']);
    await page.press('Enter');
    const receipts = await page.waitFor(() => {
      const row = document
        .querySelector('[data-ancrage-card]')
        ?.shadowRoot?.querySelector('[data-axis="qualification"]');
      return row?.querySelector('button')?.ariaExpanded === 'true' ? row.querySelectorAll('.receipt a').length : null;
    });
    expect(receipts).toBeGreaterThan(0);
  });

  it('reaches the events, the legend and what can be done from the card, in that order, and stays inside', async () => {
    const reached: (string | null)[] = [];
    for (let step = 0; step < 60 && reached.at(-1) !== 'Fiche complète'; step += 1) {
      await page.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const inside = document.querySelector('[data-ancrage-card]')?.shadowRoot?.activeElement;
          return inside?.localName === 'a' ? null : (inside?.textContent ?? 'outside');
        }),
      );
    }
    expect(reached.filter((one) => one !== null)).toEqual([
      'Événements',
      'Légende',
      'Citer',
      'Au dossier',
      'Signaler',
      'Fiche complète',
    ]);
  });

  it('closes the card with Esc and gives the focus back', async () => {
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    await page.evaluate(() => document.querySelector<HTMLElement>('textarea')?.focus());
    await browser.command('next-mention');
    await page.waitFor(() => document.activeElement?.matches('html > [data-ancrage-card]:popover-open'));
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
  });
});
