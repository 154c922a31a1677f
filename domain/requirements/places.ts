import { openLine } from '../assessment/location.ts';
import { receiptsOf, receiptsOfFact } from '../assessment/receipts.ts';
import { isSilent } from '../assessment/silence.ts';
import type { Fact } from '../registry/fact.ts';
import { adequacyOf, isInEea, isInEu } from '../registry/membership.ts';
import type { Location, Offering } from '../registry/offering.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, date, number, phrase, text } from '../wording/phrase.ts';
import { SILENT, type Answer } from './answer.ts';
import type { Area } from './requirement-set.ts';

/** From how many countries on a line counts them: the sheet and the sources name them. */
const MANY = 6;

/**
 * Tells whether an offering's storage, or its support, is within an area on a day.
 * In: the offering, which aspect, the area, an ISO day, the registry. Out: the answer, with the places and their receipts.
 */
export function answerPlace(
  offering: Offering,
  aspect: 'storage' | 'support',
  area: Area,
  day: string,
  registry: Registry,
): Answer {
  const fact = offering.location[aspect] as Fact<Location>;
  const own = receiptsOfFact(fact, registry.sources);
  const name = text(offering.name);
  if (isSilent(fact)) {
    const searched = fact.state === 'unknown' ? [phrase('check_searched', name, date(fact.searchedOn))] : SILENT.facts;
    return { answer: 'unknown', facts: searched, receipts: own };
  }
  const { mode, complete, countries: places } = fact.value;
  const verdicts = places.map((country) => standingOf(country, area, day, registry));
  const adequacy =
    area === 'eea-or-adequate'
      ? places.flatMap((country) => adequacyOf(country, day, registry.countries)?.sources ?? [])
      : [];
  const answer = fact.state === 'contested' ? 'unknown' : answerOf(verdicts, mode, complete);
  return {
    answer,
    facts: [
      places.length > MANY
        ? phrase(mode === 'customer-chooses' ? 'check_choiceCount' : 'check_placesCount', name, number(places.length))
        : phrase(mode === 'customer-chooses' ? 'check_choice' : 'note_about', name, countries(places)),
      ...(complete ? [] : [openLine(mode)]),
    ],
    receipts: [...own, ...receiptsOf(adequacy, registry.sources)],
  };
}

type Standing = 'within' | 'in-part' | 'outside';

function answerOf(standings: readonly Standing[], mode: Location['mode'], complete: boolean): Answer['answer'] {
  // A list that does not claim to be whole leaves room for a place on the other side.
  if (standings.every((standing) => standing === 'within')) return complete ? 'met' : 'unknown';
  const outside = standings.filter((standing) => standing === 'outside').length;
  if (mode === 'always-in') return outside > 0 ? 'not-met' : 'unknown';
  return outside === standings.length && complete ? 'not-met' : 'unknown';
}

function standingOf(country: string, area: Area, day: string, { countries: tables }: Registry): Standing {
  if (typeof area !== 'string') return area.includes(country) ? 'within' : 'outside';
  if (area === 'eu') return isInEu(country, day, tables) ? 'within' : 'outside';
  if (isInEea(country, day, tables)) return 'within';
  const decision = area === 'eea-or-adequate' ? adequacyOf(country, day, tables) : undefined;
  // A decision for some organisations of a country says nothing of the others.
  return decision === undefined ? 'outside' : decision.partial === true ? 'in-part' : 'within';
}
