import * as v from 'valibot';

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Tells whether a text is a real calendar date as far as it goes.
 * In: `2013`, `2013-09` or `2013-09-21` (ISO 8601, reduced precision allowed). Out: false for 2013-02-30.
 */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text);
  if (match === null) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // `new Date('2013-02-30')` rolls over to March instead of failing.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** A day, a month or a year: sources often give no more, and a made-up day would be a false fact. */
export const PartialDateSchema = v.pipe(
  v.string(),
  v.check(isPartialDate, 'is not a date: write YYYY, YYYY-MM or YYYY-MM-DD'),
);

/** A full ISO calendar day, `2026-11-23`. */
export const DaySchema = v.pipe(
  v.string(),
  v.check((text) => text.length === 10 && isPartialDate(text), 'is not a day: write YYYY-MM-DD'),
);
