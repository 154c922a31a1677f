import { describe, expect, it } from 'vitest';

import { introductionsOf } from '../../../domain/detection/introduction.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';

/** What introduces the last word of a page of these blocks. */
const introduced = (...blocks: string[]) => {
  const text = blocks.join(BLOCK_BREAK);
  return introductionsOf(text, text.lastIndexOf('X'));
};

describe('what introduces a block', () => {
  it.each([
    ['the heading above', ['Hébergeur', 'X'], ['Hébergeur']],
    ['the heading above, over an empty block', ['Hébergeur', ' ', 'X'], ['Hébergeur']],
    ['the line that opens a list', ['Nos hébergeurs :', 'Dupont', 'X'], ['Dupont', 'Nos hébergeurs :']],
    ['a heading with a colon, once', ['Hébergeur :', 'X'], ['Hébergeur :']],
    ['no sentence', ['Le site est ici.', 'X'], []],
    ['no paragraph', ['a'.repeat(81), 'X'], []],
    ['no list with a paragraph in it', ['Nos hébergeurs :', 'a'.repeat(121), 'X'], []],
    ['nothing above', ['X'], []],
    ['its label', ['Site web. Hébergeur du site : X'], ['Hébergeur du site']],
    ['its label before the heading above', ['Lot 2', 'Hébergeur : « X'], ['Hébergeur', 'Lot 2']],
    ['no words without a colon', ['Hébergeur X'], []],
    ['nothing a page away', ['Nos hébergeurs :', ...Array.from({ length: 20 }, () => 'a'.repeat(100)), 'X'], []],
  ])('%s', (_what, blocks, expected) => {
    expect(introduced(...blocks).filter((block) => !/^a+$/.test(block))).toEqual(expected);
  });

  it('takes a line for a block', () => {
    expect(introductionsOf('Hébergeur\nX', 10)).toEqual(['Hébergeur']);
  });
});
