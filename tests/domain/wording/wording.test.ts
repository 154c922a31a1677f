import { describe, expect, it } from 'vitest';

import { countries, date, list, number, phrase, text } from '../../../domain/wording/phrase.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { messagesOf } from '../../messages-of.ts';

const fr = createWording(messagesOf('fr'));
const en = createWording(messagesOf('en'));

describe('dates', () => {
  it.each([
    ['2026-11-03', '03/11/2026'],
    ['2024-02-29', '29/02/2024'],
    ['2026-01-01', '01/01/2026'],
    ['2026-12-31', '31/12/2026'],
    ['2013-09', '09/2013'],
    ['2013', '2013'],
  ])('%s reads %s in French and in English: no more than the source says, the day first', (day, written) => {
    expect(fr.date(day)).toBe(written);
    expect(en.date(day)).toBe(written);
  });
});

describe('dates in a sentence', () => {
  it.each([
    ['2020-02-01', 'le 01/02/2020', 'on 01/02/2020'],
    ['2020-02', 'en 02/2020', 'in 02/2020'],
    ['2020', 'en 2020', 'in 2020'],
  ])('%s', (date, french, english) => {
    expect(fr.when(date)).toBe(french);
    expect(en.when(date)).toBe(english);
  });
});

describe('plurals', () => {
  it.each([
    [0, '0 fournisseur', '0 providers'],
    [1, '1 fournisseur', '1 provider'],
    [2, '2 fournisseurs', '2 providers'],
    [21, '21 fournisseurs', '21 providers'],
    [1_000_000, '1000000 fournisseurs', '1000000 providers'],
  ])('%i', (count, french, english) => {
    expect(fr.count('popup_title', count)).toBe(french);
    expect(en.count('popup_title', count)).toBe(english);
  });
});

describe('countries', () => {
  it.each([
    [['FR'], 'France', 'France'],
    [['US'], 'États-Unis', 'United States'],
    [['US', 'DE', 'FR'], 'Allemagne, États-Unis et France', 'France, Germany and United States'],
    [['IE', 'ES'], 'Espagne et Irlande', 'Ireland and Spain'],
    [[], '', ''],
  ])('%j are named and sorted in the reader’s language', (codes, french, english) => {
    expect(fr.countries(codes)).toBe(french);
    // English lists may have a serial comma or not.
    expect(en.countries(codes).replace(', and', ' and')).toBe(english);
  });

  it('that are accented stand among the others, not after them', () => {
    expect(fr.countries(['FI', 'US', 'DE', 'EG'])).toBe('Allemagne, Égypte, États-Unis et Finlande');
  });

  it('leave the codes as they were', () => {
    const codes = Object.freeze(['US', 'DE']);
    fr.countries(codes);
    expect(codes).toEqual(['US', 'DE']);
  });
});

describe('saying a phrase', () => {
  it.each([
    ['a text', text('OVH SAS'), 'OVH SAS', 'OVH SAS'],
    ['a date', date('2026-11-03'), '03/11/2026', '03/11/2026'],
    ['countries', countries(['GB', 'DE']), 'Allemagne et Royaume-Uni', 'Germany and United Kingdom'],
    ['a list, in its order', list(['HDS', 'C5']), 'HDS et C5', 'HDS and C5'],
    ['a list of one', list(['HDS']), 'HDS', 'HDS'],
    ['a large number', number(1234), '1\u202f234', '1,234'],
    ['a localized text', { kind: 'localized', text: { fr: 'Nuage', en: 'Cloud' } }, 'Nuage', 'Cloud'],
  ] as const)('writes %s in the reader’s language', (_kind, value, french, english) => {
    expect(fr.say(phrase('plain', value))).toBe(french);
    expect(en.say(phrase('plain', value))).toBe(english);
  });

  it('fills each blank with its own value', () => {
    const line = phrase('qualification_offering_until', text('Nimbe Machines'), date('2027-06-30'));
    expect(fr.say(line)).toBe('Nimbe Machines\u00a0: jusqu’au 30/06/2027');
    expect(en.say(line)).toBe('Nimbe Machines: until 30/06/2027');
  });

  it('takes a value literally, even one that looks like a blank', () => {
    expect(fr.say(phrase('law_parent', text('$2 Inc.'), text('$1')))).toBe('Société mère ultime\u00a0: $2 Inc. ($1)');
  });
});

describe('the language', () => {
  it('is that of the messages, and facts follow it', () => {
    expect([fr.language, en.language]).toEqual(['fr', 'en']);
    expect([fr, en].map((wording) => wording.localized({ fr: 'Nuage', en: 'Cloud' }))).toEqual(['Nuage', 'Cloud']);
  });

  it.each([
    ['fr-CA', 'Nuage'],
    ['de', 'Cloud'],
    ['nl', 'Cloud'],
  ])('%s reads facts in one of the two they are written in', (tag, written) => {
    const wording = createWording(() => tag);
    expect(wording.localized({ fr: 'Nuage', en: 'Cloud' })).toBe(written);
  });

  it('passes its values on to the message', () => {
    expect(fr.t('law_parent', 'Nimbe', 'France')).toBe('Société mère ultime\u00a0: Nimbe (France)');
    expect(en.t('law_parent', 'Nimbe', 'France')).toBe('Ultimate parent: Nimbe (France)');
  });
});
