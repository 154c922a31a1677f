import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { keep } from './keep.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { markedTexts, openCard, placeOf } from '../../tools/browsers/probes.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';

const TEXT = '<p>Le titulaire exploite deux serveurs chez OVHcloud et une sauvegarde chez Scaleway.</p>';
const page = (head: string, body = TEXT) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>page</title>${head}</head><body>${body}</body></html>`;

const STRICT_POLICY = "default-src 'none'; style-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'";

/** A page that breaks what we use, in its own world. */
const STUBS = `<script>
  const broken = function () { throw new Error('stubbed by the page'); };
  for (const name of ['Range', 'StaticRange', 'NodeFilter', 'MutationObserver', 'TreeWalker', 'requestIdleCallback', 'Element']) window[name] = broken;
  document.createTreeWalker = broken;
  document.createElement = broken;
  window.realHighlights = CSS.highlights;
  Object.defineProperty(window, 'CSS', { value: { get highlights() { throw new Error('stubbed by the page'); } } });
</script>`;

/** Counts the marks even where the page has replaced \`CSS\`. */
function marksBehindStubs(): number {
  return (window as unknown as { realHighlights: HighlightRegistry }).realHighlights.get('ancrage-mention')?.size ?? 0;
}

/** What the console says that is not the browser's own word on a missing favicon. */
function complaints(tab: TestPage): string[] {
  return tab.console().filter((message) => !message.includes('favicon'));
}

describeInEachBrowser('hostile pages', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  const open = async (path: string) => keep(await browser.open(server.url(path)));

  beforeAll(async () => {
    server = await servePages();
    server.add('/strict', { body: page(''), headers: { 'content-security-policy': STRICT_POLICY } });
    server.add('/stubs', { body: page(STUBS) });
    server.add('/plain', { body: page('') });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('under the strictest policy: marks visible, card styled, nothing on the console', async () => {
    const tab = await open('/strict');
    const { card } = await hover(tab, 'OVHcloud');
    expect(card.name).toBe('OVHcloud');
    const styles = await tab.evaluate(() => {
      const paragraph = document.querySelector('p') as HTMLElement;
      const host = document.querySelector('[data-ancrage-card]') as HTMLElement;
      const article = host.shadowRoot?.querySelector('.card') as HTMLElement;
      return {
        underline: getComputedStyle(paragraph, '::highlight(ancrage-mention)').textDecorationLine,
        wash: getComputedStyle(paragraph, '::highlight(ancrage-mention)').backgroundColor,
        hostPosition: getComputedStyle(host).position,
        hostWidth: host.getBoundingClientRect().width,
        articlePaper: getComputedStyle(article).backgroundColor,
      };
    });
    expect(styles).toMatchObject({
      underline: 'underline',
      hostPosition: 'fixed',
      hostWidth: 360,
      articlePaper: 'rgb(255, 255, 255)',
    });
    expect(styles.wash).not.toBe('rgba(0, 0, 0, 0)');
    expect(complaints(tab)).toEqual([]);
  });

  it('that stub what we use: nothing changes for us', async () => {
    const tab = await open('/stubs');
    await tab.waitFor(marksBehindStubs);
    const place = await tab.evaluate(() => {
      const text = document.querySelector('p')?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('OVHcloud'));
      range.setEnd(text, text.data.indexOf('OVHcloud') + 'OVHcloud'.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await tab.movePointer(1, 1);
    await tab.movePointer(place.x, place.y);
    expect((await tab.waitFor(openCard))?.name).toBe('OVHcloud');
    expect(complaints(tab)).toEqual([]);
  });

  it('that reload while the card opens: no error, no orphan', async () => {
    const tab = await open('/plain');
    for (let round = 0; round < 3; round += 1) {
      const place = await tab.waitFor(placeOf, 'OVHcloud');
      if (place === null) throw new Error('not marked');
      await tab.movePointer(1, 1);
      await tab.movePointer(place.x, place.y);
      await new Promise((resolve) => setTimeout(resolve, 100 + 40 * round));
      await tab.goto(tab.url());
    }
    await hover(tab, 'Scaleway');
    expect(await tab.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
    expect(complaints(tab)).toEqual([]);
  });

  it('that are frozen while the card opens: no error, no orphan, and they go on', async () => {
    const tab = await open('/plain');
    const place = await tab.waitFor(placeOf, 'OVHcloud');
    await tab.movePointer(1, 1);
    await tab.movePointer(place?.x ?? 0, place?.y ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 140));
    await tab.freeze();
    await tab.movePointer(700, 300);
    await tab.movePointer(720, 310);
    const { card } = await hover(tab, 'Scaleway');
    expect(card.name).toBe('Scaleway');
    expect(await tab.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
    expect(complaints(tab)).toEqual([]);
  });

  it('that replace everything while the card is open: the card goes with its name, new names are marked', async () => {
    const tab = await open('/plain');
    await hover(tab, 'OVHcloud');
    await tab.evaluate(() => {
      const body = document.createElement('body');
      body.append('Le nouveau titulaire est Ikoula.');
      document.body.replaceWith(body);
    });
    await tab.waitFor(() => document.querySelector('[data-ancrage-card]:popover-open') === null);
    await tab.waitFor(() => CSS.highlights.get('ancrage-mention')?.size === 1);
    expect(await tab.evaluate(markedTexts)).toEqual(['Ikoula']);

    await tab.evaluate(() => {
      const root = document.createElement('html');
      const body = document.createElement('body');
      body.append('Le titulaire suivant est Hetzner.');
      root.append(document.createElement('head'), body);
      document.documentElement.replaceWith(root);
    });
    await tab.waitFor(() =>
      [...(CSS.highlights.get('ancrage-mention') ?? [])].some((range) =>
        range.startContainer.textContent?.includes('Hetzner'),
      ),
    );
    await hover(tab, 'Hetzner');
    expect(await tab.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
    expect(complaints(tab)).toEqual([]);
  });

  it('with the background stopped: hovering still opens the card', async () => {
    const tab = await open('/plain');
    await tab.waitFor(placeOf, 'OVHcloud');
    await browser.stopBackground();
    const { card } = await hover(tab, 'OVHcloud');
    expect(card.text).toContain('SecNumCloud');
  });

  it('left open while the extension is reloaded: the old script takes its marks away and goes quiet', async () => {
    const tab = await open('/plain');
    await hover(tab, 'OVHcloud');
    await browser.reloadExtension();
    if (name === 'chromium') {
      // Chromium leaves the old script in the page; it finds out at the next event.
      await waitFor(async () => {
        await tab.movePointer(5, 5);
        await tab.movePointer(60, 60);
        return tab.evaluate(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) === 0);
      }, 'the marks to go');
      expect(await tab.evaluate(() => document.querySelector('[data-ancrage-card]'))).toBeNull();
    } else {
      // Firefox puts the new script in at once; it takes over.
      await tab.waitFor(() => CSS.highlights.get('ancrage-mention')?.size === 2);
      await tab.movePointer(5, 5);
      const { card } = await hover(tab, 'Scaleway');
      expect(card.name).toBe('Scaleway');
      expect(await tab.evaluate(() => document.querySelectorAll('[data-ancrage-card]').length)).toBe(1);
    }
    expect(complaints(tab)).toEqual([]);
  });
});
