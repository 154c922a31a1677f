import type { Fact } from '../registry/fact.ts';
import { date, list, phrase, type Phrase } from '../wording/phrase.ts';
import type { Sources } from '../registry/source.ts';
import type { AxisAssessment } from './assessment.ts';
import { receiptsOfFact, uniqueReceipts } from './receipts.ts';

type Silent = Extract<Fact<unknown>, { state: 'unknown' | 'not-reviewed' | 'not-applicable' }>;

/**
 * Says a silence, which is never a bad mark.
 * In: the axis, the silent facts behind it, the registry's sources. Out: the axis's assessment; "searched" counts before
 * "not reviewed", and shows where it was searched.
 */
export function assessSilence(
  axis: AxisAssessment['axis'],
  facts: readonly Silent[],
  sources: Sources,
): AxisAssessment {
  const base = { axis, notes: [], receipts: uniqueReceipts(facts.flatMap((fact) => receiptsOfFact(fact, sources))) };
  const searched = facts.filter((fact) => fact.state === 'unknown').map((fact) => fact.searchedOn);
  const last = searched.sort().at(-1);
  if (last !== undefined) {
    return {
      ...base,
      standing: 'unknown',
      brief: phrase('silence_unknown_brief'),
      statement: phrase('silence_unknown'),
      details: [phrase('silence_unknown_detail', date(last))],
    };
  }
  const notApplicable = facts.find((fact) => fact.state === 'not-applicable');
  if (notApplicable !== undefined) {
    return {
      ...base,
      standing: 'not-applicable',
      brief: phrase('silence_notApplicable_brief'),
      statement: phrase('silence_notApplicable'),
      details: [reasonOf(notApplicable.reason)],
    };
  }
  return {
    ...base,
    standing: 'not-reviewed',
    brief: phrase('silence_notReviewed_brief'),
    statement: phrase('silence_notReviewed'),
    details: [],
  };
}

/**
 * Says that the answer hangs on the offering, for the record of a group that sells nothing under its own name.
 * In: the axis and the names of the group's records. Out: the axis's assessment.
 */
export function assessGroup(axis: AxisAssessment['axis'], members: readonly string[]): AxisAssessment {
  return {
    axis,
    standing: 'not-applicable',
    brief: phrase('group_brief'),
    statement: phrase('group_statement'),
    details: members.length === 0 ? [] : [phrase('group_members', list(members))],
    notes: [],
    receipts: [],
  };
}

/** Says of a provider that sells nothing yet that there is no data to place. Out: the location axis. */
export function assessNotYetOnSale(): AxisAssessment {
  return {
    axis: 'location',
    standing: 'not-applicable',
    brief: phrase('location_notYet_brief'),
    statement: phrase('location_notYet'),
    details: [],
    notes: [],
    receipts: [],
  };
}

function reasonOf(reason: { fr: string; en: string }): Phrase {
  return phrase('plain', { kind: 'localized', text: reason });
}

/** In: any fact. Out: whether it makes no statement. */
export function isSilent(fact: Fact<unknown>): fact is Silent {
  return fact.state === 'unknown' || fact.state === 'not-reviewed' || fact.state === 'not-applicable';
}
