import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeCsv } from '../../../../domain/dossier/export/csv.ts';
import { HOSTILE_TEXTS } from './arbitrary-dossier.ts';
import { readCsv } from './reading.ts';

describe('a CSV file', () => {
  it('begins with a byte order mark, has ; between quoted cells, and ends each row as RFC 4180 has it', () => {
    expect(
      writeCsv([
        ['a', 'b;c'],
        ['d "e"', 'f\ng'],
      ]),
    ).toBe('\uFEFF"a";"b;c"\r\n"d ""e""";"f\ng"\r\n');
  });

  it.each([
    ['=1+1'],
    ['+33 1 23 45 67 89'],
    ['-2'],
    ['@SUM(A1)'],
    ['\t=1'],
    ['\r=1'],
    ['\n=1'],
    ['  =1+1'],
    ['\u00a0=1+1'],
    ['＝1+1'],
    ['＋1'],
    ['－1'],
    ['＠SUM'],
    ['﹦1'],
    ['﹢1'],
    ['﹣1'],
    ['﹫a'],
    ['−1'],
  ])('makes text of what a spreadsheet would calculate: %j', (text) => {
    expect(readCsv(writeCsv([[text]]))).toEqual([[`'${text}`]]);
  });

  it.each([['a=1'], ['1-2'], ['Nimbe + Aube'], ['x@example.org'], ["'=1"], [''], ['2026-11-20'], ['€']])(
    'leaves anything else as it is: %j',
    (text) => {
      expect(readCsv(writeCsv([[text]]))).toEqual([[text]]);
    },
  );

  it('is read back to the same cells, whatever is in them', () => {
    const anyCell = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));
    const anyTable = fc
      .nat(4)
      .chain((width) => fc.array(fc.array(anyCell, { minLength: width + 1, maxLength: width + 1 })));
    fc.assert(
      fc.property(anyTable, (rows) => {
        const read = readCsv(writeCsv(rows)).map((cells) => cells.map((cell) => cell.replace(/^'(?!')/, '')));
        expect(read).toEqual(rows.map((cells) => cells.map((cell) => cell.replace(/^'(?!')/, ''))));
        for (const cell of readCsv(writeCsv(rows)).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});
