import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { openNotice } from './demo-notice.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { ownPage, servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { cardIsClosed } from '../../tools/browsers/probes.ts';

/** Runs before any content script: remembers the body as it was, and every change to it since. */
const WITNESS = `<script>
  addEventListener('DOMContentLoaded', () => {
    window.bodyBefore = document.body.innerHTML;
    window.changes = [];
    new MutationObserver((records) => window.changes.push(...records.map((record) => record.type)))
      .observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
</script>`;

interface Witness {
  bodyBefore: string;
  changes: string[];
}

describeInEachBrowser('a page', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;

  beforeAll(async () => {
    server = await servePages();
    server.add('/notice', { body: String(ownPage('demo-notice.html').body).replace('<head>', `<head>${WITNESS}`) });
    browser = await launch();
    page = await openNotice(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('keeps its body as it was, through marking, hovering and closing', async () => {
    await hover(page, 'OVHcloud');
    await page.press('Escape');
    await page.waitFor(cardIsClosed);
    await hover(page, 'Outscale');
    const { before, after, changes } = await page.evaluate(() => {
      const witness = window as unknown as Witness;
      return { before: witness.bodyBefore, after: document.body.innerHTML, changes: witness.changes };
    });
    expect(changes).toEqual([]);
    expect(after).toBe(before);
    expect(before.length).toBeGreaterThan(1000);
  });

  it('holds one element of ours, outside its body', async () => {
    const elements = await page.evaluate(() =>
      [...document.querySelectorAll('[data-ancrage-card]')].map((element) => element.parentElement?.localName),
    );
    expect(elements).toEqual(['html']);
  });

  it('is copied without anything of ours', async () => {
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      const text = getSelection()?.toString() ?? '';
      getSelection()?.removeAllRanges();
      return text;
    });
    expect(copied).toContain('chez OVHcloud et une sauvegarde');
    expect(copied).not.toContain('Nommé sur cette page');
  });

  it('has its changes read: names that appear are marked, names that go are forgotten', async () => {
    await page.evaluate(() => {
      const added = document.createElement('p');
      added.id = 'added';
      added.append(
        'Le lot 4 est attribué à Ikoula ; ',
        Object.assign(document.createElement('b'), { textContent: 'Hetz' }),
        'ner suit.',
      );
      document.body.append(added);
    });
    const texts = (wanted: string[]) => {
      const marks = [...(CSS.highlights.get('ancrage-mention') ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
      return wanted.every((text) => marks.includes(text));
    };
    await page.waitFor(texts, ['Ikoula', 'Hetzner']);
    const before = await page.evaluate(() => CSS.highlights.get('ancrage-mention')?.size ?? 0);
    await page.evaluate(() => {
      document.getElementById('added')?.remove();
    });
    await page.waitFor((count) => CSS.highlights.get('ancrage-mention')?.size === count - 2, before);
  });
});
