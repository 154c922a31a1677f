import { describe, expect, it } from 'vitest';

import { REACH } from '../../../domain/detection/evidence.ts';
import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { MATCHER } from './sample-names.ts';

/** How sure we are of the mentions of Orange, and thanks to what. */
const orangeIn = (text: string) =>
  findMentions(text, MATCHER)
    .filter(({ provider }) => provider === 'orange')
    .map(({ confidence, confirmedBy }) => [confidence, ...confirmedBy]);

describe('an ambiguous name', () => {
  it.each([
    ['Le cloud d’Orange', [['sure', 'cloud']]],
    ['HEBERGEMENT chez Orange', [['sure', 'hébergement']]],
    ['Orange betreibt ein Rechenzentrum', [['sure', 'Rechenzentrum']]],
    ['Orange ofrece una nube', [['sure', 'nube']]],
    ['Il fornitore Orange', [['sure', 'fornitore']]],
    ['The 5G network and the cloud of Orange', [['sure', 'cloud', '5G']]],
  ])('is sure where a confirming word stands nearby: %s', (text, verdict) => {
    expect(orangeIn(text)).toEqual(verdict);
  });

  it.each(['La ville d’Orange lance un cloud', 'Orange (Vaucluse), hébergement', "Un jus d'Orange et le cloud"])(
    'is left out where an excluding word stands nearby, whatever confirms it: %s',
    (text) => {
      expect(orangeIn(text)).toEqual([]);
    },
  );

  it.each(['Orange signe.', 'Le réseau 15G d’Orange', 'Saint-Cloudien, Orange', 'orange, nube'])(
    'is at most possible where nothing speaks either way: %s',
    (text) => {
      expect(orangeIn(text)).toEqual(text.includes('Orange') ? [['possible']] : []);
    },
  );

  it('is weighed at each of its places', () => {
    const far = ' '.repeat(REACH);
    expect(orangeIn(`Orange (Vaucluse).${far}Le cloud d’Orange.${far}Orange.`)).toEqual([
      ['sure', 'cloud'],
      ['possible'],
    ]);
  });

  it('is confirmed by an unambiguous provider nearby, before or after it', () => {
    expect(orangeIn('Microsoft et Orange')).toEqual([['sure', 'Microsoft']]);
    expect(orangeIn('Orange ou google cloud')).toEqual([['sure', 'google cloud']]);
  });

  it('is not confirmed by a provider out of reach', () => {
    expect(orangeIn(`Orange${' '.repeat(REACH)}OVH`)).toEqual([['possible']]);
    expect(orangeIn(`Orange${' '.repeat(REACH - 1)}OVH`)).toEqual([['sure', 'OVH']]);
  });

  it('is not confirmed by itself, nor by a provider inside an address', () => {
    expect(orangeIn('Orange, Orange')).toEqual([['possible'], ['possible']]);
    expect(orangeIn('Orange (www.ovh.com)')).toEqual([['possible']]);
  });

  it('is excluded even when a provider stands beside it', () => {
    expect(orangeIn('OVH, Orange (Vaucluse)')).toEqual([]);
  });

  it('is confirmed by a word that is written with invisible characters', () => {
    expect(orangeIn('le clo\u00adud d’Oran\u00adge')).toEqual([['sure', 'cloud']]);
  });

  it('swallowed by a false friend is not looked at', () => {
    expect(orangeIn('Immeuble Orange Bleu, cloud')).toEqual([]);
  });
});
