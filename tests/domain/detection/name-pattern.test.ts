import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BLOCK_BREAK, patternOf, withoutAccents } from '../../../domain/detection/name-pattern.ts';

const matches = (name: string, text: string) => new RegExp(`^(?:${patternOf(name)})$`, 'i').test(text);

const VARIANTS = [
  ['Clever Cloud', 'clever cloud'],
  ['Clever Cloud', 'Clever\u00a0Cloud'],
  ['Clever Cloud', 'Clever\u202f\u2009 Cloud'],
  ['Clever Cloud', 'Clever\n\tCloud'],
  ['T-Systems', 'T\u2010Systems'],
  ['T-Systems', 'T\u2011Systems'],
  ['T\u2011Systems', 'T-Systems'],
  ['Nuage d’Armor', "Nuage d'Armor"],
  ["Nuage d'Armor", 'Nuage d\u02bcArmor'],
  ['Éolas', 'EOLAS'],
  ['Éolas', 'éolas'],
  ['Société Générale', 'SOCIETE GENERALE'],
  ['Straße', 'STRAßE'],
  ['Cafe\u0301 Nuage', 'Café Nuage'],
  ['Clever Cloud', 'Clever-Cloud'],
  ['Office 365', 'Office\u2011365'],
  ['Aruba S.p.A.', 'Aruba S.p.A'],
] as const;

const STRANGERS = [
  ['Clever Cloud', 'CleverCloud'],
  ['Clever Cloud', `Clever${BLOCK_BREAK}Cloud`],
  ['Clever Cloud', 'Clever--Cloud'],
  ['Clever-Cloud', 'Clever Cloud'],
  ['S.p.A.', 'S.p.B'],
  ['T-Systems', 'TSystems'],
  ['T-Systems', 'T\u2014Systems'],
  ['Eolas', 'Éolas'],
  ['a.b', 'axb'],
  ['C++', 'CCC'],
  ['[box]', 'b'],
  ['a|b', 'a'],
  ['$x^', '$x'],
] as const;

describe('the pattern of a name', () => {
  it.each(VARIANTS)('%j also matches %j', (name, written) => {
    expect(matches(name, written)).toBe(true);
  });

  it.each(STRANGERS)('%j does not match %j', (name, written) => {
    expect(matches(name, written)).toBe(false);
  });

  it.each([
    ['OVH', 'SOVH', false],
    ['OVH', 'OVHcloud', false],
    ['OVH', 'l’OVH.', true],
    ['C++', 'C++, C', true],
    ['.cloud', 'mon .cloud', true],
  ])('%j asks for a boundary where it starts or ends with a letter or digit: %j', (name, text, expected) => {
    expect(new RegExp(patternOf(name), 'i').test(text)).toBe(expected);
  });

  it('has no group, so that patterns can be joined', () => {
    expect(new RegExp(`${patternOf('Cloud+ (Pro) d’Évry-Sud')}|`).exec('')).toHaveLength(1);
  });

  it('matches the name itself, whatever signs are in it', () => {
    const sign = fc.constantFrom(...Array.from("abcXYZ019éÉçßœøλя&.,+*?^$()[]{}|/\\-’'!@#%_ 𝒜"));
    const name = fc.string({ unit: sign, minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(name, (text) => {
        expect(matches(text, text)).toBe(true);
      }),
    );
  });
});

it.each([
  ['Évry à Nîmes, façade', 'Evry a Nimes, facade'],
  ['ñ ü å č', 'n u a c'],
  ['ø ß œ', 'ø ß œ'],
  ['й ά', 'и α'],
])('takes the marks off the letters of %j', (text, bare) => {
  expect(withoutAccents(text)).toBe(bare);
});
