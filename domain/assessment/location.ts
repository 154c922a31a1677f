import type { Fact } from '../registry/fact.ts';
import { isInEea, isInEu } from '../registry/membership.ts';
import type { Location } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, phrase, text, type Phrase } from '../wording/phrase.ts';
import { adequacyLines, adequacyNotes, adequacyReceipts, MANY } from './adequacy.ts';
import type { AxisAssessment } from './assessment.ts';
import { membersOf, speaksThroughMembers } from './group.ts';
import { hasClosed, offeringsOn } from './offerings.ts';
import { receiptsOfFact, uniqueReceipts } from './receipts.ts';
import { notesOf } from './notes.ts';
import { assessGroup, assessNotYetOnSale, assessSilence, isSilent } from './silence.ts';

type Stated = Extract<Fact<Location>, { state: 'known' | 'contested' }>;

/**
 * Sums up where a provider's offerings store data.
 * In: a provider, an ISO day, the registry. Out: the location axis, the countries of the EEA before the others.
 */
export function assessLocation(provider: Provider, day: string, registry: Registry): AxisAssessment {
  if (speaksThroughMembers(provider)) {
    return assessGroup(
      'location',
      membersOf(provider, registry).map((member) => member.name),
    );
  }
  const offerings = offeringsOn(provider, day);
  if (offerings.length === 0 && provider.offerings.length > 0) return assessNotYetOnSale();
  const facts = offerings.map((offering) => offering.location.storage as Fact<Location>);
  const stated = facts.filter((fact): fact is Stated => !isSilent(fact));
  const closed = hasClosed(provider, day);
  if (stated.length === 0 && !closed) return assessSilence('location', facts.filter(isSilent), registry.sources);

  const all = [...new Set(stated.flatMap((fact) => fact.value.countries))];
  const inside = all.filter((country) => isInEea(country, day, registry.countries));
  const outside = all.filter((country) => !inside.includes(country));
  const base = {
    axis: 'location' as const,
    notes: [
      ...otherPlaces(provider, day),
      ...offerings.flatMap(({ name, location }) => notesOf(location.storage, name)),
      ...adequacyNotes(outside, day, registry.countries),
    ],
    receipts: uniqueReceipts([
      ...offerings
        .flatMap(({ location }) => [location.storage, location.backups, location.support, location.keys])
        .flatMap((fact) => receiptsOfFact(fact, registry.sources)),
      ...adequacyReceipts(outside, day, registry),
    ]),
  };
  if (closed) {
    return {
      ...base,
      standing: 'not-applicable',
      brief: phrase('location_closed_brief'),
      statement: phrase('location_closed'),
      details: all.length === 0 ? [] : [phrase('location_closed_detail', countries(all))],
      receipts: uniqueReceipts([...base.receipts, ...receiptsOfFact(provider.status, registry.sources)]),
    };
  }

  const contested = stated.some((fact) => fact.state === 'contested');
  // A list that does not claim to be whole cannot say "nowhere else", nor can the places of some offerings.
  const open = stated.filter((fact) => !fact.value.complete);
  const partial = open.length > 0;
  const details = [
    ...(partial ? [openLine(open.some(isChoice) ? 'customer-chooses' : 'always-in')] : []),
    ...coverage(stated.length, offerings.length),
  ];
  const adequacy = adequacyLines(outside, day, registry.countries);
  const spread = [
    phrase('location_insideEea', countries(inside)),
    ...(outside.length > MANY ? [] : [phrase('location_outsideEea', countries(outside))]),
    ...adequacy,
  ];

  if (outside.length === 0) {
    const whole = !partial && stated.length === offerings.length;
    return {
      ...base,
      standing: contested ? 'contested' : whole ? 'full' : 'half',
      brief: briefPlace(inside, day, registry),
      statement: phrase(inside.length === 1 ? 'plain' : choiceKey(stated), countries(inside)),
      details,
    };
  }
  if (inside.length === 0) {
    return {
      ...base,
      standing: contested ? 'contested' : 'empty',
      brief: outside.length === 1 ? phrase('plain', countries(outside)) : phrase('location_outside'),
      statement: phrase('plain', countries(outside)),
      details: [...adequacy, ...details],
    };
  }
  return {
    ...base,
    standing: contested ? 'contested' : 'half',
    ...acrossTheEea(stated, inside),
    details: [...spread, ...details],
  };
}

/**
 * Says that the countries named need not be all: more to choose from, or nothing read that rules others out.
 * In: the mode of a location whose list is not whole. Out: the line.
 */
export function openLine(mode: Location['mode']): Phrase {
  return phrase(mode === 'customer-chooses' ? 'location_partial' : 'location_notRuledOut');
}

/** Whether the customer chooses, and whether the offerings say the same. */
function choiceKey(stated: readonly Stated[]): 'plain' | 'location_choiceAmong' | 'location_byOffering' {
  if (!stated.some(isChoice)) return 'plain';
  return differ(stated) ? 'location_byOffering' : 'location_choiceAmong';
}

function acrossTheEea(
  stated: readonly Stated[],
  inside: readonly string[],
): Pick<AxisAssessment, 'brief' | 'statement'> {
  if (!stated.some(isChoice)) return { brief: phrase('location_partly'), statement: phrase('location_partly') };
  if (differ(stated)) {
    return { brief: phrase('location_byOffering_brief'), statement: phrase('location_choiceByOffering') };
  }
  return {
    brief: phrase('location_choice_brief'),
    statement: phrase(inside.includes('FR') ? 'location_choiceFrance' : 'location_choice'),
  };
}

const isChoice = ({ value }: Stated): boolean => value.mode === 'customer-chooses';

/** Whether two offerings keep data in different places, or leave a different choice. */
function differ(stated: readonly Stated[]): boolean {
  return new Set(stated.map(({ value }) => `${value.mode} ${value.countries.toSorted().join()}`)).size > 1;
}

function briefPlace(inside: string[], day: string, registry: Registry): Phrase {
  if (inside.length === 1) return phrase('plain', countries(inside));
  return inside.every((country) => isInEu(country, day, registry.countries))
    ? phrase('location_eu')
    : phrase('location_eea');
}

/** Where backups, support and keys are, when stated: storage alone does not tell who can reach the data. */
function otherPlaces(provider: Provider, day: string): Phrase[] {
  const lines: Phrase[] = [];
  for (const [aspect, key] of [
    ['backups', 'location_backups'],
    ['support', 'location_support'],
    ['keys', 'location_keys'],
  ] as const) {
    const places = offeringsOn(provider, day).flatMap((offering) => {
      const fact = offering.location[aspect];
      return fact.state === 'known' || fact.state === 'contested' ? fact.value.countries : [];
    });
    if (places.length > 0) lines.push(phrase(key, countries([...new Set(places)])));
  }
  return lines;
}

/** Says on how many offerings the statement rests, when not on all. */
function coverage(stated: number, total: number): Phrase[] {
  return stated === total ? [] : [phrase('location_coverage', text(String(stated)), text(String(total)))];
}
