import { endOf, startOf } from './period.ts';
import type { Countries } from './reference.ts';

/**
 * Tells whether a country is in the European Economic Area on a day.
 * In: an ISO 3166-1 code, an ISO day, the dated tables. Out: true for an EU or EEA member that day.
 */
export function isInEea(country: string, day: string, countries: Countries): boolean {
  return [...countries.eu.members, ...countries.eea.members].some(
    (membership) => membership.country === country && covers(membership, day),
  );
}

/**
 * Tells whether a country is a member of the European Union on a day.
 * In: an ISO 3166-1 code, an ISO day, the dated tables. Out: true for a member that day.
 */
export function isInEu(country: string, day: string, countries: Countries): boolean {
  return countries.eu.members.some((membership) => membership.country === country && covers(membership, day));
}

/**
 * Finds the adequacy decision under which a country stands on a day (GDPR, art. 45).
 * In: an ISO 3166-1 code, an ISO day, the dated tables. Out: the decision, with its scope; nothing where none runs.
 */
export function adequacyOf(
  country: string,
  day: string,
  countries: Countries,
): Countries['adequacy'][number] | undefined {
  return countries.adequacy.find((decision) => decision.country === country && runs(decision, day));
}

function runs({ from, until }: Countries['adequacy'][number], day: string): boolean {
  return (from === undefined || startOf(from) <= day) && (until === undefined || day <= endOf(until));
}

function covers(period: { from?: string; until?: string }, day: string): boolean {
  return (
    (period.from === undefined || startOf(period.from) <= day) && (period.until === undefined || day <= period.until)
  );
}
