import { hasBegun, runs } from '../assessment/qualification-period.ts';
import { receiptsOfFact, uniqueReceipts } from '../assessment/receipts.ts';
import type { Fact } from '../registry/fact.ts';
import type { Offering, Qualification } from '../registry/offering.ts';
import type { Registry } from '../registry/registry.ts';
import { date, phrase, text, type Phrase } from '../wording/phrase.ts';
import { SILENT, type Answer } from './answer.ts';

type Stated = Extract<Fact<Qualification>, { state: 'known' | 'contested' }>;

/**
 * Tells whether an offering holds a scheme's qualification on a day, at one of some levels.
 * In: the offering, the scheme, the levels, an ISO day, the registry. Out: the answer. One that has ended is to check,
 * not lost; one whose level is not on record settles nothing.
 */
export function answerQualified(
  offering: Offering,
  scheme: string,
  levels: readonly string[],
  day: string,
  registry: Registry,
): Answer {
  const said = saidOf(offering, scheme, day);
  const running = said.filter((fact) => runs(fact, day));
  const held = running.filter(({ value }) => value.level !== undefined && levels.includes(value.level));
  const ended = said.filter(({ value }) => value.state === 'qualified');
  const telling = held.length > 0 ? held : running.length > 0 ? running : ended.length > 0 ? ended : said;
  if (telling.length === 0) return SILENT;
  const contested = telling.some(({ state }) => state === 'contested');
  const settled =
    held.length > 0
      ? 'met'
      : running.some(({ value }) => value.level === undefined) || ended.length > running.length
        ? 'unknown'
        : 'not-met';
  return {
    answer: contested ? 'unknown' : settled,
    facts: telling.map((fact) => lineOf(offering, fact, day)),
    receipts: uniqueReceipts(telling.flatMap((fact) => receiptsOfFact(fact, registry.sources))),
  };
}

/**
 * Says of a scheme that what is published of it does not settle the question.
 * In: offerings, the scheme, an ISO day, the registry. Out: an unknown, with the receipts of what is published.
 */
export function schemeOnRecord(
  offerings: readonly Offering[],
  scheme: string,
  day: string,
  registry: Registry,
): Answer {
  const held = offerings.flatMap((offering) => saidOf(offering, scheme, day).filter((fact) => runs(fact, day)));
  if (held.length === 0) return SILENT;
  return {
    answer: 'unknown',
    facts: [phrase('check_overallOnly')],
    receipts: uniqueReceipts(held.flatMap((fact) => receiptsOfFact(fact, registry.sources))),
  };
}

function saidOf(offering: Offering, scheme: string, day: string): Stated[] {
  return (offering.qualifications as Fact<Qualification>[]).filter(
    (fact): fact is Stated =>
      (fact.state === 'known' || fact.state === 'contested') && fact.value.scheme === scheme && hasBegun(fact, day),
  );
}

function lineOf({ name }: Offering, { value }: Stated, day: string): Phrase {
  const { state, level, until, step, listOf } = value;
  switch (state) {
    case 'qualified':
      if (until !== undefined && until < day) return phrase('qualification_offering_ended', text(name), date(until));
      if (until !== undefined) return phrase('qualification_offering_until', text(name), date(until));
      return level === undefined ? phrase('check_noLevel', text(name)) : phrase('note_about', text(name), text(level));
    case 'in-progress':
      return phrase('check_inProgress', text(name), text(step ?? ''));
    case 'refused':
      return phrase('check_refused', text(name));
    case 'absent':
      return listOf === undefined
        ? phrase('check_absent', text(name))
        : phrase('check_absentFrom', text(name), date(listOf));
  }
}
