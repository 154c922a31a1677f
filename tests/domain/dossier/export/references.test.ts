import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import { runsOf } from '../../../../domain/dossier/export/references.ts';

describe('numbers that follow each other', () => {
  it.each<[string, number[], number[][]]>([
    ['none', [], []],
    ['one', [4], [[4]]],
    ['two are written out', [4, 5], [[4], [5]]],
    ['three are a run', [4, 5, 6], [[4, 6]]],
    ['runs and others', [1, 2, 3, 5, 7, 8, 9, 10, 12, 13], [[1, 3], [5], [7, 10], [12], [13]]],
  ])('are said as a run: %s', (_case, numbers, runs) => {
    expect(runsOf(numbers)).toEqual(runs);
  });

  it('lose none and make none up', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (some) => {
        const numbers = some.toSorted((a, b) => a - b);
        const said = runsOf(numbers).flatMap(([first, last = first]) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(said).toEqual(numbers);
      }),
    );
  });
});
