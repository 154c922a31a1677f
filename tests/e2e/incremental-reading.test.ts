import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { sendToBackground, sendToTab } from '../../tools/browsers/own-page-calls.ts';
import { servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

const EMPTY = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>essai</title><body></body></html>';
const SEEDS = 120;

/** Every mark of the page: where it begins and ends, by the nodes themselves, what it reads, and whether it is sure. */
function marks(): string[] {
  const page = window as unknown as { numbers?: WeakMap<Node, number>; count?: number };
  const numbers = (page.numbers ??= new WeakMap());
  const numberOf = (node: Node) => {
    if (!numbers.has(node)) numbers.set(node, (page.count = (page.count ?? 0) + 1));
    return numbers.get(node);
  };
  return ['ancrage-mention', 'ancrage-possible']
    .flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        const live = document.createRange();
        live.setStart(startContainer, startOffset);
        live.setEnd(endContainer, endOffset);
        return `${name} ${live.toString()} ${numberOf(startContainer)}+${startOffset} ${numberOf(endContainer)}+${endOffset}`;
      }),
    )
    .toSorted();
}

/**
 * Edits a page at random, from a seed: text, inline and block elements, line breaks, shadow roots; inserted, removed, moved,
 * unwrapped, retyped, split, joined. Names that speak for themselves, names that need their surroundings, words that confirm
 * or exclude them, and stretches of text that bring these into reach and out of it.
 */
function editAtRandom({ seed, edits, anew }: { seed: number; edits: number; anew: boolean }): string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
  const names = ['OVHcloud', 'Clever ', 'Cloud', 'Num', 'Spot', 'Hetzner', 'Out', 'scale', 'Scaleway', 'IBM', ' Cloud'];
  const ambiguous = ['Orange', ' Orange ', 'Oracle ', ' Azure', 'Box', ' Orange'];
  const evidence = [' hébergement ', ' cloud ', ' ville d’', ' rue ', ' IaaS. ', ' Bleu', ' Business'];
  const filler = () => ' le lot est attribué'.repeat(random(12)).slice(random(20)) + pick([' ', '.', ', ', '']);
  const words = () => pick([names, ambiguous, evidence, [filler(), ' ', ' et ', '\u00ad']].map((list) => pick(list)));
  const inline = ['span', 'b', 'mark', 'cite'];
  const block = ['div', 'p', 'ul', 'li', 'td', 'section'];
  const make = (depth = 0): Node => {
    const kind = random(12);
    if (kind < 6 || depth > 3) return document.createTextNode(words());
    if (kind === 6) return document.createElement(pick(['br', 'hr', 'img']));
    if (kind === 7) return document.createComment('OVHcloud');
    const element = document.createElement(pick(kind < 9 ? inline : block));
    for (let count = random(3); count >= 0; count -= 1) element.append(make(depth + 1));
    if (random(12) === 0 && ['div', 'p', 'section', 'span'].includes(element.localName)) {
      const root = element.attachShadow({ mode: 'open' });
      for (let count = random(3); count >= 0; count -= 1) root.append(make(depth + 1));
    }
    return element;
  };
  if (anew) document.body.replaceChildren();
  const trees = (): ParentNode[] => {
    const found: ParentNode[] = [document.body];
    for (const tree of found) {
      for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot !== null) found.push(shadowRoot);
    }
    return found;
  };
  const nodes = () =>
    trees().flatMap((tree) => {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      const all: ChildNode[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) all.push(node as ChildNode);
      return all;
    });
  const empty = ['br', 'hr', 'img'];
  for (let edit = 0; edit < edits; edit += 1) {
    const all = nodes();
    const target = all.length === 0 ? null : pick(all);
    const parents: ParentNode[] = [
      ...trees(),
      ...all.filter((node): node is HTMLElement => node instanceof HTMLElement && !empty.includes(node.localName)),
    ];
    const parent = pick(parents) as ParentNode & Node;
    const place = parent.childNodes[random(parent.childNodes.length + 1)] ?? null;
    const kind = random(9);
    if (target === null || kind < 3) parent.insertBefore(make(), place);
    else if (kind === 3) target.remove();
    else if (kind === 4 && !target.contains(parent) && !target.contains(parent.getRootNode()))
      try {
        parent.insertBefore(target, place === target ? null : place);
      } catch {
        // Into its own shadow: refused.
      }
    else if (kind === 5 && target instanceof Text) target.data = words();
    else if (kind === 6 && target instanceof Text && target.length > 1) target.splitText(1 + random(target.length - 1));
    else if (kind === 7) (target.parentElement ?? document.body).normalize();
    else if (target instanceof HTMLElement) target.replaceWith(...target.childNodes);
  }
  return document.body.innerHTML;
}

describeInEachBrowser('a page that changes at random', (launch) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;
  let own: TestPage;
  let tab: number;

  beforeAll(async () => {
    server = await servePages();
    server.add('/changing', { body: EMPTY });
    browser = await launch();
    own = await browser.openOwn('popup.html?tab=0');
    await change({ ...DEFAULT_SETTINGS, certainty: 'possible' });
    page = await browser.open(server.url('/changing'));
    await page.show();
    tab = await own.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1);
    await waitFor(inventory, 'the page to be read');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const change = (data: object) => own.evaluate(sendToBackground, { type: 'changeSettings', data });
  /** Settles once all that has changed is read. */
  const inventory = () => own.evaluate(sendToTab, { tab, type: 'readInventory' });

  it('has the same marks as when it is read anew, whatever changed', async () => {
    let seen = 0;
    let possible = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      let markup = '';
      // A few edits at a time, so that many readings follow each other.
      for (let batch = 0; batch < 3; batch += 1) {
        const edits = { seed: seed * 100 + batch, edits: 6, anew: batch === 0 };
        markup = await page.evaluate(editAtRandom, edits);
        await inventory();
      }
      const listed = await inventory();
      const followed = await page.evaluate(marks);
      await change({ marking: 'off' });
      await waitFor(async () => (await inventory()) === null, 'the page to be let go');
      await change({ marking: 'on' });
      const anew = await waitFor(inventory, 'the page to be read anew');
      expect(followed, `seed ${seed}: ${markup}`).toEqual(await page.evaluate(marks));
      expect(listed, `seed ${seed}: ${markup}`).toEqual(anew);
      seen += followed.length;
      possible += followed.filter((mark) => mark.startsWith('ancrage-possible')).length;
    }
    expect(seen).toBeGreaterThan(SEEDS);
    expect(possible).toBeGreaterThan(SEEDS / 10);
  }, 180_000);
});
