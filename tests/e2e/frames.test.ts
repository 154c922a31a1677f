import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed, openCard } from '../../tools/browsers/probes.ts';
import { waitFor, waitToSettle } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { keep } from './keep.ts';

declare const chrome: ExtensionApi;

const document_ = (title: string, body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><style>body { margin: 8px; font: 16px/20px sans-serif }</style></head><body>${body}</body></html>`;

/** Where a name stands in a frame of the same site, in the page's pixels; null until it is marked. */
function placeInFrame({ frame, name }: { frame: string; name: string }): { x: number; y: number } | null {
  const element = document.querySelector<HTMLIFrameElement>(frame);
  const inner = element?.contentWindow as (Window & typeof globalThis) | null | undefined;
  if (element === null || inner?.document == null) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (const range of inner.CSS.highlights.get('ancrage-mention') ?? []) {
    const live = inner.document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    if (live.toString() !== name) continue;
    const [box] = live.getClientRects();
    const outer = element.getBoundingClientRect();
    if (box === undefined) return null;
    return {
      x: outer.left + element.clientLeft + box.left + box.width / 2,
      y: outer.top + element.clientTop + box.top + box.height / 2,
    };
  }
  return null;
}

describeInEachBrowser('a page with frames', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let other: PageServer;
  let own: TestPage;
  const open = async (path: string) => keep(await browser.open(server.url(path)));

  beforeAll(async () => {
    [server, other] = await Promise.all([servePages(), servePages()]);
    server.add('/lot', { body: document_('lot', '<p>Le lot 2 revient à Scaleway.</p>') });
    server.add('/long', { body: document_('long', `<p>Lots</p>${'<p>ligne</p>'.repeat(60)}<p>Puis Ikoula.</p>`) });
    other.add('/lot', { body: document_('autre', '<p>Le lot 3 revient à Hetzner.</p>') });
    const small = 'style="width:200px;height:80px;border:3px solid #888;padding:5px"';
    server.add('/notice', {
      body: document_(
        'avis',
        `<p>Le lot 1 revient à OVHcloud.</p><iframe id="small" ${small} src="/lot"></iframe>
        <iframe id="own" srcdoc="<p>Le lot 4 revient à OVHcloud.</p>"></iframe><div style="height:600px"></div>`,
      ),
    });
    server.add('/two-sites', {
      body: document_(
        'avis',
        `<p>Le lot 1 revient à OVHcloud.</p><iframe id="other" ${small} src="${other.url('/lot')}"></iframe>`,
      ),
    });
    server.add('/scrolls', {
      body: document_(
        'avis',
        `<p>Le lot 1 revient à OVHcloud.</p><iframe id="long" width="300" height="90" src="/long"></iframe>`,
      ),
    });
    server.add('/holder', {
      body: document_(
        'hors liste',
        `<iframe id="frame" width="700" height="600" src="${server.url('/lot')}"></iframe>`,
      ),
    });
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.close(), other.close()]);
  });
  const rest = async (page: TestPage, place: { frame: string; name: string }) => {
    const at = await page.waitFor(placeInFrame, place);
    await page.movePointer(1, 1);
    await page.movePointer((at?.x ?? 0) - 2, at?.y ?? 0);
    await page.movePointer(at?.x ?? 0, at?.y ?? 0);
    return { x: at?.x ?? 0, y: at?.y ?? 0 };
  };
  /** Settles once so many frames of a page, itself included, are known to name somebody. */
  const frames = async (page: TestPage, howMany: number) => {
    await page.show();
    const data = await own.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
    const known = () => own.evaluate(sendToBackground, { type: 'listFrames', data }) as Promise<number[]>;
    await waitFor(async () => (await known()).length === howMany, `${howMany} frames`);
  };
  const counts = (page: TestPage, text: string) =>
    waitFor(async () => (await browser.toolbar(page)).text === text, `the toolbar to say ${text}`);

  it('adds up what all of them name, and no longer what is taken away', async () => {
    const page = await open('/notice');
    await frames(page, 3);
    await counts(page, '2');
    const popup = keep(await browser.openPopup(page));
    const rows = await popup.waitFor(() => {
      const found = [...document.querySelectorAll('.inventory-row')].map((row) => [
        row.querySelector('h2')?.textContent,
        row.querySelector('.inventory-count')?.textContent,
      ]);
      return found.length > 0 ? found : null;
    });
    expect(rows).toEqual([
      ['OVHcloud', '2 mentions'],
      ['Scaleway', '1 mention'],
    ]);
    await page.show();
    await page.evaluate(() => document.getElementById('small')?.remove());
    await counts(page, '1');
  });

  it('shows the card of a frame smaller than it, whole and beside its name', async () => {
    const page = await open('/notice');
    const { x, y } = await rest(page, { frame: '#small', name: 'Scaleway' });
    const card = await page.waitFor(openCard);
    expect(card?.name).toBe('Scaleway');
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(card?.box.right).toBeLessThanOrEqual(width);
    expect(card?.box.bottom).toBeLessThanOrEqual(height);
    expect((card?.box.bottom ?? 0) - (card?.box.top ?? 0)).toBeGreaterThan(80);
    // Beside the line, not over it, within a name's height of the pointer.
    expect(Math.min(Math.abs((card?.box.top ?? 0) - y), Math.abs((card?.box.bottom ?? 0) - y))).toBeLessThan(40);
    expect(await page.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
    // It can be reached, and stays.
    const inside = { x: (card?.box.left ?? 0) + 20, y: (card?.box.top ?? 0) + 20 };
    await page.movePointer((x + inside.x) / 2, (y + inside.y) / 2);
    await page.movePointer(inside.x, inside.y);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await page.evaluate(openCard))?.name).toBe('Scaleway');
    await page.movePointer(inside.x + 500, inside.y);
    await page.movePointer(inside.x + 520, inside.y);
    await page.waitFor(cardIsClosed);
  });

  it('closes that card when the pointer goes on within the frame', async () => {
    const page = await open('/notice');
    const { x, y } = await rest(page, { frame: '#small', name: 'Scaleway' });
    await page.waitFor(openCard);
    await page.movePointer(x + 100, y);
    await page.movePointer(x + 104, y);
    await page.waitFor(cardIsClosed);
  });

  it('is gone through frame by frame, both ways, and around', async () => {
    const page = await open('/notice');
    await frames(page, 3);
    await counts(page, '2');
    await page.show();
    const shown = () => page.evaluate(openCard);
    const seen: string[] = [];
    let before = '';
    for (const command of [
      'next-mention',
      'next-mention',
      'next-mention',
      'previous-mention',
      'next-mention',
      'next-mention',
    ]) {
      await browser.command(command);
      // Two of them go by one name: what tells their cards apart is where they are.
      const card = await waitToSettle(async () => {
        const now = await shown();
        return now !== null && JSON.stringify(now.box) !== before ? now : null;
      }, `the card after ${seen.join()}`);
      before = JSON.stringify(card?.box);
      seen.push(card?.name ?? '');
    }
    expect(seen[0]).toBe('OVHcloud');
    expect(seen.slice(1, 3).toSorted()).toEqual(['OVHcloud', 'Scaleway']);
    expect(seen[3]).toBe(seen[1]);
    expect(seen[4]).toBe(seen[2]);
    expect(seen[5]).toBe('OVHcloud');
    expect((await shown())?.hasFocus).toBe(true);
  });

  it('leads from the popup to a name in a frame, scrolled to', async () => {
    const page = await open('/scrolls');
    await counts(page, '2');
    const popup = keep(await browser.openPopup(page));
    await popup.waitFor(() => document.querySelector('[data-provider="ikoula"] button') !== null);
    await popup
      .evaluate(() => document.querySelector<HTMLElement>('[data-provider="ikoula"] button')?.click())
      .catch(() => undefined);
    expect((await page.waitFor(openCard))?.name).toBe('Ikoula');
    await page.waitFor(() => (document.querySelector<HTMLIFrameElement>('#long')?.contentWindow?.scrollY ?? 0) > 100);
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
  });

  it('shows the card of a frame of another site', async () => {
    const page = await open('/two-sites');
    await counts(page, '2');
    await page.show();
    await browser.command('next-mention');
    expect((await page.waitFor(openCard))?.name).toBe('OVHcloud');
    await browser.command('next-mention');
    const card = await waitFor(async () => {
      const now = await page.evaluate(openCard);
      return now?.name === 'Hetzner' ? now : null;
    }, 'the card of Hetzner');
    const [frame, height] = await page.evaluate(() => [
      document.getElementById('other')?.getBoundingClientRect().bottom ?? 0,
      innerHeight,
    ]);
    expect(card?.box.bottom).toBeLessThanOrEqual(height ?? 0);
    expect((card?.box.bottom ?? 0) - (card?.box.top ?? 0)).toBeGreaterThan(80);
    expect(card?.box.top).toBeLessThan(frame ?? 0);
  });

  it('that is not listed itself leaves a listed frame to show its own card', async () => {
    const page = keep(await browser.open(server.unlistedUrl('/holder')));
    await page.show();
    await waitFor(async () => {
      await browser.command('next-mention');
      // The card takes the focus, in the frame.
      return page.evaluate(() => document.activeElement?.id === 'frame');
    }, 'the card in the frame');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await page.evaluate(() => document.querySelector('[data-ancrage-card]'))).toBeNull();
  });
});
