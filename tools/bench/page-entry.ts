import Mark from 'mark.js';

import nameIndex from '../../generated/name-index.json';
import { compileMatcher, type Matcher } from '../../domain/detection/matcher.ts';
import { indexedNames, type NameIndex } from '../../domain/registry/name-index.ts';
import { Highlights } from '../../entrypoints/annotator.content/highlights.ts';
import { judgeWindow } from '../../entrypoints/annotator.content/judge-window.ts';
import { readWindows, spansAround, type Span } from '../../entrypoints/annotator.content/text-window.ts';

import { longNotice, longTable } from './pages.ts';

/* Runs inside the benchmark's page: the annotator's own reading, and what it is compared with. */

const index = nameIndex as unknown as NameIndex;

/** The floor: walks the text nodes and sums their lengths. */
function bareWalk(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) length += (node as Text).length;
  return length;
}

interface PassResult {
  mentions: number;
  longestPiece: number;
}

const wholeOf = (root: Node): Span => ({ root, first: null, last: null });

/** One whole pass, without pauses. Out: how many mentions were painted, and the longest piece in milliseconds. */
function pass(span: Span, matcher: Matcher, highlights: Highlights, again = false): PassResult {
  let longestPiece = 0;
  let begun = performance.now();
  for (const window of readWindows(span, again ? null : matcher)) {
    judgeWindow(window, matcher, highlights, again);
    const now = performance.now();
    longestPiece = Math.max(longestPiece, now - begun);
    begun = now;
  }
  highlights.repaint();
  return { mentions: highlights.size, longestPiece };
}

/** Reads places that changed, all at once, as the watcher hands them over. */
function readAgain(places: readonly Node[], matcher: Matcher, highlights: Highlights): void {
  for (const span of spansAround(places)) pass(span, matcher, highlights, true);
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Runs both contenders on another document, so that neither is measured while the engine compiles it. */
function warmUp(): Matcher {
  const matcher = compileMatcher(index);
  const other = new DOMParser().parseFromString(longNotice(4500, 300_000) + longTable(1000), 'text/html');
  const highlights = new Highlights();
  for (let round = 0; round < 20; round += 1) {
    bareWalk(other.body);
    pass(wholeOf(other.body), matcher, highlights);
    readAgain([...other.querySelectorAll('tr')].slice(-100), matcher, highlights);
  }
  highlights.clear();
  return matcher;
}

const bench = {
  /** One bare walk over a page that no script has touched yet: what a node costs the first time is part of it. */
  walk() {
    warmUp();
    return timed(() => bareWalk(document.body));
  },

  /** One whole pass over such a page. */
  pass() {
    const matcher = warmUp();
    const highlights = new Highlights();
    let result = { mentions: 0, longestPiece: 0 };
    const elapsed = timed(() => {
      result = pass(wholeOf(document.body), matcher, highlights);
    });
    highlights.clear();
    return { elapsed, ...result };
  },

  /** mark.js with all names as one prebuilt RegExp, and with a list of 50 names. */
  async peer(kind: 'regexp' | 'list') {
    const names = indexedNames(index).map((name) => name.text);
    const marker = new Mark(document.body);
    const done = (run: (options: { done: () => void }) => void) =>
      new Promise<void>((resolve) => {
        run({ done: resolve });
      });
    const begun = performance.now();
    if (kind === 'regexp') {
      const source = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
      await done((options) => marker.markRegExp(new RegExp(`\\b(?:${source})\\b`, 'g'), options));
    } else {
      await done((options) => marker.mark(names.slice(0, 50), { ...options, separateWordSearch: false }));
    }
    const elapsed = performance.now() - begun;
    await done((options) => marker.unmark(options));
    return elapsed;
  },

  /** Reads what was added after a first pass, as the watcher would have it read. */
  addedRows(count: number) {
    const matcher = warmUp();
    const highlights = new Highlights();
    const first = timed(() => pass(wholeOf(document.body), matcher, highlights));
    const body = document.querySelector('tbody');
    const rows = Array.from({ length: count }, (_unused, number) => {
      const row = document.createElement('tr');
      for (const text of [`Lot ${number}`, 'Hébergement', 'OVHcloud']) {
        const cell = document.createElement('td');
        cell.textContent = text;
        row.append(cell);
      }
      body?.append(row);
      return row;
    });
    const elapsed = timed(() => {
      readAgain(rows, matcher, highlights);
    });
    for (const row of rows) row.remove();
    highlights.clear();
    return { elapsed, first };
  },

  compile: () => timed(() => compileMatcher(index)),
};

Object.assign(window, { bench });
export type Bench = typeof bench;
