import { addDays } from '../registry/period.ts';

/** For how long data hold after they were published, unless their publisher says otherwise, in days. */
export const VALIDITY = 45;

/**
 * Until when data hold that no manifest vouches for: those that came with the extension, as long as any others would.
 * In: the registry's date. Out: the ISO day from which they are to be renewed.
 */
export function endOfValidity(date: string): string {
  return addDays(date, VALIDITY);
}
