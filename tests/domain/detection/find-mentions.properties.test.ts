import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';
import { wordKey } from '../../../domain/registry/word-list.ts';
import { MATCHER, NAMES } from './sample-names.ts';

const INVISIBLES = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];
const ALL = [...NAMES.sure, ...NAMES.ambiguous];
/** A hyphen may stand for a blank of the name. */
const keyOf = (name: string) => wordKey(name).replace(/[ -]+/g, ' ');
const KEYS = new Set(ALL.map(({ alias }) => keyOf(alias.text)));

const withoutInvisibles = (text: string) =>
  INVISIBLES.reduce((rest, character) => rest.replaceAll(character, ''), text);

/** A few letters, such as U+FB2A, become longer when they are composed. */
const composesShorter = (text: string) => Array.from(text).every((one) => one.normalize('NFC').length <= one.length);

const name = fc.constantFrom(...ALL.map(({ alias }) => alias.text));
const typeset = fc.oneof(
  name,
  name.map((text) => text.toUpperCase()),
  name.map((text) => text.normalize('NFD')),
  name.map((text) => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011').replaceAll('’', "'")),
);
const separator = fc.constantFrom(' ', ', ', '\n', '.', '-', '/', '@', '\u202f', BLOCK_BREAK, '');
const noise = fc.oneof(
  fc.constantFrom('cloud', 'Vaucluse', 'Côte d’Azur', 'PO Box', 'я', 'é', 'e\u0301', '7', '_', '𝒜', 'www.'),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter(composesShorter),
);

/** Text in which names, their variants, traps and anything else stand side by side; no invisible character yet. */
const visibleText = fc
  .array(fc.tuple(fc.oneof(typeset, noise), separator), { maxLength: 14 })
  .map((pieces) => withoutInvisibles(pieces.flat().join('')));

/** The same text, with invisible characters at random places. */
const interspersed = (text: string, invisibles = INVISIBLES) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom(...invisibles)), { maxLength: 12 })
    .map((insertions) =>
      insertions
        .sort(([a], [b]) => b - a)
        .reduce((rest, [at, character]) => rest.slice(0, at) + character + rest.slice(at), text),
    );

const anyText = visibleText.chain((text) => interspersed(text));

it('gives offsets inside the text, in order, never overlapping', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end } of findMentions(text, MATCHER)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  );
});

it('marks nothing but names of the index', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of findMentions(text, MATCHER)) {
        expect(KEYS).toContain(keyOf(withoutInvisibles(text.slice(start, end))));
      }
    }),
  );
});

it('neither begins nor ends a mention with an invisible character, nor crosses a block break', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of findMentions(text, MATCHER)) {
        expect(INVISIBLES).not.toContain(text.charAt(start));
        expect(INVISIBLES).not.toContain(text.charAt(end - 1));
        expect(text.slice(start, end)).not.toContain(BLOCK_BREAK);
      }
    }),
  );
});

it('finds any name of the index between two spaces, however it is typeset', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES.sure), fc.boolean(), ({ alias, provider }, decomposed) => {
      const written = decomposed ? alias.text.normalize('NFD') : alias.text;
      expect(findMentions(` ${written} `, MATCHER)).toEqual([
        { start: 1, end: 1 + written.length, provider, confidence: 'sure', confirmedBy: [] },
      ]);
    }),
  );
});

it('finds the same names once soft hyphens are put anywhere in a text', () => {
  const composed = visibleText.map((text) => text.normalize('NFC').replace(/\p{M}/gu, ''));
  const pair = composed.chain((text) => fc.tuple(fc.constant(text), interspersed(text, ['\u00ad'])));
  const summary = (text: string) =>
    findMentions(text, MATCHER).map(({ start, end, ...rest }) => ({
      ...rest,
      written: withoutInvisibles(text.slice(start, end)),
    }));
  fc.assert(
    fc.property(pair, ([text, hyphenated]) => {
      expect(summary(hyphenated)).toEqual(summary(text));
    }),
  );
});
