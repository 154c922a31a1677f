import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { BLOCK_BREAK, patternOf } from '../../../domain/detection/name-pattern.ts';
import { Skimmer } from '../../../domain/detection/skimmer.ts';
import { countWork, type Work } from './counted-work.ts';
import { MATCHER, NAMES } from './sample-names.ts';

const LENGTHS = [4000, 8000, 16_000] as const;
const ALL = [...NAMES.sure, ...NAMES.ambiguous].map(({ alias }) => alias.text);

/** Whole units: a name that the end of one text alone laid bare would be work that has nothing to do with its length. */
const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

/**
 * Twice as much text more may take twice as much work more, and a little. What is added is compared, not the whole: the
 * first names of a text have less to look back over.
 */
function expectLinear(workOn: (length: number) => Work): void {
  const [short, middle, long] = LENGTHS.map(workOn) as [Work, Work, Work];
  for (const what of ['units', 'items'] as const) {
    expect(long[what] - middle[what]).toBeLessThan(2 * 1.1 * (middle[what] - short[what]) + 2000);
  }
}

const finding = (unit: string) => (length: number) => countWork(() => findMentions(repeated(unit, length), MATCHER));

/** The page's text comes in stretches, which may end anywhere. */
const skimming = (unit: string, stretch: number) => (length: number) =>
  countWork(() => {
    const skimmer = new Skimmer(MATCHER.anchors);
    const text = repeated(unit, length);
    for (let at = 0; at < text.length; at += stretch) skimmer.read(text.slice(at, at + stretch));
  });

describe('the work grows as the text does', () => {
  const hostile: [what: string, unit: string][] = [
    ['blanks', ' '],
    ['blocks', BLOCK_BREAK],
    ['one endless word', 'a'],
    ['a name without blanks', 'ovhcloud'],
    ['soft hyphens', '\u00ad'],
    ['a soft hyphen in each word', 'OVH\u00adcloud '],
    ['combining marks that sort', '\u0301\u0323\u0300\u0327'],
    ['letters and their marks', 'e\u0301'],
    ['addresses', 'ovh@ovh.ovh/'],
    ['at signs', '@'],
    ['dots', '.'],
    ['labels', 'ovh.'],
    ['paths', '/azure/readme.'],
    ['a name after a hundred blanks', `Amazon${' '.repeat(100)}`],
    ['halves of pairs', '\ud835'],
    ...NAMES.ambiguous.map(({ alias }): [string, string] => [
      `"${alias.text}" beside names that are sure`,
      `OVHcloud ${alias.text} `,
    ]),
    ...ALL.flatMap((name): [string, string][] => [
      [`"${name}"`, `${name} `],
      [`"${name}" without its end`, `${name.slice(0, -1)} `],
      [`the beginning of "${name}"`, `${name.split(' ')[0] ?? ''} `],
      [`"${name}" glued`, name],
    ]),
  ];

  it.each(hostile)('%s', (_what, unit) => {
    expectLinear(finding(unit));
    expectLinear(skimming(unit, 7));
    expectLinear(skimming(unit, 1));
  });

  it('whatever is repeated', () => {
    const atom = fc.oneof(
      fc.constantFrom(...ALL),
      fc.constantFrom(...ALL.flatMap((name) => name.split(' '))),
      fc.constantFrom(' ', '  ', '.', '@', '/', '-', '\u00ad', '\u0301', '\u00a0', BLOCK_BREAK, 'www.', 'hébergement'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(atom, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (atoms, stretch) => {
        const unit = atoms.join('');
        fc.pre(unit !== '');
        expectLinear(finding(unit));
        expectLinear(skimming(unit, stretch));
      }),
      { numRuns: 40 },
    );
  });
});

it('searches the whole text with one expression only, the one that asks whether it needs folding', () => {
  const text = repeated(ALL.map((name) => `${name}@${name}. `).join(''), LENGTHS[2]);
  expect(countWork(() => findMentions(text, MATCHER)).longSearches).toBe(1);
});

it('repeats nothing in a name’s expression but blanks, each time followed by something else: it cannot go back far', () => {
  const anyName = fc.oneof(fc.constantFrom(...ALL), fc.string({ minLength: 1, maxLength: 20 }));
  fc.assert(
    fc.property(anyName, (name) => {
      // What is escaped is a letter, what stands between brackets a class.
      const shape = patternOf(name.replace(/\s+/g, ' '))
        .replace(/\\./g, 'x')
        .replace(/\[[^\]]*\]/g, '#')
        .replaceAll('(?:#+|#)', '#+')
        .replace(/\?x?$/, '');
      expect(shape).not.toMatch(/[*{}()|?]|\+\+|\+#\+/);
    }),
  );
});
