import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holdsWord, withoutImplied, wordKey } from '../../../domain/registry/word-list.ts';

describe('the key of a word', () => {
  it.each([
    ['Clever  Cloud', 'clever cloud'],
    ['CLEVER\u00a0CLOUD', 'clever cloud'],
    ['Clever\u202f\n Cloud', 'clever cloud'],
    ['T\u2011SYSTEMS', 't-systems'],
    ['T\u2013Systems', 't-systems'],
    ['L\u2019Éolas', "l'eolas"],
    ["L'E\u0301OLAS", "l'eolas"],
    ['L\u02bcéolas', "l'eolas"],
    ['Straße', 'straße'],
  ])('of %j is %j', (text, key) => {
    expect(wordKey(text)).toBe(key);
  });

  it.each([
    ['OVH', 'OVHcloud'],
    ['Clever Cloud', 'CleverCloud'],
    ['a-b', 'a b'],
    ['a—b', 'a-b'],
  ])('is not the same for %j and %j', (one, other) => {
    expect(wordKey(one)).not.toBe(wordKey(other));
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        expect(wordKey(wordKey(text))).toBe(wordKey(text));
      }),
    );
  });
});

describe('a text holds a word', () => {
  it.each([
    ['le cloud public', 'cloud'],
    ['cloud', 'cloud'],
    ['(cloud)', 'cloud'],
    ['saint-cloud', 'cloud'],
    ['les clouds publics', 'cloud'],
    ["d'hebergement", 'hebergement'],
    ['intercloud et cloud', 'cloud'],
    ['un centre de donnees', 'centre de donnees'],
    ['fournisseur : s.p.a.', 's.p.a.'],
    ['das videokonferenzsystem', 'videokonferenz'],
    ['softwarelizenzen', 'software'],
  ])('in %j: %j', (text, word) => {
    expect(holdsWord(text, word)).toBe(true);
  });

  it.each([
    ['intercloud', 'cloud'],
    ['hostingdiensten', 'hosting'],
    ['cloudsoftware', 'software'],
    ['cloudien', 'cloud'],
    ['cloudss', 'cloud'],
    ['15g', '5g'],
    ['5g2', '5g'],
    ['яcloud', 'cloud'],
    ['cloudя', 'cloud'],
    ['centre des donnees', 'centre de donnees'],
    ['', 'cloud'],
  ])('not in %j: %j', (text, word) => {
    expect(holdsWord(text, word)).toBe(false);
  });
});

describe('a list of words', () => {
  it.each([
    ['keeps what says something of its own', ['cloud', 'serveur'], [], ['cloud', 'serveur']],
    ['drops what holds a shorter word', ['navigateur web', 'navigateur'], [], ['navigateur']],
    ['drops a plural beside its singular', ['serveurs', 'serveur'], [], ['serveur']],
    ['keeps the first of two that are one', ['Hébergement', 'hebergement'], [], ['Hébergement']],
    ['drops what holds anyway', ['Cloud', 'cloud public', 'nuage'], ['cloud'], ['nuage']],
    ['keeps a word inside a longer one', ['cloud', 'intercloud'], [], ['cloud', 'intercloud']],
    ['may be empty', [], ['cloud'], []],
  ])('%s', (_what, words, others, kept) => {
    expect(withoutImplied(words, others)).toEqual(kept);
  });

  it('says the same once what it implies is dropped', () => {
    const word = fc.constantFrom('cloud', 'clouds', 'Cloud public', 'nuage', 'Nuages', 'nuage public', 'public', '5G');
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { maxLength: 2 }), fc.array(word), (words, others, spoken) => {
        const text = wordKey(spoken.join(', '));
        const says = (list: string[]) => list.some((one) => holdsWord(text, wordKey(one)));
        expect(says([...withoutImplied(words, others), ...others])).toBe(says([...words, ...others]));
      }),
    );
  });
});
