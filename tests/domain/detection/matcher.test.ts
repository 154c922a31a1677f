import { describe, expect, it } from 'vitest';

import { ambiguous, anyCase, exact, matcherOf } from './sample-names.ts';

/** Every candidate of a text, before any check. */
const candidates = (texts: string[], text: string) =>
  [...text.matchAll(matcherOf(texts.map((name) => anyCase(name, 'p'))).candidates)].map(([match]) => match);

describe('compiling a name index', () => {
  it('tries the longest name first, whatever the order of the index', () => {
    const names = ['Nuage', 'Nuage d’Armor', 'Nuage d’Armor Sud'];
    expect(candidates(names, 'nuage d’armor sud')).toEqual(['nuage d’armor sud']);
    expect(candidates(['Zen', 'Ze', 'Zenith'], 'zenith ze zen')).toEqual(['zenith', 'ze', 'zen']);
  });

  it('gives the same pattern for the same names in another order', () => {
    const [one, two, three] = [anyCase('Un', 'un'), anyCase('Deux', 'deux'), anyCase('Dodu', 'dodu')];
    const [faux, ami] = ['Faux', 'Ami'];
    expect(matcherOf([one, two, three], { falseFriends: [faux, ami] }).candidates.source).toBe(
      matcherOf([three, two, one], { falseFriends: [ami, faux] }).candidates.source,
    );
  });

  it('looks for each spelling once, even when several names share it', () => {
    const { candidates: pattern } = matcherOf([exact('Bleu', 'one'), exact('Bleu', 'two')], { falseFriends: ['Bleu'] });
    expect(pattern.source.split('|')).toHaveLength(1);
  });

  it('keeps under one key all the names that are written alike', () => {
    const matcher = matcherOf([exact('Bleu', 'bleu'), exact('BLEU', 'union'), anyCase('T-Systems', 't')]);
    expect([...matcher.names.keys()].sort()).toEqual(['bleu', 't-systems']);
    expect(matcher.names.get('bleu')?.map(({ provider }) => provider)).toEqual(['union', 'bleu']);
  });

  it('keeps what an ambiguous name goes by, and gives the others nothing to go by', () => {
    const matcher = matcherOf([ambiguous('Bleu', 'bleu', { exclude: ['ciel'] }), exact('OVH', 'ovh')], {
      evidence: { cloudTerms: ['cloud'] },
    });
    expect(matcher.names.get('bleu')).toMatchObject([{ context: { confirm: [], exclude: ['ciel'] } }]);
    expect(matcher.names.get('ovh')?.map((name) => Object.keys(name))).not.toContainEqual(
      expect.arrayContaining(['context']),
    );
    expect(matcher.evidence).toEqual({ cloudTerms: ['cloud'], companyBefore: [], companyAfter: [] });
  });

  it('keeps false friends by their key, and looks for them too', () => {
    const matcher = matcherOf([], { falseFriends: ['Côte d’Azur'] });
    expect([...matcher.falseFriends]).toEqual(["cote d'azur"]);
    expect('la COTE D\u2019AZUR'.match(matcher.candidates)).toEqual(['COTE D\u2019AZUR']);
  });

  it('searches the whole text, in any case', () => {
    expect(candidates(['OVH'], 'OVH, ovh, Ovh')).toEqual(['OVH', 'ovh', 'Ovh']);
  });

  it.each(['', 'OVH', '\u2029'])('matches nothing in %j when the index is empty', (text) => {
    expect(text.match(matcherOf([]).candidates)).toBeNull();
  });
});
