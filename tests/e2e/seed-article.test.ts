import { afterAll, beforeAll, expect, it } from 'vitest';

import { hasShared, readShared, titled } from '../shared-material.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { waitToSettle } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { markedTexts } from '../../tools/browsers/probes.ts';

/** The systems that the article names, and what their cards have to say of them. */
const STORY: [written: string, name: string, says: string[]][] = [
  ['CloudWatt', 'CloudWatt', ['Fermé le 01/02/2020', 'suite', 'Orange Business', 'France']],
  ['Numergy', 'Numergy', ['Absorbé', 'SFR Business']],
  ['Andromède', 'Andromède', ['2012']],
  ['OVH', 'OVHcloud', ['SecNumCloud', 'Canada']],
  ['IBM', 'IBM', ['États-Unis, lien direct']],
  ['Google Apps for Business', 'Google Workspace', ['Écrit ici «\u00a0Google Apps for Business\u00a0»', 'États-Unis']],
  ['SICTIAM', 'SICTIAM', ['France']],
];

describeInEachBrowser('the 2013 article', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;

  beforeAll(async () => {
    if (!hasShared) return;
    server = await servePages();
    const paragraphs = readShared('seed/collectivites-et-cloud.txt')
      .split(/\n+/)
      .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
    server.add('/article', {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>2013</title><body>${paragraphs.join('\n')}`,
    });
    browser = await launch();
    page = await browser.open(server.url('/article'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) > 0);
  });
  afterAll(async () => {
    if (!hasShared) return;
    await browser.close();
    await server.close();
  });

  it.skipIf(!hasShared)(titled('has its systems marked'), async () => {
    // Under load the first names are marked before the last.
    const marked = await waitToSettle(async () => [...new Set(await page.evaluate(markedTexts))].sort(), 'the marks');
    expect(marked).toEqual(
      [
        'Andromède',
        'CloudWatt',
        'Google',
        'Google Apps for Business',
        'IBM',
        'Numergy',
        'OVH',
        'SICTIAM',
        'syndicat intercommunal des collectivités territoriales informatisées des Alpes Méditerranée',
      ].sort(),
    );
  });

  it.skipIf(!hasShared).each(STORY)(titled('says on the card of %s what became of it'), async (written, name, says) => {
    const { card } = await hover(page, written);
    expect(card.name).toBe(name);
    for (const words of says) expect(card.text).toContain(words);
    await page.press('Escape');
  });
});
