import { describe, expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { compileMatcher } from '../../../domain/detection/matcher.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';
import { buildNameIndex } from '../../../domain/registry/name-index.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { readCorpus, readFamilies } from '../../../tools/evaluation/corpus.ts';
import { evaluate } from '../../../tools/evaluation/evaluate.ts';
import { hasShared, readShared, titled } from '../../shared-material.ts';

/* Real pages and passages lie beside the repository: a clone that stands alone skips these. */

const { registry } = readProjectRegistry();

/** Near enough to what a page shows: its text without scripts, each tag of a block taken for its end. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|noscript|template|textarea|select|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(
      /<\/?(?:p|div|li|[uod]l|h\d|t[rdh]|table|section|article|br|d[dt]|nav|form|button|label)\b[^>]*>/gi,
      BLOCK_BREAK,
    )
    .replace(/<[^>]+>/g, '');
}

describe.skipIf(!hasShared)(titled('a real page that names no provider'), () => {
  it.each(['boamp-recherche.html', 'ted-cmdiff-F22.html'])('shows no mark, not even a possible one: %s', (file) => {
    const text = textOf(readShared(`pages/${file}`));
    expect(text.length).toBeGreaterThan(10_000);
    const matcher = compileMatcher(buildNameIndex(registry));
    expect(findMentions(text, matcher).map(({ start, end }) => text.slice(start - 20, end + 20))).toEqual([]);
  });
});

describe.skipIf(!hasShared)(titled('the passages kept beside the repository'), () => {
  const read = (file: string) => readShared(`corpus/${file}`);

  it('are read as well as a buyer may expect', () => {
    const passages = readCorpus(read('passages.jsonl'), read('gold.jsonl'), read('traps.jsonl'));
    const { overall, ambiguous } = evaluate(passages, registry, readFamilies(read('providers.json')));
    expect(overall.precision).toBeGreaterThanOrEqual(0.98);
    expect(overall.recall).toBeGreaterThanOrEqual(0.96);
    expect(ambiguous.precision).toBeGreaterThanOrEqual(0.95);
    expect(ambiguous.recall).toBeGreaterThanOrEqual(0.85);
  });
});
