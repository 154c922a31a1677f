import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plainLine } from '../../../domain/dossier/plain-line.ts';

describe('a text that is not ours', () => {
  it.each([
    ['as it is', 'Avis n° 26-1 : hébergement', 'Avis n° 26-1 : hébergement'],
    ['without the blanks around it', '  Avis  ', 'Avis'],
    ['on one line', 'Avis\r\n26-1\tlot\u2028deux', 'Avis 26-1 lot deux'],
    ['without control characters', 'Avis\u0000\u001b[31m26', 'Avis [31m26'],
    ['without marks of direction', 'Avis \u202Efdp.exe\u202C \u2066x\u2069\u200F', 'Avis fdp.exe x'],
    ['without what nobody sees', 'A\u200Bv\uFEFFi\u00ADs', 'Avis'],
    ['with its no-break space', 'Objet\u00A0: cloud', 'Objet\u00A0: cloud'],
    ['empty', '\n\t', ''],
  ])('is written %s', (_, text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  it('is cut where it is long, between characters', () => {
    const line = plainLine('😀'.repeat(400));
    expect(line.length).toBeLessThanOrEqual(300);
    expect(line.endsWith('…')).toBe(true);
    expect(line.isWellFormed()).toBe(true);
  });

  it('is one short line, whatever it was, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/[\n\r\t\u2028\u2029\u0085\u202A-\u202E\u2066-\u2069]/);
        expect(line.length).toBeLessThanOrEqual(300);
        expect(plainLine(line)).toBe(line);
      }),
    );
  });
});
