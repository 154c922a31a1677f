import type { Fact } from '../registry/fact.ts';
import { isInEea, isInEu } from '../registry/membership.ts';
import type { Location } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { countries, number, phrase, text, type Phrase } from '../wording/phrase.ts';
import type { AxisAssessment } from './assessment.ts';
import { membersOf, speaksThroughMembers } from './group.ts';
import { offeringsOn } from './offerings.ts';
import { receiptsOfFact, uniqueReceipts } from './receipts.ts';
import { notesOf } from './notes.ts';
import { assessGroup, assessSilence, isSilent } from './silence.ts';

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
  const facts = offerings.map((offering) => offering.location.storage as Fact<Location>);
  const stated = facts.filter((fact): fact is Stated => !isSilent(fact));
  if (stated.length === 0) return assessSilence('location', facts.filter(isSilent), registry.sources);

  const all = [...new Set(stated.flatMap((fact) => fact.value.countries))];
  const inside = all.filter((country) => isInEea(country, day, registry.countries));
  const outside = all.filter((country) => !inside.includes(country));
  const choice = stated.some((fact) => fact.value.mode === 'customer-chooses');
  const contested = stated.some((fact) => fact.state === 'contested');
  // A list that does not claim to be whole cannot say "nowhere else", nor can the places of some offerings.
  const partial = stated.some((fact) => !fact.value.complete);
  const base = {
    axis: 'location' as const,
    notes: [
      ...otherPlaces(provider, day),
      ...offerings.flatMap(({ name, location }) => notesOf(location.storage, name)),
    ],
    receipts: uniqueReceipts(
      offerings
        .flatMap(({ location }) => [location.storage, location.backups, location.support, location.keys])
        .flatMap((fact) => receiptsOfFact(fact, registry.sources)),
    ),
  };
  const details = [...(partial ? [phrase('location_partial')] : []), ...coverage(stated.length, offerings.length)];

  if (outside.length === 0) {
    const statement =
      inside.length === 1 && !choice
        ? phrase('plain', countries(inside))
        : choice && inside.length > 1
          ? phrase('location_choiceAmong', countries(inside))
          : phrase('plain', countries(inside));
    const whole = !partial && stated.length === offerings.length;
    const standing = contested ? 'contested' : whole ? 'full' : 'half';
    return { ...base, standing, brief: briefPlace(inside, day, registry), statement, details };
  }
  if (inside.length === 0) {
    return {
      ...base,
      standing: contested ? 'contested' : 'empty',
      brief: outside.length === 1 ? phrase('plain', countries(outside)) : phrase('location_outside'),
      statement: phrase('plain', countries(outside)),
      details,
    };
  }
  const spread = [
    phrase('location_insideEea', countries(inside)),
    outside.length > 4
      ? phrase('location_outsideEeaCount', number(outside.length))
      : phrase('location_outsideEea', countries(outside)),
  ];
  return choice
    ? {
        ...base,
        standing: contested ? 'contested' : 'half',
        brief: phrase('location_choice_brief'),
        statement: phrase('location_choice'),
        details: [...spread, ...details],
      }
    : {
        ...base,
        standing: contested ? 'contested' : 'half',
        brief: phrase('location_partly'),
        statement: phrase('location_partly'),
        details: [...spread, ...details],
      };
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
