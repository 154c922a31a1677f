import { describe, expect, it } from 'vitest';

import { REACH } from '../../../domain/detection/evidence.ts';
import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';
import { ambiguous, MATCHER, matcherOf } from './sample-names.ts';

/** How sure we are of the mentions of a provider, and thanks to what. */
const verdictsOn = (provider: string, text: string, matcher = MATCHER) =>
  findMentions(text, matcher)
    .filter((mention) => mention.provider === provider)
    .map(({ confidence, confirmedBy }) => [confidence, ...confirmedBy]);
const orangeIn = (text: string) => verdictsOn('orange', text);

const FAR = ' '.repeat(REACH);

describe('an ambiguous name', () => {
  it.each([
    ['Le cloud d’Orange', ['cloud']],
    ['HEBERGEMENT chez Orange', ['hébergement']],
    ['Orange betreibt ein Rechenzentrum', ['Rechenzentrum']],
    ['Orange ofrece una nube', ['nube']],
    ['Il fornitore Orange', ['fornitore']],
    ['Orange biedt hosting', ['hosting']],
    ['Orange, des nubes', ['nube']],
    ['la société Orange', ['société']],
    ['Orange GmbH, Bonn', ['GmbH']],
    ['The 5G network and the cloud of Orange', ['5G', 'cloud']],
    ['le clo\u00adud d’Oran\u00adge', ['cloud']],
  ])('is sure where a word of its own or a cloud term stands nearby: %s', (text, by) => {
    expect(orangeIn(text)).toEqual([['sure', ...by]]);
  });

  it.each([
    'La ville d’Orange lance un cloud',
    'Orange (VAUCLUSE), hébergement',
    "Un jus d'orange, Orange et le cloud",
  ])('is left out where an excluding word stands nearby, whatever confirms it: %s', (text) => {
    expect(orangeIn(text)).toEqual([]);
  });

  it.each(['Orange signe.', 'Le réseau 15G d’Orange', 'Saint-Cloudien, Orange', 'Orange et la société Dupont'])(
    'is possible where nothing speaks either way: %s',
    (text) => {
      expect(orangeIn(text)).toEqual([['possible']]);
    },
  );

  it.each(['orange, nube', 'oRANGE, nube'])('is nothing where it is not written as its case asks: %s', (text) => {
    expect(orangeIn(text)).toEqual([]);
  });

  it.each([
    ['ORANGE, NUBE', [['sure', 'nube']]],
    ['ORANGE SIGNE', [['possible']]],
    ['VILLE D’ORANGE, CLOUD', []],
  ])('is weighed the same in capitals, as headings and awards write it: %s', (text, verdicts) => {
    expect(orangeIn(text)).toEqual(verdicts);
  });

  it('swallowed by a false friend is not looked at', () => {
    expect(orangeIn('Immeuble Orange Bleu, cloud')).toEqual([]);
  });
});

describe('what introduces a name', () => {
  const FILLER = `Le site est édité par la commune.${FAR}`;

  it.each([
    ['the heading above its block', `Hébergement${BLOCK_BREAK}${FILLER}Orange`, [['sure', 'hébergement']]],
    ['a label of who does the work', `Firma${BLOCK_BREAK}${FILLER}Orange`, [['sure', 'Firma']]],
    [
      'the line that opens its list',
      `Une nube, au choix :${BLOCK_BREAK}Dupont${FAR}${BLOCK_BREAK}Orange`,
      [['sure', 'nube']],
    ],
    ['a heading on a line of its own', `Hébergement\n\n${FILLER}Orange`, [['sure', 'hébergement']]],
    ['a sentence above: no heading', `Un hébergement est prévu.${BLOCK_BREAK}${FILLER}Orange`, [['possible']]],
    ['a heading of something else', `Travaux${BLOCK_BREAK}${FILLER}Orange`, [['possible']]],
    ['a heading two blocks up', `Hébergement${BLOCK_BREAK}Voirie${BLOCK_BREAK}${FILLER}Orange`, [['possible']]],
    ['an excluding word nearby, which wins', `Hébergement${BLOCK_BREAK}${FILLER}Orange, Vaucluse`, []],
  ])('%s', (_what, text, verdicts) => {
    expect(orangeIn(text)).toEqual(verdicts);
  });
});

describe('a provider named nearby', () => {
  it('confirms an ambiguous name, before or after it', () => {
    expect(orangeIn('Microsoft et Orange')).toEqual([['sure', 'Microsoft']]);
    expect(orangeIn('Orange ou t-systems')).toEqual([['sure', 't-systems']]);
  });

  it('confirms it across blocks too: a list names one provider a line', () => {
    expect(orangeIn(`Microsoft${BLOCK_BREAK}Orange`)).toEqual([['sure', 'Microsoft']]);
  });

  it('does not reach further than a word would', () => {
    expect(orangeIn(`Orange${FAR}OVH`)).toEqual([['possible']]);
    expect(orangeIn(`OVH${FAR}Orange`)).toEqual([['possible']]);
    expect(orangeIn(`Orange${FAR.slice(1)}OVH`)).toEqual([['sure', 'OVH']]);
    expect(orangeIn(`OVH${FAR.slice(1)}Orange`)).toEqual([['sure', 'OVH']]);
  });

  it('does not speak from inside an address, nor when it is itself ambiguous', () => {
    expect(orangeIn('Orange (www.ovh.com)')).toEqual([['possible']]);
    expect(orangeIn('Orange, Orange')).toEqual([['possible'], ['possible']]);
    expect(orangeIn('Orange, OCI')).toEqual([['possible']]);
  });

  it('may be named by what nearly always means it, unless something excludes that', () => {
    expect(orangeIn('Orange, Teams')).toEqual([['sure', 'Teams']]);
    expect(orangeIn('Orange, Teams et ses équipes')).toEqual([['possible']]);
    expect(orangeIn('Orange, teams')).toEqual([['possible']]);
  });

  it('is found among many', () => {
    const many = `OVH${FAR}`.repeat(50);
    expect(orangeIn(`${many}Orange${FAR}${many}`)).toEqual([['possible']]);
    expect(orangeIn(`${many}Orange, OVH${FAR}${many}`)).toEqual([['sure', 'OVH']]);
  });

  it('does not save a name that is excluded', () => {
    expect(orangeIn('OVH, Orange (Vaucluse)')).toEqual([]);
  });
});

describe('one sense a text', () => {
  it('a name confirmed in one place is sure where nothing speaks either way, and stays out where it is excluded', () => {
    expect(orangeIn(`Orange.${FAR}Le cloud d’Orange.${FAR}Orange (Vaucluse).${FAR}Orange.`)).toEqual([
      ['sure'],
      ['sure', 'cloud'],
      ['sure'],
    ]);
  });

  it('a name excluded in one place is still weighed by itself in another', () => {
    expect(orangeIn(`Orange (Vaucluse).${FAR}Orange.`)).toEqual([['possible']]);
  });

  it('says nothing of another name of the same provider', () => {
    const matcher = matcherOf([ambiguous('Bleu', 'bleu', { confirm: ['cloud'] }), ambiguous('Azul', 'bleu', {})]);
    expect(verdictsOn('bleu', `Le cloud Bleu${FAR}Azul`, matcher)).toEqual([['sure', 'cloud'], ['possible']]);
  });
});

describe('a name for which cloud terms prove nothing', () => {
  it.each([
    ['OCI d’Oracle', [['sure', 'Oracle']]],
    ['une image OCI dans le cloud', [['possible']]],
    ['la société OCI', [['possible']]],
    ['OCI, OVH', [['possible']]],
    ['un conteneur OCI chez Oracle', []],
  ])('goes by words of its own, and no other: %s', (text, verdicts) => {
    expect(verdictsOn('oracle', text)).toEqual(verdicts);
  });
});

describe('a name that nearly always means the provider', () => {
  it.each([
    ['Une réunion Teams', [['sure']]],
    ['Une visio Teams', [['sure', 'visio']]],
    ['Teams et OVH', [['sure']]],
    ['Teams : les équipes et leur cloud', []],
  ])('needs no confirmation, only that nothing excludes it: %s', (text, verdicts) => {
    expect(verdictsOn('teams', text)).toEqual(verdicts);
  });
});

describe('a name that is something else in French alone', () => {
  const AWS = ambiguous('AWS', 'aws', {
    needs: 'confirmation-in-french',
    confirm: ['bucket'],
    exclude: ['dossier de consultation'],
  });
  const matcher = matcherOf([AWS], { evidence: { otherLanguages: ['los', 'und'] } });

  it.each([
    ['Les entreprises s’inscrivent sur AWS.', [['possible']]],
    ['Les fichiers sont dans un bucket AWS.', [['sure', 'bucket']]],
    ['La inversión de AWS supera los límites.', [['sure']]],
    ['LOS CENTROS DE AWS', [['sure']]],
    [`La inversión de AWS${FAR}los límites`, [['possible']]],
    ['AWS und das dossier de consultation', []],
    ['AWS', [['possible']]],
  ])('needs confirmation there, and none in another language: %s', (text, verdicts) => {
    expect(verdictsOn('aws', text, matcher)).toEqual(verdicts);
  });
});
