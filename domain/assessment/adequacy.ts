import { adequacyOf } from '../registry/membership.ts';
import type { Countries } from '../registry/reference.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, number, phrase, type Phrase } from '../wording/phrase.ts';
import type { Receipt } from './assessment.ts';
import { receiptsOf } from './receipts.ts';

/** From how many countries on a row counts them: the names stand in the notes. */
export const MANY = 4;

/**
 * Says which countries outside the EEA stand under an adequacy decision on a day.
 * In: countries outside the EEA, an ISO day, the dated tables. Out: a line for the whole decisions and one for
 * those that cover some organisations only; none when there is no such country.
 */
export function adequacyLines(outside: readonly string[], day: string, tables: Countries): Phrase[] {
  if (outside.length === 0) return [];
  const decisions = outside.flatMap((country) => adequacyOf(country, day, tables) ?? []);
  if (outside.length > MANY) {
    return [phrase('location_outsideEeaCount', number(outside.length), number(decisions.length))];
  }
  if (decisions.length === 0) return [phrase('location_adequateNone')];
  const [inPart, whole] = [true, false].map((partial) =>
    decisions.filter((decision) => (decision.partial ?? false) === partial).map(({ country }) => country),
  ) as [string[], string[]];
  return [
    ...(whole.length === 0 ? [] : [phrase('location_adequate', countries(whole))]),
    ...(inPart.length === 0 ? [] : [phrase('location_adequateInPart', countries(inPart))]),
  ];
}

/** In: the same. Out: the scope of each decision, countries of one scope together: some cover only part of a country. */
export function adequacyNotes(outside: readonly string[], day: string, tables: Countries): Phrase[] {
  const decisions = outside.flatMap((country) => adequacyOf(country, day, tables) ?? []);
  const byScope = Map.groupBy(decisions, ({ scope }) => scope.fr);
  return [...byScope.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      phrase('note_about', countries(group.map(({ country }) => country)), { kind: 'localized', text: first.scope }),
    ];
  });
}

/** In: the same, and the registry. Out: where the decisions are listed. */
export function adequacyReceipts(outside: readonly string[], day: string, registry: Registry): Receipt[] {
  return outside.flatMap((country) =>
    receiptsOf(adequacyOf(country, day, registry.countries)?.sources ?? [], registry.sources),
  );
}
