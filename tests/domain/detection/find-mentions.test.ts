import { describe, expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';
import { anyCase, exact, found, MATCHER, matcherOf } from './sample-names.ts';

describe('finding names in running text', () => {
  it.each([
    ['French', 'L’hébergement chez OVHcloud et Éolas, puis d’OVH.', ['OVHcloud', 'Éolas', 'OVH']],
    ['English', 'Bids from Google, T-Systems (or OVH’s reseller).', ['Google', 'T-Systems', 'OVH']],
    ['German', 'Betrieb in der Azure-Umgebung von „Microsoft“ oder T-Systems.', ['Azure', 'Microsoft', 'T-Systems']],
    ['Spanish', '¿Google Cloud o Microsoft Azure? ¡OVH!', ['Google Cloud', 'Microsoft Azure', 'OVH']],
    ['Italian', 'Servizi dell’OVH e d’Azure; “Google”.', ['OVH', 'Azure', 'Google']],
    ['Dutch', 'OVH-servers, Microsofts cloud en Google’s aanbod.', ['OVH', 'Google']],
  ])('finds every name in a sentence in %s', (_language, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('says where each name is and whose it is', () => {
    expect(findMentions('Ni OVH ni Microsoft Azure.', MATCHER)).toEqual([
      { start: 3, end: 6, provider: 'ovhcloud', confidence: 'sure', confirmedBy: [] },
      { start: 10, end: 25, provider: 'microsoft-azure', confidence: 'sure', confirmedBy: [] },
    ]);
  });

  it('finds a name at both ends of a text, and again on the next call', () => {
    expect(found('OVH, OVH')).toEqual(['OVH', 'OVH']);
    expect(found('OVH, OVH')).toEqual(['OVH', 'OVH']);
  });
});

describe('the case policy', () => {
  it.each([
    ['a name of any case in capitals', 'MICROSOFT AZURE', ['MICROSOFT AZURE']],
    ['a name of any case in lower case', 'sauvegarde google cloud', ['google cloud']],
    ['an exact name as it is written', 'la région Azure', ['Azure']],
    ['an exact name in lower case: nothing', 'une mer azure', []],
    ['an exact name in capitals', 'LA REGION AZURE', ['AZURE']],
    ['an exact name of three letters in capitals: rather an acronym', 'BOX 29', []],
    ['a hyphen for a blank', 'sauvegarde Google-Cloud', ['Google-Cloud']],
    ['a hyphen for a blank in an identifier: a shorter name', 'id: google-cloud-platform', ['google']],
    ['a name in small letters at the end of an identifier: nothing', 'logo-google, lnk-ovh', []],
    ['a name in small letters that begins a word', 'een google-account', ['google']],
    ['an exact name half in capitals: nothing', 'AZUre', []],
    ['capitals without accents', 'LA SOCIETE EOLAS', ['EOLAS']],
    ['capitals with accents', 'LA SOCIÉTÉ ÉOLAS', ['ÉOLAS']],
  ])('for %s', (_case, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('lets two providers share a spelling that differs by its case', () => {
    const matcher = matcherOf([exact('Bleu', 'bleu-cloud'), exact('BLEU', 'bleu-union')]);
    expect(findMentions('Bleu, BLEU, bleu', matcher).map(({ provider }) => provider)).toEqual([
      'bleu-cloud',
      'bleu-union',
    ]);
  });
});

describe('the longest name wins', () => {
  it.each([
    ['OVH Cloud', ['OVH Cloud']],
    ['OVHcloud', ['OVHcloud']],
    ['Google Cloud Platform', ['Google Cloud Platform']],
    ['Google Cloud Plateforme', ['Google Cloud']],
    ['Google Clouds', ['Google']],
    ['Microsoft AzureX', ['Microsoft']],
    ['Microsoft Google Cloud', ['Microsoft', 'Google Cloud']],
  ])('in %j', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('falls back on the shorter name when the longer one is not written as it must be', () => {
    const matcher = matcherOf([anyCase('Scale', 'scale'), exact('Scale Way Pro', 'scaleway')]);
    expect(found('scale way pro, Scale Way Pro', matcher)).toEqual(['scale', 'Scale Way Pro']);
  });

  it('finds the names in what remains of a longer one that was refused', () => {
    const matcher = matcherOf([anyCase('Scale', 'scale'), exact('Scale Nuage', 'scaleway'), anyCase('Nuage', 'nuage')]);
    expect(found('scale nuage', matcher)).toEqual(['scale', 'nuage']);
  });

  it('even when the shorter one ends at a hyphen', () => {
    const matcher = matcherOf([anyCase('Nuage', 'nuage'), anyCase('Nuage-Armor', 'nuage-armor')]);
    expect(found('Nuage-Armor, Nuage-Sud', matcher)).toEqual(['Nuage-Armor', 'Nuage']);
  });

  it('the first of two that share a word is found', () => {
    const matcher = matcherOf([anyCase('Nuage Armor', 'a'), anyCase('Armor Services', 'b')]);
    expect(found('Nuage Armor Services, Armor Services', matcher)).toEqual(['Nuage Armor', 'Armor Services']);
  });

  it('no name begins inside the one before it', () => {
    const matcher = matcherOf([anyCase('Nuage&', 'nuage'), anyCase('& Co', 'co')]);
    expect(found('Nuage& Co', matcher)).toEqual(['Nuage&']);
    expect(found('Nuage & Co', matcher)).toEqual(['& Co']);
  });

  it('finds a name that starts inside a refused one', () => {
    const matcher = matcherOf([exact('Le Nuage Vert', 'nuage-vert'), anyCase('Nuage', 'nuage')]);
    expect(found('le nuage vert', matcher)).toEqual(['nuage']);
  });
});

describe('a name is a word of its own', () => {
  it.each(['éOVH', 'OVHé', 'яOVH', 'OVHя', 'OVHα', 'ΩOVH', '3OVH', 'OVH2', 'OVH_1', '𝒜OVH', 'OVH𝒜', 'OVH字', 'SOVH'])(
    'not when a letter or a digit of any script touches it: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it.each([
    '(OVH)',
    '«\u00a0OVH\u00a0»',
    'OVH.',
    'OVH, etc.',
    '—OVH—',
    'l’OVH',
    '*OVH*',
    'OVH: offre',
    '→OVH',
    '“OVH”',
  ])('when punctuation alone touches it: %s', (text) => {
    expect(found(text)).toEqual(['OVH']);
  });

  it.each([
    'www.ovh.com',
    'ovh.com',
    'contact : x@ovh.fr',
    'ovh@mairie.example.fr',
    'http://exemple.fr/ovh',
    'https://ovh/',
    'https://exemple.fr/cloud?fournisseur=ovh',
    'https://exemple.fr/#ovh',
    'C:\\ovh\\notes.txt',
  ])('not inside an address: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['x@orange.fr', 'http://exemple.fr/Azure', 'Azure.microsoft.com'])(
    'nor with a name of exact case: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('typography inside a name', () => {
  it.each([
    ['no-break space', 'Microsoft\u00a0Azure'],
    ['narrow no-break space', 'Microsoft\u202fAzure'],
    ['thin space', 'Microsoft\u2009Azure'],
    ['line break and indentation', 'Microsoft\n      Azure'],
    ['carriage return', 'Microsoft\r\nAzure'],
    ['tab', 'Microsoft\tAzure'],
    ['soft hyphen', 'Micro\u00adsoft Az\u00adure'],
    ['zero-width space', 'Microsoft \u200bAzure'],
    ['zero-width joiners', 'Micro\u200csoft Azu\u200dre'],
    ['word joiner and byte order mark', 'Microsoft\u2060 \ufeffAzure'],
    ['no-break hyphen', 'T\u2011Systems'],
    ['typographic hyphen', 'T\u2010Systems'],
    ['en dash', 'T\u2013Systems'],
    ['straight apostrophe', "Nuage d'Armor"],
    ['typographic apostrophe', 'Nuage d\u2019Armor'],
    ['letter apostrophe', 'Nuage d\u02bcArmor'],
    ['composed letters', '\u00c9olas'],
    ['decomposed letters', 'E\u0301olas'],
  ])('a %s is read through', (_what, written) => {
    expect(found(`Marché (${written}) notifié`)).toEqual([written]);
  });

  it.each([
    ['before', '\u200bOVH est', 'OVH'],
    ['after', 'OVH\u00ad est', 'OVH'],
    ['both sides', '\ufeffOVH\u2060\u200b', 'OVH'],
  ])('an invisible character %s the name is not part of it', (_where, text, name) => {
    expect(found(text)).toEqual([name]);
  });

  it('does not let an invisible character make a boundary', () => {
    expect(found('pré\u00adOVH et OVH\u200bification')).toEqual([]);
  });

  it('keeps its offsets after text that was folded', () => {
    const text = 'cafe\u0301 ser\u00advi chez OVH';
    expect(findMentions(text, MATCHER)).toMatchObject([{ start: text.indexOf('OVH'), end: text.length }]);
  });

  it.each(['1&1', 'Cloud+ (Pro)', 'CLOUD+ (PRO)'])('takes the signs of a name literally: %s', (name) => {
    expect(found(`chez ${name}, hier`)).toEqual([name]);
  });

  it.each(['Cloudd (Pro)', 'Cloud Pro', '11', '1a1'])('and not as a pattern: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('block breaks', () => {
  it('no name reaches across one', () => {
    expect(found(`Microsoft${BLOCK_BREAK}Azure`)).toEqual(['Microsoft', 'Azure']);
    expect(found(`T-${BLOCK_BREAK}Systems`)).toEqual([]);
  });

  it('names on both sides of one stand alone', () => {
    expect(found(`fin OVH${BLOCK_BREAK}Google début`)).toEqual(['OVH', 'Google']);
  });

  it('a false friend does not reach across one', () => {
    expect(found(`PO${BLOCK_BREAK}Box`)).toEqual(['Box']);
  });
});

describe('false friends', () => {
  it.each([
    ['PO Box 12', []],
    ['po box 12', []],
    ['PO\u00a0Box', []],
    ['Google Street View', []],
    ['sur la Côte d’Azur', []],
    ["COTE D'AZUR", []],
    ['PO Box ou Box', ['Box']],
    ['Google Streets', ['Google']],
  ])('swallow what is inside them: %j', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('give way to a longer name that starts with them', () => {
    const matcher = matcherOf([anyCase('Bleu Nuit Cloud', 'bleu-nuit')], { falseFriends: ['Bleu Nuit'] });
    expect(found('Bleu Nuit, Bleu Nuit Cloud', matcher)).toEqual(['Bleu Nuit Cloud']);
  });
});

describe('an empty index', () => {
  it.each(['', 'OVH', BLOCK_BREAK, 'e\u0301'])('finds nothing in %j', (text) => {
    expect(findMentions(text, matcherOf([]))).toEqual([]);
  });

  it('that holds false friends alone finds nothing either', () => {
    expect(findMentions('PO Box', matcherOf([], { falseFriends: ['PO Box'] }))).toEqual([]);
  });
});
