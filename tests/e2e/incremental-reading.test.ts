import { afterAll, beforeAll, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';

const EMPTY = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>essai</title><body></body></html>';

/** The marked texts in the order of the page. */
function marksInOrder(): string[] {
  const ranges = [...(CSS.highlights.get('ancrage-mention') ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map((range) => range.toString());
}

/**
 * Builds and edits a page at random, from a seed: text, inline and block elements, line breaks; inserted, removed, moved,
 * unwrapped, retyped. Out: the body's markup in the end.
 */
function editAtRandom({ seed, edits }: { seed: number; edits: number }): string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
  // Names that need no context: how far evidence reaches over blocks is another matter.
  const words = [
    'OVHcloud',
    'Clever ',
    'Cloud',
    'Num',
    'Spot',
    'Hetzner',
    'Out',
    'scale',
    ' et ',
    'Scaleway',
    '. Le lot ',
    'IBM',
    ' Cloud',
    ' ',
  ];
  // Those that nest as they are written: the parser moves a block out of a <p> or a <b>.
  const inline = ['span', 'mark', 'cite', 'kbd'];
  const block = ['div', 'section', 'article', 'ul'];
  const make = (): Node => {
    const kind = random(10);
    if (kind < 5) return document.createTextNode(pick(words));
    if (kind === 5) return document.createElement('br');
    const element = document.createElement(pick(kind < 8 ? inline : block));
    for (let count = random(3); count >= 0; count -= 1) element.append(make());
    return element;
  };
  const nodes = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const all: ChildNode[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) all.push(node as ChildNode);
    return all;
  };
  for (let edit = 0; edit < edits; edit += 1) {
    const all = nodes();
    const target = all.length === 0 ? null : pick(all);
    const parents = [
      document.body,
      ...all.filter((node): node is HTMLElement => node instanceof HTMLElement && node.localName !== 'br'),
    ];
    const kind = random(6);
    if (target === null || kind < 2) {
      const parent = pick(parents);
      parent.insertBefore(make(), parent.childNodes[random(parent.childNodes.length + 1)] ?? null);
    } else if (kind === 2) {
      target.remove();
    } else if (kind === 3) {
      const parent = pick(parents);
      if (!target.contains(parent)) parent.append(target);
    } else if (kind === 4 && target instanceof Text) {
      target.data = pick(words);
    } else if (target instanceof HTMLElement) {
      target.replaceWith(...target.childNodes);
    }
  }
  return document.body.innerHTML;
}

describeInEachBrowser('a page that changes at random', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let changing: TestPage;
  let fresh: TestPage;

  beforeAll(async () => {
    server = await servePages();
    server.add('/changing', { body: EMPTY });
    server.add('/fresh', { body: EMPTY });
    browser = await launch();
    fresh = await browser.open(server.url('/fresh'));
    changing = await browser.open(server.url('/changing'));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('has the same marks as one that was always so', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      // A few edits at a time, so that many readings follow each other.
      let markup = '';
      await changing.show();
      for (let batch = 0; batch < 4; batch += 1) {
        markup = await changing.evaluate(editAtRandom, { seed: seed * 100 + batch, edits: 6 });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      server.add('/fresh', { body: EMPTY.replace('<body>', `<body>${markup}`) });
      await fresh.show();
      await fresh.goto(server.url('/fresh'));
      const normalised = await fresh.evaluate(() => document.body.innerHTML);
      // Markup that parses to something else (a block in a paragraph) is no equal page to compare with.
      if (normalised !== markup) continue;
      const expected = await settled(fresh);
      await changing.show();
      compared += 1;
      await waitFor(
        async () => JSON.stringify(await changing.evaluate(marksInOrder)) === JSON.stringify(expected),
        `the marks of seed ${seed}: ${JSON.stringify(expected)}`,
        3000,
      ).catch(async (error: unknown) => {
        throw new Error(`${String(error)}; has ${JSON.stringify(await changing.evaluate(marksInOrder))}`);
      });
      expect(await changing.evaluate(marksInOrder)).toEqual(expected);
    }
    expect(compared).toBeGreaterThan(15);
  }, 180_000);
});

/** The marks of a page once they have stopped changing. */
async function settled(page: TestPage): Promise<string[]> {
  let last = '';
  await waitFor(async () => {
    const now = JSON.stringify(await page.evaluate(marksInOrder));
    const same = now === last;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
    return same;
  }, 'the marks to settle');
  return page.evaluate(marksInOrder);
}
