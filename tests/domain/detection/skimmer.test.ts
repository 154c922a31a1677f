import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { AMBIGUOUS, NAME, NOBODY, Skimmer, WHOLE } from '../../../domain/detection/skimmer.ts';
import { ambiguous, anyCase, MATCHER, matcherOf, NAMES } from './sample-names.ts';

const { anchors } = matcherOf([
  anyCase('OVHcloud', 'ovh'),
  anyCase('Nuage du Sud', 'nuage'),
  ambiguous('Bleu', 'bleu', {}),
  anyCase('Agence Bleu', 'agence'),
  anyCase('1&1', 'un'),
]);

const skim = (...stretches: string[]) => {
  const skimmer = new Skimmer(anchors);
  return stretches.map((stretch) => skimmer.read(stretch));
};

describe('skimming a text', () => {
  it.each([
    ['un nom', ['chez OVHcloud.'], [WHOLE]],
    ['its last word', ['chez ovhcloud'], [WHOLE]],
    ['a name that may go on', ['chez OVHcloud', ' et'], [WHOLE, NOBODY]],
    ['a name that does go on', ['chez OVHcloud', '.example'], [WHOLE, AMBIGUOUS]],
    ['a name that holds an ambiguous one', ['chez Agence Bleu et'], [WHOLE]],
    ['the same, when it goes on', ['chez Agence Bleu', 'té'], [WHOLE, AMBIGUOUS]],
    ['a name that may have begun before', ['OVHcloud est'], [NAME]],
    ['a sign that is no sign of a name', ['lot 1.1 et'], [NOBODY]],
    ['an ambiguous name', ['le ciel bleu'], [AMBIGUOUS]],
    ['both', ['OVHcloud et Bleu, OVHcloud'], [AMBIGUOUS]],
    ['nobody', ['le marché', 'est notifié', ''], [NOBODY, NOBODY, NOBODY]],
    ['no word of a name beside another', ['un nuage gris'], [NOBODY]],
    ['a name cut between its words', ['un nuage', ' ', 'du Sud'], [NOBODY, NOBODY, AMBIGUOUS]],
    ['a word of a name at the end, and another after it', ['un nuage', 'gris'], [NOBODY, NOBODY]],
    ['a soft hyphen, which may stand in a name', ['éta\u00adblis\u00adse\u00adment'], [AMBIGUOUS]],
    ['letters and their marks apart', ['he\u0301bergeur'], [AMBIGUOUS]],
    ['a name cut in two', ['OVH', 'cloud'], [NOBODY, AMBIGUOUS]],
    ['a name in four', ['chez O', 'V', 'H', 'cloud.'], [NOBODY, NOBODY, NOBODY, AMBIGUOUS]],
    ['a name that begins after a border', ['Lot 1', 'OVH', 'cloud'], [NOBODY, NOBODY, AMBIGUOUS]],
    ['a name that ends before a border', ['x', 'OVHcloud', 'y'], [NOBODY, NAME, NOBODY]],
    ['letters that only follow each other', ['OVH ', 'cloud'], [NOBODY, NOBODY]],
  ])('tells %s', (_what, stretches, finds) => {
    expect(skim(...stretches)).toEqual(finds);
  });

  it('reads no word across a pause', () => {
    const skimmer = new Skimmer(anchors);
    skimmer.read('OVH');
    skimmer.pause();
    expect(skimmer.read('cloud')).toBe(NOBODY);
  });

  it('passes over no name, wherever the text is cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(...[...NAMES.sure, ...NAMES.ambiguous].map(({ alias }) => alias.text)),
      fc.constantFrom(' ', ', ', '-', 'le marché', 'x', '\u00ad', 'e\u0301', '\u00a0'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.array(fc.nat(80)), (pieces, cuts) => {
        const text = pieces.join('');
        const places = [...new Set([0, ...cuts.filter((cut) => cut < text.length)])].sort((a, b) => a - b);
        const skimmer = new Skimmer(MATCHER.anchors);
        const finds = places.map((from, place) => skimmer.read(text.slice(from, places[place + 1] ?? text.length)));
        fc.pre(findMentions(text, MATCHER).length > 0);
        expect(Math.max(...finds)).toBeGreaterThan(NOBODY);
      }),
    );
  });
});
