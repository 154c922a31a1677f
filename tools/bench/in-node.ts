import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { findMentions } from '../../domain/detection/find-mentions.ts';
import { compileMatcher } from '../../domain/detection/matcher.ts';
import type { NameIndex } from '../../domain/registry/name-index.ts';
import { RELEASED } from '../browsers/build-extensions.ts';
import { ROOT } from '../data-folder.ts';
import { noticeText } from './pages.ts';
import { atLeast, atMost, type Row } from './row.ts';

/** What can be measured without a browser: the search in text alone, its growth, and the size of what ships. Out: a row for each. */
export function benchInNode(): Row[] {
  const index = JSON.parse(readFileSync(join(ROOT, 'generated/name-index.json'), 'utf8')) as NameIndex;
  const matcher = compileMatcher(index);
  /** Megabytes of text read in a second, the median of several rounds. */
  const speed = (length: number): number => {
    const text = noticeText(length);
    const speeds = Array.from({ length: 9 }, () => {
      const begun = performance.now();
      findMentions(text, matcher);
      return length / 1e6 / ((performance.now() - begun) / 1000);
    }).sort((a, b) => a - b);
    return speeds[4] ?? 0;
  };
  const script = readFileSync(join(RELEASED.chromium, 'content-scripts/annotator.js'));
  speed(1_000_000);
  return [
    atLeast('search in 1 MB of text', speed(1_000_000), 'MB/s', 100),
    atMost('time per MB at 10 MB, against 0.1 MB', speed(100_000) / speed(10_000_000), '×', 1.3),
    atMost('content script, gzip, name index included', gzipSync(script, { level: 9 }).length / 1000, 'kB', 45),
  ];
}
