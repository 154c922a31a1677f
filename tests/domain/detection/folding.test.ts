import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fold, unfold } from '../../../domain/detection/folding.ts';

const INVISIBLES = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];

/** A few letters, such as U+FB2A, become longer when they are composed. */
const composesShorter = (text: string) => Array.from(text).every((one) => one.normalize('NFC').length <= one.length);

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...INVISIBLES, 'e\u0301', 'o\u0308', 'x\u0302', 'n', ' ', '𝒜', 'é', '\u0301'),
      fc.string({ unit: 'grapheme', maxLength: 3 }).filter(composesShorter),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

describe('fold', () => {
  it.each(['', 'OVHcloud', 'Éolas à Lyon', 'a\u00a0b\u202fc', 'T\u2011Systems', '日本 𝒜'])(
    'has nothing to do with %j',
    (text) => {
      expect(fold(text)).toBeNull();
    },
  );

  it.each([
    ['OV\u00adH', 'OVH', [0, 1, 3, 4]],
    ['\u200bOVH\ufeff', 'OVH', [1, 2, 3, 5]],
    ['E\u0301olas', 'Éolas', [0, 2, 3, 4, 5, 6]],
    ['x\u0302y', 'x\u0302y', [0, 0, 2, 3]],
    ['\u00ad', '', [1]],
    ['𝒜\u200d𝒜', '𝒜𝒜', [0, 1, 3, 4, 5]],
  ])('turns %j into %j and keeps the way back', (text, folded, offsets) => {
    const result = fold(text);
    expect(result?.text).toBe(folded);
    expect([...(result?.offsets ?? [])]).toEqual(offsets);
  });

  it('keeps an offset for each unit of the folded text and one for its end, never going back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        if (folded === null) return;
        expect(folded.offsets).toHaveLength(folded.text.length + 1);
        expect(folded.offsets.at(-1)).toBe(text.length);
        expect([...folded.offsets]).toEqual([...folded.offsets].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves no invisible character, and nothing to fold when it only dropped some', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const character of INVISIBLES) expect(fold(text)?.text ?? text).not.toContain(character);
      }),
    );
  });
});

describe('unfold', () => {
  it.each([
    ['a\u00adOV\u00adH\u00ad b', 'OVH', 'OV\u00adH'],
    ['la re\u0301gion', 'région', 're\u0301gion'],
    ['\u200b\u200bOVH', 'OVH', 'OVH'],
  ])('finds in %j where %j stands', (text, part, written) => {
    const folded = fold(text)!;
    const start = folded.text.indexOf(part);
    expect(text.slice(...unfold(folded, start, start + part.length, text))).toBe(written);
  });

  it('goes back and forth: folding what a span stands for gives the span', () => {
    const letters = fc.constantFrom(...INVISIBLES, 'e\u0301', 'o\u0308', 'n', ' ', '𝒜', 'é');
    const text = fc.array(letters, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const folded = fold(original);
        if (folded === null || folded.text === '') return;
        const characters = Array.from(folded.text);
        const first = a % characters.length;
        const last = first + (b % (characters.length - first));
        const start = characters.slice(0, first).join('').length;
        const span = characters.slice(first, last + 1).join('');
        const [from, to] = unfold(folded, start, start + span.length, original);
        const part = original.slice(from, to);
        expect(fold(part)?.text ?? part).toBe(span);
      }),
    );
  });
});
