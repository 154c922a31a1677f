import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldWord, wordsOf, wordStartBefore, WordScanner } from '../../../domain/detection/word-scanner.ts';

/** Where the scanner stops in a text, and for what. */
const stopsAt = (words: string[], text: string) => {
  const stops: [word: string, start: number, end: number][] = [];
  new WordScanner(new Map(words.map((word) => [foldWord(word), word]))).scan(text, (word, start, end) => {
    stops.push([word, start, end]);
    return end;
  });
  return stops;
};

describe('scanning a text', () => {
  it.each([
    ['ovh', [['OVH', 0, 3]]],
    [
      'l’OVH, «Éole».',
      [
        ['OVH', 2, 5],
        ['Éole', 8, 12],
      ],
    ],
    [
      'EOLE/ovh\u00a0eole',
      [
        ['Éole', 0, 4],
        ['OVH', 5, 8],
        ['Éole', 9, 13],
      ],
    ],
    ['O et OV et OVHX et XOVH et OVH2', []],
    ['éovh яovh ovhα', []],
    ['', []],
  ])('stops at each whole word that is known: %j', (text, stops) => {
    expect(stopsAt(['OVH', 'Éole'], text)).toEqual(stops);
  });

  it('knows words of one and two letters, and very long ones', () => {
    const [long, longer] = ['a'.repeat(40), 'a'.repeat(50)];
    expect(stopsAt(['x', 'x2', long], `X x2 x3 xx ${long} ${longer}`).map(([word]) => word)).toEqual(['x', 'x2', long]);
  });

  it('knows words that begin alike, whatever their lengths', () => {
    expect(stopsAt(['azur', 'azuree', 'azu'], 'azu azur azure azuree').map(([word]) => word)).toEqual([
      'azu',
      'azur',
      'azuree',
    ]);
  });

  it('goes on from where it is told to, and never back', () => {
    const visited: number[] = [];
    new WordScanner(new Map([['ovh', true]])).scan('ovh ovh ovh ovh', (_value, start) => {
      visited.push(start);
      return start === 0 ? 7 : 0;
    });
    expect(visited).toEqual([0, 8, 12]);
  });

  it('stops nowhere when it knows no word', () => {
    expect(stopsAt([], 'ovh')).toEqual([]);
  });

  it('finds what cutting the text into words finds', () => {
    const known = ['ovh', 'éole', 'x', 'nuage', 'ab'];
    const piece = fc.oneof(
      fc.constantFrom('OVH', 'Éole', 'eole', 'x', 'nuages', 'Nuage', 'abc', 'я', ' ', '’', '-', '.', '\u2029'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const folded = known.map(foldWord);
        const expected = wordsOf(text).filter(({ word }) => folded.includes(word));
        expect(stopsAt(known, text).map(([word, offset]) => ({ word: foldWord(word), offset }))).toEqual(expected);
      }),
    );
  });
});

describe('the words of a text', () => {
  it.each([
    [
      'Nuage d’Armor',
      [
        ['nuage', 0],
        ['d', 6],
        ['armor', 8],
      ],
    ],
    [
      '.NET 4',
      [
        ['net', 1],
        ['4', 5],
      ],
    ],
    ['Éolas', [['eolas', 0]]],
    [
      '1&1',
      [
        ['1', 0],
        ['1', 2],
      ],
    ],
    [
      'T-Systems_2',
      [
        ['t', 0],
        ['systems', 2],
        ['2', 10],
      ],
    ],
    ['…', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text).map(({ word, offset }) => [word, offset])).toEqual(words);
  });
});

describe('the word before another', () => {
  it.each([
    [0, 17],
    [1, 11],
    [2, 3],
    [3, 0],
    [4, -1],
    [6, -1],
  ])('%i back', (words, start) => {
    expect(wordStartBefore('le Grand « Nuage bleu »', 17, words)).toBe(start);
  });

  it('may not be there', () => {
    expect(wordStartBefore('  ovh', 2, 1)).toBe(-1);
    expect(wordStartBefore('ovh', 0, 0)).toBe(0);
  });
});

it.each([
  ['OVH', 'ovh'],
  ['ÉOLE', 'eole'],
  ['e\u0301ole', 'eole'],
  ['Straße', 'straße'],
])('folds %s into %s', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
