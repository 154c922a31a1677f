import { recordOn } from '../assessment/history.ts';
import { offeringsOn } from '../assessment/offerings.ts';
import { receiptsOf, receiptsOfFact } from '../assessment/receipts.ts';
import { AXES } from '../assessment/assessment.ts';
import { isInEu } from '../registry/membership.ts';
import type { Offering } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, phrase, text } from '../wording/phrase.ts';
import type { Buyer } from './buyer.ts';
import { answerForEach, SILENT, type Answer } from './answer.ts';
import type { Checklist } from './checklist.ts';
import { answerPlace } from './places.ts';
import { answerQualified, schemeOnRecord } from './qualified.ts';
import type { BundledRequirements, Predicate, RequirementSet } from './requirement-set.ts';

const BINDING_KEYS = {
  bound: 'check_bound',
  'bound-for-data': 'check_boundForData',
  'not-bound': 'check_notBound',
} as const;

/**
 * Holds a provider, or one of its offerings, against what a text asks. It weighs nothing: each thing asked is met, not
 * met or unknown, with the fact and its receipts.
 * In: a requirement set and the file it stands in, the buyer, a provider, an ISO day, the registry, an offering to
 * speak of that one alone. Out: the checklist, in the order of the set.
 */
export function checkRequirements(
  set: RequirementSet,
  { buyers, sources }: BundledRequirements,
  buyer: Buyer,
  provider: Provider,
  day: string,
  registry: Registry,
  offering?: Offering,
): Checklist {
  const record = recordOn(provider, day);
  const offerings =
    offering === undefined ? offeringsOn(record, day) : record.offerings.filter(({ id }) => id === offering.id);
  const axes = new Set(set.predicates.map(({ axis }) => axis));
  return {
    set: set.id,
    name: set.name,
    applicability: phrase(BINDING_KEYS[set.binding[buyer]], { kind: 'localized', text: buyers[buyer] }),
    scope: set.scope,
    receipts: receiptsOf(set.legalText.sources, sources),
    axes: AXES.filter((axis) => axes.has(axis)),
    rows: set.predicates.map((predicate) => ({
      id: predicate.id,
      text: predicate.text,
      ...answerTo(predicate, record, offerings, day, registry),
    })),
  };
}

function answerTo(
  predicate: Predicate,
  provider: Provider,
  offerings: readonly Offering[],
  day: string,
  registry: Registry,
): Answer {
  switch (predicate.kind) {
    case 'place':
      return answerForEach(offerings, (offering) =>
        answerPlace(offering, predicate.aspect, predicate.area, day, registry),
      );
    case 'qualified':
      return answerForEach(offerings, (offering) =>
        answerQualified(offering, predicate.scheme, predicate.levels, day, registry),
      );
    case 'head-office':
      return answerHeadOffice(provider, day, registry);
    case 'capital':
      return answerCapital(provider, day, registry);
    case 'third-parties':
      return answerThirdParties(provider, registry);
    case 'not-on-record':
      return predicate.scheme === undefined ? SILENT : schemeOnRecord(offerings, predicate.scheme, day, registry);
  }
}

function answerHeadOffice({ headOffice }: Provider, day: string, registry: Registry): Answer {
  if (!('value' in headOffice)) return { ...SILENT, receipts: receiptsOfFact(headOffice, registry.sources) };
  const { country } = headOffice.value;
  const inside = isInEu(country, day, registry.countries);
  return {
    answer: headOffice.state === 'contested' ? 'unknown' : inside ? 'met' : 'not-met',
    facts: [phrase('check_headOffice', countries([country]))],
    receipts: receiptsOfFact(headOffice, registry.sources),
  };
}

/** A holder in the EU says nothing of the others: shares are not on record. */
function answerCapital({ ultimateParent }: Provider, day: string, registry: Registry): Answer {
  if (!('value' in ultimateParent)) return { ...SILENT, receipts: receiptsOfFact(ultimateParent, registry.sources) };
  const { name, country } = ultimateParent.value;
  const outside = !isInEu(country, day, registry.countries);
  return {
    answer: outside && ultimateParent.state === 'known' ? 'not-met' : 'unknown',
    facts: [phrase('law_parent', text(name), countries([country])), ...(outside ? [] : [phrase('check_shares')])],
    receipts: receiptsOfFact(ultimateParent, registry.sources),
  };
}

function answerThirdParties({ technologyLicensor }: Provider, registry: Registry): Answer {
  if (!('value' in technologyLicensor)) return SILENT;
  const { name, country } = technologyLicensor.value;
  return {
    answer: 'unknown',
    facts: [phrase('law_licensor', text(name), countries([country]))],
    receipts: receiptsOfFact(technologyLicensor, registry.sources),
  };
}
