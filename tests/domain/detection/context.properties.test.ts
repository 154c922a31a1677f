import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { CONTEXT } from '../../../domain/detection/context.ts';
import { findLocally } from '../../../domain/detection/find-mentions.ts';
import { BLOCK_BREAK } from '../../../domain/detection/name-pattern.ts';
import { MATCHER, NAMES } from './sample-names.ts';

const name = fc.constantFrom(...[...NAMES.sure, ...NAMES.ambiguous].map(({ alias }) => alias.text));
const word = fc.constantFrom(
  'cloud',
  'hébergement',
  'société',
  'Vaucluse',
  'rue du',
  'Prestataires retenus :',
  'Hébergeurs',
  'Titulaire :',
  'SAS',
  '\u00ad',
  'e\u0301',
);
/** Text that brings names and evidence into reach of each other, and out of it. */
const filler = fc.nat(14).map((words) => 'le lot est attribué '.repeat(words));
const separator = fc.constantFrom(' ', ' ', '. ', ', ', '\n', BLOCK_BREAK);
const longText = fc
  .array(fc.tuple(fc.oneof(name, name, word, filler), separator), { minLength: 30, maxLength: 90, size: 'max' })
  .map((pieces) => pieces.flat().join(''));

it('lets a name be judged in a part of a text as in the whole', () => {
  fc.assert(
    fc.property(longText, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3000), (text, place, length) => {
      const from = Math.floor(place * text.length);
      const to = Math.min(text.length, from + length);
      const begin = Math.max(0, from - CONTEXT.before);
      const part = findLocally(text.slice(begin, to + CONTEXT.after), MATCHER);
      const shifted = part.map((mention) => ({ ...mention, start: mention.start + begin, end: mention.end + begin }));
      const within = ({ start }: { start: number }) => start >= from && start < to;
      expect(shifted.filter(within)).toEqual(findLocally(text, MATCHER).filter(within));
    }),
    { numRuns: 400 },
  );
});
