import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isPartialDate } from '../../../domain/registry/partial-date.ts';
import { addDays, endOf, startOf } from '../../../domain/registry/period.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));

describe('the days that a date can mean', () => {
  it.each([
    ['2013', '2013-01-01', '2013-12-31'],
    ['2013-09', '2013-09-01', '2013-09-30'],
    ['2013-09-21', '2013-09-21', '2013-09-21'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2013-12', '2013-12-01', '2013-12-31'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([startOf(date), endOf(date)]).toEqual([first, last]);
  });

  it('are real days, the first never after the last, and within the date', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        const [first, last] = [startOf(date), endOf(date)];
        expect(first <= last).toBe(true);
        for (const edge of [first, last]) {
          expect(edge).toHaveLength(10);
          expect(isPartialDate(edge)).toBe(true);
          expect(edge.startsWith(date)).toBe(true);
        }
      }),
    );
  });

  it('end on the eve of the next period', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(addDays(endOf(date), 1).startsWith(date)).toBe(false);
        expect(addDays(startOf(date), -1).startsWith(date)).toBe(false);
      }),
    );
  });
});

describe('adding days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 8, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-23', 90, '2027-02-21'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('to %s, %i of them, gives %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it('is undone by taking them away, and keeps the order of days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40_000 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(addDays(from, days) > from).toBe(true);
      }),
    );
  });
});
