import { europeanLocale, type Wording } from './wording.ts';

/** In: milliseconds since 1970, and the reader's wording. Out: the hour of the day, in the reader's own zone. */
export function hourOf(at: number, { language }: Wording): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
}

/** In: milliseconds since 1970, and the reader's wording. Out: the day and the hour, in the reader's own zone. */
export function momentOf(at: number, { language }: Wording): string {
  return new Intl.DateTimeFormat(europeanLocale(language), { dateStyle: 'short', timeStyle: 'short' }).format(at);
}
