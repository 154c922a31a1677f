import type { Fact } from '../registry/fact.ts';
import type { Qualification } from '../registry/offering.ts';
import { startOf } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';
import { phrase, date } from '../wording/phrase.ts';
import type { AxisAssessment } from './assessment.ts';
import { assessSilence } from './silence.ts';

/** The day of the first edition: a fact without dates of its own was first stated then, and says nothing of the days before. */
export const RECORDS_BEGIN = '2026-11-23';

const NOT_REVIEWED = { state: 'not-reviewed' } as const;

/**
 * What the registry can say of a provider on a day that lies before its own beginning.
 * In: a provider and an ISO day. Out: the provider; before the first edition, only the facts that carry dates, and the
 * record of what had ended by then, which is one of its whole life.
 */
export function recordOn(provider: Provider, day: string): Provider {
  if (day >= RECORDS_BEGIN) return provider;
  const ended = 'value' in provider.status && ['closed', 'merged'].includes(provider.status.value.state);
  return {
    ...provider,
    legalEntity: ended ? provider.legalEntity : NOT_REVIEWED,
    headOffice: ended ? provider.headOffice : NOT_REVIEWED,
    ultimateParent: ended && day >= lastChangeOfOwner(provider) ? provider.ultimateParent : NOT_REVIEWED,
    technologyLicensor: ended ? provider.technologyLicensor : NOT_REVIEWED,
    exposures: ended ? provider.exposures : NOT_REVIEWED,
    offerings: provider.offerings.map((offering) =>
      offering.lifecycle === 'closed'
        ? offering
        : {
            ...offering,
            location: { storage: NOT_REVIEWED, backups: NOT_REVIEWED, support: NOT_REVIEWED, keys: NOT_REVIEWED },
            qualifications: (offering.qualifications as Fact<Qualification>[]).filter(isDated),
          },
    ),
  };
}

/**
 * Says that the registry does not reach back to a day. In: the axis. Out: its assessment, a silence.
 */
export function assessBeforeRecords(axis: AxisAssessment['axis']): AxisAssessment {
  return {
    ...assessSilence(axis, [], {}),
    brief: phrase('silence_beforeRecords_brief'),
    statement: phrase('silence_beforeRecords'),
    details: [phrase('silence_beforeRecords_detail', date(RECORDS_BEGIN))],
  };
}

function isDated(fact: Fact<Qualification>): boolean {
  return 'value' in fact && fact.value.state === 'qualified' && fact.value.from !== undefined;
}

/** The first day from which the owner on record is the one of today. */
function lastChangeOfOwner({ events }: Provider): string {
  const changes = events
    .filter(({ kind }) => kind === 'ownership' || kind === 'acquisition')
    .map(({ on }) => startOf(on));
  return changes.sort().at(-1) ?? '';
}
