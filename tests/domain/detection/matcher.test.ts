import { describe, expect, it } from 'vitest';

import { ambiguous, anyCase, exact, found, matcherOf, type SampleName } from './sample-names.ts';

/** The providers that may stand at an anchor, the longest name first; false friends are null. */
const waitingAt = (anchor: string, names: SampleName[], falseFriends: string[] = []) =>
  matcherOf(names, { falseFriends })
    .entries.get(anchor)
    ?.map(({ entry }) => (entry.names.length === 0 ? null : entry.names.map(({ provider }) => provider)));

describe('compiling a name index', () => {
  it('tries the longest name first where several begin alike, whatever the order of the index', () => {
    const names = [anyCase('Nuage', 'a'), anyCase('Nuage d’Armor Sud', 'b'), anyCase('Nuage d’Armor', 'c')];
    expect(waitingAt('nuage', names)).toEqual([['b'], ['c'], ['a']]);
    expect(waitingAt('nuage', names.toReversed())).toEqual([['b'], ['c'], ['a']]);
  });

  it('tries false friends among the names, by their length too', () => {
    const names = [anyCase('Nuage', 'a'), anyCase('Nuage Bleu Nuit', 'b')];
    expect(waitingAt('nuage', names, ['Nuage Bleu'])).toEqual([['b'], null, ['a']]);
  });

  it('keeps together the names that are written alike', () => {
    const names = [exact('Bleu', 'bleu'), exact('BLEU', 'union'), anyCase('Bléu', 'accent')];
    expect(waitingAt('bleu', names)?.map((providers) => providers?.toSorted())).toEqual([['accent', 'bleu', 'union']]);
  });

  it('lets a spelling with accents be found without them, even beside one that has none', () => {
    const matcher = matcherOf([exact('Eolas', 'sans'), anyCase('Éolas', 'avec')]);
    expect(found('ÉOLAS, Eolas, eolas', matcher)).toEqual(['ÉOLAS', 'Eolas', 'eolas']);
  });

  it('takes a name that is also a false friend for a false friend', () => {
    expect(waitingAt('bleu', [anyCase('Bleu', 'bleu')], ['BLEU'])).toEqual([null]);
  });

  it('gives the same anchors for the same names in another order', () => {
    const names = [anyCase('Un', 'un'), anyCase('Deux', 'deux'), anyCase('Dodu', 'dodu')];
    expect(matcherOf(names, { falseFriends: ['Faux', 'Ami'] }).anchors.source).toBe(
      matcherOf(names.toReversed(), { falseFriends: ['Ami', 'Faux'] }).anchors.source,
    );
  });

  it('stops at whole words only, in any case, from one end of a text to the other', () => {
    const { anchors } = matcherOf([anyCase('OVH', 'ovh'), anyCase('OVHcloud', 'ovh')]);
    expect('ovh SOVH OVHcloud Ovh ovhs'.match(anchors)).toEqual(['ovh', 'OVHcloud', 'Ovh']);
  });

  it('takes the signs of a name literally', () => {
    const { anchors } = matcherOf([anyCase('1.1', 'ionos')]);
    expect('1x1 1.1'.match(anchors)).toEqual(['1.1']);
  });

  it('keeps what an ambiguous name goes by, and what speaks for any name', () => {
    const matcher = matcherOf([ambiguous('Bleu', 'bleu', { exclude: ['ciel'] }), exact('OVH', 'ovh')], {
      evidence: { cloudTerms: ['cloud'] },
    });
    const contextOf = (anchor: string) => matcher.entries.get(anchor)?.[0]?.entry.names[0]?.context;
    expect(contextOf('bleu')).toEqual({ needs: 'confirmation', confirm: [], exclude: ['ciel'] });
    expect(contextOf('ovh')).toBeUndefined();
    expect(matcher.evidence).toEqual({ cloudTerms: ['cloud'], companyBefore: [], companyAfter: [] });
  });

  it.each(['', 'OVH', '\u2029'])('stops nowhere in %j when the index is empty', (text) => {
    expect(text.match(matcherOf([]).anchors)).toBeNull();
  });
});
