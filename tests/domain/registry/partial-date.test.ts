import { describe, expect, it } from 'vitest';

import { DaySchema, isPartialDate, PartialDateSchema } from '../../../domain/registry/partial-date.ts';
import { problemsIn } from './problems.ts';

const DAYS = ['2013-09-21', '2024-02-29', '2000-02-29', '1999-12-31'];
const COARSER = ['2013', '2013-09', '0999-01'];
const WRONG = [
  '',
  '13',
  '2013-9',
  '2013-00',
  '2013-13',
  '2013-02-30',
  '2023-02-29',
  '1900-02-29',
  '2013-04-31',
  '2013-09-00',
  '2013-09-21T00:00:00Z',
  '2013-09-21 ',
  ' 2013',
  '21/09/2013',
  '2013-',
  '20130921',
  '+2013',
  'demain',
];

describe('a date of reduced precision', () => {
  it.each([...DAYS, ...COARSER])('may be %s', (text) => {
    expect(isPartialDate(text)).toBe(true);
    expect(problemsIn(PartialDateSchema, text)).toEqual([]);
  });

  it.each(WRONG)('may not be %j', (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(problemsIn(PartialDateSchema, text)).toEqual([': is not a date: write YYYY, YYYY-MM or YYYY-MM-DD']);
  });
});

describe('a day', () => {
  it.each(DAYS)('may be %s', (text) => {
    expect(problemsIn(DaySchema, text)).toEqual([]);
  });

  it.each([...COARSER, ...WRONG])('may not be %j', (text) => {
    expect(problemsIn(DaySchema, text)).toEqual([': is not a day: write YYYY-MM-DD']);
  });
});
