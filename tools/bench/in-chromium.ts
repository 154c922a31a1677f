import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

import { locateBrowser } from '../browsers/locate-browser.ts';
import { servePages } from '../browsers/page-server.ts';
import { ROOT } from '../data-folder.ts';
import type { Bench } from './page-entry.ts';
import { longNotice, longTable } from './pages.ts';
import { atLeast, atMost, type Row } from './row.ts';

const REAL_PAGE = join(ROOT, '../shared/pages/ted-cmdiff-F22.html');

declare const bench: Bench;

/** Measures the annotator's reading in real Chromium, against a bare walk and against mark.js, in the same run. Out: a row for each. */
export async function benchInChromium(): Promise<Row[]> {
  const script = await bundle();
  const server = await servePages();
  server.add('/notice', { body: longNotice(24_000, 1_800_000) });
  server.add('/table', { body: longTable(50_000) });
  if (existsSync(REAL_PAGE)) server.add('/real', { body: readFileSync(REAL_PAGE) });
  const browser = await chromium.launch({
    executablePath: locateBrowser('ANCRAGE_CHROMIUM', ['chromium', 'chromium-browser']),
    args: ['--no-sandbox'],
  });
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(server.url(path));
    await page.addScriptTag({ content: script });
    return page;
  };
  try {
    const first = await firstPass(open, '/notice', 7);
    const notice = await open('/notice');
    const markRegexp = await notice.evaluate(() => bench.peer('regexp'));
    const markList = await (await open('/notice')).evaluate(() => bench.peer('list'));
    const rows = await firstPass(open, '/table', 3);
    const added: { elapsed: number; first: number }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const page = await open('/table');
      added.push(await page.evaluate(() => bench.addedRows(100)));
      await page.close();
    }
    const results = [
      atMost('first pass over 1.8 MB in 24,000 elements, against a bare walk', first.pass / first.walk, '×', 2),
      atLeast('the same against mark.js with one RegExp', markRegexp / first.pass, '× faster', 8),
      atLeast('the same against mark.js with 50 names', markList / first.pass, '× faster', 100),
      atMost('table of 50,000 rows: longest piece between two pauses', rows.longestPiece, 'ms', 50),
      atMost(
        '100 rows added to it, against its first pass',
        100 * median(added.map(({ elapsed, first: whole }) => elapsed / whole)),
        '%',
        2,
      ),
    ];
    if (existsSync(REAL_PAGE)) {
      const real = await firstPass(open, '/real', 5);
      results.push(
        atMost('a real page of 76,000 elements, against a bare walk', real.pass / real.walk, '×', 2),
        atMost('the same: longest piece between two pauses', real.longestPiece, 'ms', 50),
      );
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Medians over fresh copies of a page, the contenders taking turns; times in milliseconds. */
async function firstPass(open: (path: string) => Promise<Page>, path: string, rounds: number) {
  const walks: number[] = [];
  const passes: { elapsed: number; longestPiece: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of ['walk', 'pass'] as const) {
      const page = await open(path);
      if (contender === 'walk') walks.push(await page.evaluate(() => bench.walk()));
      else passes.push(await page.evaluate(() => bench.pass()));
      await page.close();
    }
  }
  const result = {
    walk: median(walks),
    pass: median(passes.map(({ elapsed }) => elapsed)),
    longestPiece: Math.max(...passes.map(({ longestPiece }) => longestPiece)),
  };
  if (process.env['ANCRAGE_BENCH_VERBOSE'] !== undefined) console.error(path, result);
  return result;
}

/** In: numbers, which are sorted in place. Out: the middle one; 0 of none. */
export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'tools/bench/page-entry.ts'), formats: ['iife'], name: 'benchEntry' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}
