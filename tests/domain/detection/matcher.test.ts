import { describe, expect, it } from 'vitest';

import { compileMatcher } from '../../../domain/detection/matcher.ts';
import { anyCase, exact, matcherOf } from './sample-names.ts';

/** Every candidate of a text, before any check. */
const candidates = (texts: string[], text: string) =>
  [...text.matchAll(matcherOf(texts.map((name) => anyCase(name, 'p'))).candidates)].map(([match]) => match);

describe('compiling a name index', () => {
  it('tries the longest name first, whatever the order of the index', () => {
    const names = ['Nuage', 'Nuage d’Armor', 'Nuage d’Armor Sud'];
    expect(candidates(names, 'nuage d’armor sud')).toEqual(['nuage d’armor sud']);
    expect(candidates(names.toReversed(), 'nuage d’armor sud')).toEqual(['nuage d’armor sud']);
  });

  it('gives the same pattern for the same names in another order', () => {
    const [one, two, three] = [anyCase('Un', 'un'), anyCase('Deux', 'deux'), anyCase('Dodu', 'dodu')];
    expect(matcherOf([one, two, three], ['Faux', 'Ami']).candidates.source).toBe(
      matcherOf([three, two, one], ['Ami', 'Faux']).candidates.source,
    );
  });

  it('looks for each spelling once, even when several names share it', () => {
    const { candidates: pattern } = matcherOf([exact('Bleu', 'one'), exact('Bleu', 'two')], ['Bleu']);
    expect(pattern.source.split('|')).toHaveLength(1);
  });

  it('keeps under one key all the names that are written alike', () => {
    const names = [exact('Bleu', 'bleu'), exact('BLEU', 'union'), anyCase('T-Systems', 't')];
    const matcher = matcherOf(names);
    expect([...matcher.names.keys()]).toEqual(['bleu', 't-systems']);
    expect(matcher.names.get('bleu')?.map(({ provider }) => provider)).toEqual(['bleu', 'union']);
  });

  it('keeps false friends by their key, and looks for them too', () => {
    const matcher = matcherOf([], ['Côte d’Azur']);
    expect([...matcher.falseFriends]).toEqual(["cote d'azur"]);
    expect('la COTE D\u2019AZUR'.match(matcher.candidates)).toEqual(['COTE D\u2019AZUR']);
  });

  it('searches the whole text, in any case', () => {
    expect(candidates(['OVH'], 'OVH, ovh, Ovh')).toEqual(['OVH', 'ovh', 'Ovh']);
  });

  it.each(['', 'OVH', '\u2029'])('matches nothing in %j when the index is empty', (text) => {
    expect(text.match(compileMatcher({ registryVersion: 1, names: [], falseFriends: [] }).candidates)).toBeNull();
  });
});
