import { describe, expect, it } from 'vitest';

import { ambiguous, anyCase, exact, found, matcherOf, type SampleName } from './sample-names.ts';

/** The anchors of a text, each with the providers that may stand there, the longest name first; false friends are null. */
const anchorsIn = (text: string, names: SampleName[], falseFriends: string[] = []) => {
  const stops: [string, (string[] | null)[]][] = [];
  matcherOf(names, { falseFriends }).anchors.scan(text, (entries, start, end) => {
    const waiting = entries.map((entry) =>
      entry.names.length === 0 ? null : entry.names.map(({ provider }) => provider).sort(),
    );
    stops.push([text.slice(start, end), waiting]);
    return end;
  });
  return stops;
};

describe('compiling a name index', () => {
  it('stops at the longest word of a name, in any case, with or without its accents', () => {
    const names = [anyCase('OVH', 'a'), anyCase('Le Nuage d’Éole', 'b')];
    expect(anchorsIn('Le NUAGE, un Éole, ovh', names)).toEqual([
      ['NUAGE', [['b']]],
      ['ovh', [['a']]],
    ]);
    const eole = [anyCase('Éole', 'eole')];
    expect(anchorsIn('eole ÉOLE Éole éoles', eole).map(([word]) => word)).toEqual(['eole', 'ÉOLE', 'Éole']);
  });

  it('tries the longest name first where several have the same anchor, whatever the order of the index', () => {
    const names = [anyCase('Nuage', 'a'), anyCase('Nuage du Sud', 'b'), anyCase('Le Nuage', 'c')];
    expect(anchorsIn('nuage', names)).toEqual([['nuage', [['b'], ['c'], ['a']]]]);
    expect(anchorsIn('nuage', names.toReversed())).toEqual([['nuage', [['b'], ['c'], ['a']]]]);
  });

  it('tries false friends among the names, by their length too', () => {
    const names = [anyCase('Nuage', 'a'), anyCase('Nuage Gris Bas', 'b')];
    expect(anchorsIn('nuage', names, ['Nuage Gris'])).toEqual([['nuage', [['b'], null, ['a']]]]);
  });

  it('keeps together the names that are written alike', () => {
    const names = [exact('Bleu', 'bleu'), exact('BLEU', 'union'), anyCase('Bléu', 'accent')];
    expect(anchorsIn('bleu', names)).toEqual([['bleu', [['accent', 'bleu', 'union']]]]);
  });

  it('lets a spelling with accents be found without them, even beside one that has none', () => {
    const matcher = matcherOf([exact('Eolas', 'a'), anyCase('Éolas', 'b')]);
    expect(found('ÉOLAS, Eolas, eolas', matcher)).toEqual(['ÉOLAS', 'Eolas', 'eolas']);
  });

  it('takes a name that is also a false friend for a false friend', () => {
    expect(anchorsIn('bleu', [anyCase('Bleu', 'bleu')], ['BLEU'])).toEqual([['bleu', [null]]]);
  });

  it('keeps what an ambiguous name goes by, and what speaks for any name', () => {
    const matcher = matcherOf([ambiguous('Bleu', 'bleu', { exclude: ['ciel'] }), exact('OVH', 'ovh')], {
      evidence: { cloudTerms: ['cloud'] },
    });
    const contexts: unknown[] = [];
    matcher.anchors.scan('Bleu OVH', (entries, _start, end) => {
      contexts.push(entries[0]?.names[0]?.context);
      return end;
    });
    expect(contexts).toEqual([{ needs: 'confirmation', confirm: [], exclude: ['ciel'] }, undefined]);
    expect(matcher.evidence).toMatchObject({ cloudTerms: ['cloud'], companyBefore: [], elsewhereBefore: [] });
  });

  it.each(['', 'OVH', '\u2029'])('stops nowhere in %j when the index is empty', (text) => {
    expect(anchorsIn(text, [])).toEqual([]);
  });
});
