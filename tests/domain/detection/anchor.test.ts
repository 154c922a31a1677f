import { describe, expect, it } from 'vitest';

import { anchorsOf } from '../../../domain/detection/anchor.ts';

const wordsOf = (name: string) => anchorsOf(name).map(({ word, offset }) => [offset, word]);

describe('the anchors of a name', () => {
  it.each([
    ['OVH', [[0, 'ovh']]],
    ['Google Cloud Platform', [[0, 'google']]],
    ['3DS OUTSCALE', [[0, '3ds']]],
    [
      'Éolas',
      [
        [1, 'olas'],
        [0, 'eolas'],
      ],
    ],
    [
      'Café Nuage',
      [
        [0, 'caf'],
        [0, 'cafe'],
      ],
    ],
    ['.cloud', [[1, 'cloud']]],
    ['Cloud+ (Pro)', [[0, 'cloud']]],
    ['E\u0301olas', anchorsOf('Éolas').map(({ word, offset }) => [offset, word])],
  ])('of %j are its first word, with and without accents: %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it('take the next word along when the first is one letter', () => {
    expect(wordsOf('Y Nuage')).toEqual([
      [0, 'y nuage'],
      [0, 'y\u00a0nuage'],
    ]);
  });

  it.each([
    ['T-Systems', ['t-systems', 't\u2010systems', 't\u2011systems', 't\u2013systems']],
    ['L’Atelier', ["l'atelier", 'l\u2019atelier']],
  ])('of %j stand for each way to print it', (name, words) => {
    expect(anchorsOf(name).map(({ word }) => word)).toEqual(words);
  });

  it.each(['OVH', 'Éolas', 'T-Systems', 'Café Nuage', '.cloud', '1&1', 'L’Atelier'])(
    'begin and end with a plain letter or digit, where the name has them: %s',
    (name) => {
      for (const { word, offset } of anchorsOf(name)) {
        expect(word).toMatch(/^\w(?:.*\w)?$/);
        expect(word.length + offset).toBeLessThanOrEqual(name.length);
      }
    },
  );
});
