import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import { indexedNames, type NameIndex } from '../../domain/registry/name-index.ts';
import { EXTENSIONS } from '../browsers/build-extensions.ts';
import { locateBrowser } from '../browsers/locate-browser.ts';
import { servePages } from '../browsers/page-server.ts';
import { ROOT } from '../data-folder.ts';
import { median } from './in-chromium.ts';
import { longTable, namelessPage, pageNaming } from './pages.ts';
import { atMost, type Row } from './row.ts';

declare const chrome: ExtensionApi;

const ROUNDS = 5;
const NAMES_IN_TABLE = 1000;

/** Measures the built extension in real Chromium: what it costs a page, and how soon it shows something. Out: a row for each. */
export async function benchExtension(): Promise<Row[]> {
  const server = await servePages();
  server.add('/nameless', { body: namelessPage(200_000) });
  server.add('/table', { body: longTable(50 * NAMES_IN_TABLE) });
  server.add('/forty', { body: pageNaming(fortyNames()) });
  const profile = mkdtempSync(join(tmpdir(), 'ancrage-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: locateBrowser('ANCRAGE_CHROMIUM', ['chromium', 'chromium-browser']),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      '--no-sandbox',
      `--disable-extensions-except=${EXTENSIONS.chromium}`,
      `--load-extension=${EXTENSIONS.chromium}`,
    ],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
    const ownPages = `chrome-extension://${new URL(worker.url()).host}`;
    const costs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [ours, without] = [server.url('/nameless'), server.unlistedUrl('/nameless')];
      costs.push((await scriptTime(context, ours)) - (await scriptTime(context, without)));
    }
    const table = await readTable(context, server.url('/table'), server.unlistedUrl('/table'));
    const paints = await popupPaints(context, ownPages, server.url('/forty'));
    return [
      atMost('page without any name, 200 kB: all script time, injection included', median(costs), 'ms', 15),
      atMost('table of 50,000 rows: of its names, known in the first frame with a mark', table.knownFirst, '%', 99),
      atMost('nodes added inside <body>', table.nodesAdded, 'nodes', 0),
      atMost('popup with 40 providers: first contentful paint', median(paints), 'ms', 100),
    ];
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The first name that means one thing only, of forty providers. */
function fortyNames(): string[] {
  const index = JSON.parse(readFileSync(join(ROOT, 'generated/name-index.json'), 'utf8')) as NameIndex;
  const sure = indexedNames(index).filter(({ context }) => context === undefined);
  return [...new Map(sure.map(({ provider, text }) => [provider, text])).values()].slice(0, 40);
}

/**
 * Script time of a page from its navigation until nothing more is run, in milliseconds: what Chromium itself counts on the
 * page's main thread, over all worlds, compiling and running together. The page has no script of its own, and the caller
 * takes off the same page without the extension.
 */
async function scriptTime(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const counted = metrics.filter(({ name }) => name === 'ScriptDuration' || name === 'V8CompileDuration');
    return 1000 * counted.reduce((sum, { value }) => sum + value, 0);
  };
  await page.goto(url);
  let before = -1;
  let now = await spent();
  while (now !== before) {
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    before = now;
    now = await spent();
  }
  await page.close();
  return now;
}

/** How much of a long table was read when its first mark was painted, and whether its body is as it would be without us. */
async function readTable(context: BrowserContext, url: string, urlWithout: string) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const knownInFirstFrame = await page.evaluate(
    (all) =>
      new Promise<number>((resolve) => {
        let first = 0;
        const look = () => {
          const known = CSS.highlights.get('ancrage-mention')?.size ?? 0;
          if (first === 0) first = known;
          if (known === all) resolve(first);
          else requestAnimationFrame(look);
        };
        look();
      }),
    NAMES_IN_TABLE,
  );
  const nodes = await nodesInBody(page);
  await page.goto(urlWithout);
  const nodesWithout = await nodesInBody(page);
  await page.close();
  return { knownFirst: (100 * knownInFirstFrame) / NAMES_IN_TABLE, nodesAdded: nodes - nodesWithout };
}

function nodesInBody(page: Page): Promise<number> {
  return page.evaluate(() => {
    const iterator = document.createNodeIterator(document.body, NodeFilter.SHOW_ALL);
    let count = 0;
    while (iterator.nextNode() !== null) count += 1;
    return count;
  });
}

/** From the popup's navigation to the first content on the screen, in milliseconds; the worker is awake, as after the count of a page. */
async function popupPaints(context: BrowserContext, ownPages: string, url: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) >= 40);
  const own = await context.newPage();
  await own.goto(`${ownPages}/options.html`);
  await page.bringToFront();
  const tab = await own.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  const paints: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const popup = await context.newPage();
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.goto(`${ownPages}/popup.html?tab=${tab}`);
    await popup.waitForFunction(() => document.querySelectorAll('li').length >= 40);
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    await popup.waitForFunction(paint);
    paints.push((await popup.evaluate(paint)) ?? Number.POSITIVE_INFINITY);
    await popup.close();
  }
  return paints;
}
