// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { findLocally } from '../../../domain/detection/find-mentions.ts';
import type { Matcher } from '../../../domain/detection/matcher.ts';
import { readWindows } from '../../../entrypoints/annotator.content/text-window.ts';
import { MATCHER, NAMES } from '../../domain/detection/sample-names.ts';

/** What a page names, and in which text node and where in it: judged as the annotator does. */
function mentionsIn(root: Node, skimFor: Matcher | null) {
  return [...readWindows({ root, first: null, last: null }, skimFor)].flatMap(({ text, from, to }) => {
    const written = from === to ? '' : text.text();
    return findLocally(written, MATCHER)
      .filter(({ start }) => start >= from && start < to)
      .map(({ start, end, ...judgement }) => {
        const [node, begin] = text.nodesBetween(start, start + 1)[0] ?? [];
        return { node, at: start - (begin ?? 0), length: end - start, ...judgement };
      });
  });
}

const name = fc.constantFrom(...[...NAMES.sure, ...NAMES.ambiguous].map(({ alias }) => alias.text));
const word = fc.constantFrom(
  'hébergement',
  'cloud',
  'rue',
  'ciel',
  'société',
  '12',
  'Lot 1',
  'é',
  '.',
  ', ',
  ' ',
  '\n   ',
);
const filler = fc.constantFrom(40, 300, 900, 3000).map((length) => 'Le marché est notifié. '.repeat(length / 20));
const cut = fc.tuple(name, fc.nat(12)).map(([text, at]) => `${text.slice(0, at)}<b>${text.slice(at)}</b>`);
const inside = fc.array(fc.oneof(name, cut, word, word, filler), { maxLength: 6 }).map((parts) => parts.join(''));
const block = fc.tuple(fc.constantFrom('p', 'div', 'li', 'td', 'span', 'i', 'script'), inside);
/** Many short blocks, so that what bears on a name is nodes away from it. */
const stretch = fc.nat(40).map((count) => '<p>Le lot est notifié.</p>'.repeat(count));
const body = fc
  .array(
    fc.oneof(
      block.map(([tag, content]) => `<${tag}>${content}</${tag}>`),
      fc.oneof(name, word).map((text) => `<p>${text}</p>`),
      stretch,
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((blocks) => blocks.join(''));

it('finds in a page that it skims what it finds in one that it reads closely', () => {
  fc.assert(
    fc.property(body, (markup) => {
      const page = new DOMParser().parseFromString(`<body>${markup}</body>`, 'text/html');
      expect(mentionsIn(page.body, MATCHER)).toEqual(mentionsIn(page.body, null));
    }),
    { numRuns: 300 },
  );
});

it('looks back beyond what a name that needs less of it has taken', () => {
  const [sure] = NAMES.sure;
  const items = '<p>Le lot est notifié.</p>'.repeat(30);
  for (const { alias } of NAMES.ambiguous) {
    const markup = `<h2>Hébergement cloud :</h2>${items}<p>${sure?.alias.text}</p>${items.slice(0, 300)}<p>${alias.text}</p>`;
    const page = new DOMParser().parseFromString(`<body>${items}${markup}</body>`, 'text/html');
    expect(mentionsIn(page.body, MATCHER)).toEqual(mentionsIn(page.body, null));
  }
});

it('reads little of a page that names somebody once', () => {
  const filling = '<p>Le marché est notifié au titulaire.</p>'.repeat(3000);
  const page = new DOMParser().parseFromString(`<body>${filling}<p>OVHcloud</p>${filling}</body>`, 'text/html');
  const read = (skimFor: Matcher | null) =>
    [...readWindows({ root: page.body, first: null, last: null }, skimFor)].reduce(
      (length, { text, from, to }) => length + (to > from ? text.length : 0),
      0,
    );
  expect(read(MATCHER)).toBeLessThan(read(null) / 50);
  expect(mentionsIn(page.body, MATCHER)).toHaveLength(1);
});
