import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest } from '../../tools/browsers/browser-under-test.ts';
import { allMarked, noneMarked, serveNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { keep } from './keep.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { openCard } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';

/** What the popup lists, row by row. */
function rows(): { name: string; count: string; axes: string[] }[] | null {
  const found = [...document.querySelectorAll('.inventory-row')];
  if (found.length === 0) return null;
  return found.map((row) => ({
    name: row.querySelector('h2')?.textContent ?? '',
    count: row.querySelector('.inventory-count')?.textContent ?? '',
    axes: [...row.querySelectorAll('.badge dd')].map((axis) => axis.textContent),
  }));
}

function message(): { kind: string | undefined; text: string } | null {
  const section = document.querySelector<HTMLElement>('.popup-message:not([data-kind="loading"])');
  return section === null ? null : { kind: section.dataset['kind'], text: section.innerText };
}

describeInEachBrowser('the popup', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;

  beforeAll(async () => {
    server = await serveNotice();
    server.add('/empty', {
      body: '<!doctype html><meta charset="utf-8"><title>vide</title><p>Fournitures de bureau.</p>',
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('lists the providers in alphabetical order, each with its count and three axes in words', async () => {
    const page = keep(await browser.open(server.url('/notice')));
    const popup = keep(await browser.openPopup(page));
    const found = await popup.waitFor(rows);
    expect(found).toHaveLength(16);
    expect(found?.map((row) => row.name)).toEqual(found?.map((row) => row.name).toSorted((a, b) => a.localeCompare(b)));
    const aws = found?.find((row) => row.name === 'Amazon Web Services');
    expect(aws?.count).toBe('2 mentions');
    expect(aws?.axes).toEqual(['région au choix', 'États-Unis', 'SecNumCloud\u00a0: aucune trouvée']);
    for (const row of found ?? []) expect(row.axes.every((axis) => axis.length > 0)).toBe(true);
  });

  it('shows a name on the page: scrolls to it, opens its card, and goes on to the next mention', async () => {
    const page = keep(await browser.open(server.url('/notice')));
    await page.setViewport(1000, 400);
    const show = (provider: string) => {
      document.querySelector<HTMLElement>(`[data-provider="${provider}"] button`)?.click();
    };
    const scrolls: number[] = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const popup = keep(await browser.openPopup(page));
      await popup.waitFor(rows);
      // The popup closes itself once the name is shown.
      await popup.evaluate(show, 'aws').catch(() => undefined);
      await waitFor(
        () =>
          popup
            .evaluate(() => false)
            .then(
              () => false,
              () => true,
            ),
        'the popup to close',
      );
      const card = await page.waitFor(openCard);
      expect(card?.name).toBe('Amazon Web Services');
      expect(card?.hasFocus).toBe(true);
      scrolls.push(await page.evaluate(() => Math.round(scrollY)));
    }
    const [first, second, again] = scrolls;
    expect(second).toBeGreaterThan(first ?? 0);
    expect(again).toBe(first);
  });

  it('leads to each sheet and filters a long list', async () => {
    const page = keep(await browser.open(server.url('/notice')));
    const popup = keep(await browser.openPopup(page));
    await popup.waitFor(rows);
    await popup.evaluate(() => document.querySelector<HTMLInputElement>('.inventory-filter')?.focus());
    for (const key of ['n', 'u', 'm']) await popup.press(key);
    const found = await popup.waitFor(() => {
      const names = [...document.querySelectorAll('.inventory-row h2 a')];
      return names.length < 16 ? names.map((link) => [link.textContent, link.getAttribute('href')]) : null;
    });
    expect(found).toEqual([
      ['Numergy', '/provider.html?id=numergy'],
      ['NumSpot', '/provider.html?id=numspot'],
    ]);
  });

  it('says in sight what became of the last row of a long list, with the way back, and leads to help', async () => {
    const page = keep(await browser.open(server.url('/notice')));
    const popup = keep(await browser.openPopup(page));
    await popup.waitFor(rows);
    await popup.setViewport(380, 600);
    await popup.evaluate(() => {
      const last = [...document.querySelectorAll<HTMLElement>('.inventory-row [data-action="add"]')].at(-1);
      last?.focus();
      last?.click();
    });
    const inSight = () => {
      const undo = document.querySelector('.dossier-notice [data-action="undo"]')?.getBoundingClientRect();
      return undo !== undefined && undo.top >= 0 && undo.bottom <= innerHeight;
    };
    expect(await popup.waitFor(inSight)).toBe(true);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.dossier-notice [data-action="undo"]')?.click());
    await popup.waitFor(() => document.querySelector('.dossier-notice output')?.textContent === 'Annulé.');
    expect(await popup.evaluate(() => document.querySelector('.popup-foot [href="/welcome.html"]')?.textContent)).toBe(
      'Aide',
    );
  });

  it('switches its site off and on again, marks and list with it', async () => {
    const page = keep(await browser.open(server.url('/notice')));
    await browser.clickToolbar(page);
    const popup = keep(await browser.openPopup(page));
    await popup.waitFor(rows);
    const toggle = () => {
      document.querySelector<HTMLElement>('[role="switch"]')?.click();
    };
    await popup.evaluate(toggle);
    await popup.waitFor(() => document.querySelector('[data-kind="off"]') !== null);
    await page.show();
    await noneMarked(page);
    expect(await popup.evaluate(() => document.querySelector('[role="switch"]')?.getAttribute('aria-checked'))).toBe(
      'false',
    );
    await popup.evaluate(toggle);
    expect(await popup.waitFor(rows)).toHaveLength(16);
    await allMarked(page);
  });

  it('says so on a page that names nobody', async () => {
    const page = keep(await browser.open(server.url('/empty')));
    const popup = keep(await browser.openPopup(page));
    expect(await popup.waitFor(message)).toMatchObject({
      kind: 'none',
      text: expect.stringContaining('Aucun fournisseur nommé'),
    });
  });

  it('says so where extensions cannot run', async () => {
    const page = keep(await browser.open('about:blank'));
    if (name === 'chromium') await page.goto('chrome://version/');
    const popup = keep(await browser.openPopup(page));
    const found = await popup.waitFor(message);
    if (found?.kind === 'unlisted') {
      // Without access to the tab's address the popup offers to try, and the browser refuses.
      await popup.evaluate(() => document.querySelector<HTMLElement>('.main-button')?.click());
      await popup.waitFor(() => document.querySelector('[data-kind="restricted"]') !== null);
    }
    expect(await popup.waitFor(message)).toMatchObject({
      kind: 'restricted',
      text: expect.stringContaining('Le navigateur réserve cette page'),
    });
  });

  it('offers to annotate a page that is not on a listed portal, and does so for that page alone', async () => {
    const page = keep(await browser.open(server.unlistedUrl('/notice')));
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await browser.clickToolbar(page);
    const popup = keep(await browser.openPopup(page));
    expect(await popup.waitFor(message)).toMatchObject({
      kind: 'unlisted',
      text: expect.stringContaining('Annoter cette page'),
    });
    await popup.evaluate(() => document.querySelector<HTMLElement>('.main-button')?.click());
    expect(await popup.waitFor(rows)).toHaveLength(16);
    await allMarked(page);

    const other = keep(await browser.open(server.unlistedUrl('/notice')));
    expect(await other.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
