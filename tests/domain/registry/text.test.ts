import { describe, expect, it } from 'vitest';

import { CountryCodeSchema } from '../../../domain/registry/country-code.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from '../../../domain/registry/text.ts';
import { problemsIn } from './problems.ts';

describe('an id', () => {
  it.each(['ovhcloud', 'google-cloud', 'microsoft-365', '3ds-outscale', 'a'])('may be %s', (id) => {
    expect(problemsIn(IdSchema, id)).toEqual([]);
  });

  it.each(['', 'OVH', 'a b', 'a--b', '-a', 'a-', 'a_b', '../a', 'é', '__proto__'])('may not be %j', (id) => {
    expect(problemsIn(IdSchema, id)).toEqual([expect.stringContaining('is not an id')]);
  });

  it('may not be longer than 60 characters', () => {
    expect(problemsIn(IdSchema, 'a'.repeat(60))).toEqual([]);
    expect(problemsIn(IdSchema, 'a'.repeat(61))).toEqual([': is longer than 60 characters']);
  });
});

describe('a country', () => {
  it.each(['FR', 'GB', 'US', 'NO', 'CH'])('may be %s', (code) => {
    expect(problemsIn(CountryCodeSchema, code)).toEqual([]);
  });

  it.each(['fr', 'FRA', 'F', 'France', '', 'F1', ' FR'])('may not be %j', (code) => {
    expect(problemsIn(CountryCodeSchema, code)).toContainEqual(expect.stringContaining('is not a country'));
  });

  it.each(['XX', 'AA'])('may not be %s, which no country has', (code) => {
    expect(problemsIn(CountryCodeSchema, code)).toEqual([': is no country known to ISO 3166-1']);
  });
});

describe('a text shown to users', () => {
  it.each([
    ['no French', { en: 'Cloud' }, 'fr: '],
    ['no English', { fr: 'Nuage' }, 'en: '],
    ['an empty language', { fr: 'Nuage', en: ' ' }, 'en: is empty'],
    ['too much in a language', { fr: 'x'.repeat(2001), en: 'Cloud' }, 'fr: is longer than 2,000'],
    ['a language too many', { fr: 'Nuage', en: 'Cloud', de: 'Wolke' }, 'de: '],
  ])('may not have %s', (_what, text, problem) => {
    expect(problemsIn(LocalizedTextSchema, text)).toEqual([expect.stringContaining(problem)]);
  });
});

it('a name may not be empty nor longer than 200 characters', () => {
  expect(problemsIn(NameSchema, 'x'.repeat(200))).toEqual([]);
  expect(problemsIn(NameSchema, 'x'.repeat(201))).toEqual([': is longer than 200 characters']);
  expect(problemsIn(NameSchema, '\u00a0')).toEqual([expect.stringContaining('is empty')]);
});
