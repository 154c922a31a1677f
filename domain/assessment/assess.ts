import type { Offering } from '../registry/offering.ts';
import { startOf } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import type { Assessment } from './assessment.ts';
import { membersOf } from './group.ts';
import { assessBeforeRecords, RECORDS_BEGIN, recordOn } from './history.ts';
import { assessLaw } from './law.ts';
import { assessLocation } from './location.ts';
import { assessQualification } from './qualification.ts';
import { receiptsOf, receiptsOfFact, uniqueReceipts } from './receipts.ts';

/**
 * Weighs a provider's facts as of a day into the three axes, always in the same order and never merged.
 * In: a provider, an ISO day, the registry it comes from, and one of its offerings to speak of that one alone.
 * Out: what the card and the popup show.
 */
export function assess(provider: Provider, day: string, registry: Registry, offering?: Offering): Assessment {
  const whole = recordOn(provider, day);
  const record =
    offering === undefined
      ? whole
      : { ...whole, kind: 'provider' as const, offerings: whole.offerings.filter(({ id }) => id === offering.id) };
  const axes = [
    assessLocation(record, day, registry),
    assessLaw(record, day, registry),
    assessQualification(record, day, registry),
  ];
  return {
    provider: provider.id,
    name: provider.name,
    ...(isStated(record.legalEntity) && { legalEntity: record.legalEntity.value.name }),
    ...statusOn(provider, day, registry),
    axes: axes.map((axis) =>
      day < RECORDS_BEGIN && axis.standing === 'not-reviewed' ? assessBeforeRecords(axis.axis) : axis,
    ),
    events: provider.events
      .filter((event) => startOf(event.on) <= day)
      .sort((a, b) => startOf(b.on).localeCompare(startOf(a.on)))
      .map(({ on, kind, text, sources, provenance }) => ({
        on,
        kind,
        text,
        receipts: receiptsOf(sources, registry.sources, provenance),
      })),
    members: membersOf(provider, registry).map(({ id, name }) => ({ provider: id, name })),
  };
}

function statusOn(provider: Provider, day: string, registry: Registry): Pick<Assessment, 'status'> {
  if (!isStated(provider.status)) return {};
  const { state, on, successor } = provider.status.value;
  // Before the day of the change, the provider was what it was.
  if (state !== 'active' && on !== undefined && startOf(on) > day) return {};
  const successorName = successor === undefined ? undefined : registry.providers[successor]?.name;
  return {
    status: {
      state,
      ...(on !== undefined && { on }),
      ...(successorName !== undefined && { successor: successorName }),
      receipts: uniqueReceipts(receiptsOfFact(provider.status, registry.sources)),
    },
  };
}

function isStated<F extends { state: string }>(fact: F): fact is Extract<F, { state: 'known' | 'contested' }> {
  return fact.state === 'known' || fact.state === 'contested';
}
