import type { Offering } from '../registry/offering.ts';
import { endOf, startOf } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';

/**
 * The offerings that speak for a provider on a day: those on sale, else those it last sold.
 * In: a provider and an ISO day. Out: offerings, in the order of the file; none when it has not sold any yet.
 */
export function offeringsOn(provider: Provider, day: string): Offering[] {
  const onSale = provider.offerings.filter((offering) => isOnSale(offering, provider, day));
  if (onSale.length > 0) return onSale;
  return provider.offerings.filter(
    (offering) => offering.lifecycle !== 'announced' && (offering.from === undefined || startOf(offering.from) <= day),
  );
}

/** In: a provider and an ISO day. Out: whether all that it sold is no longer sold. */
export function hasClosed(provider: Provider, day: string): boolean {
  const offerings = offeringsOn(provider, day);
  return offerings.length > 0 && offerings.every((offering) => (endOfSale(offering, provider) ?? day) < day);
}

/** Whether a buyer could have it that day. */
function isOnSale(offering: Offering, provider: Provider, day: string): boolean {
  if (offering.lifecycle === 'announced') return false;
  if (offering.from !== undefined && startOf(offering.from) > day) return false;
  const end = endOfSale(offering, provider);
  return end === undefined || day <= end;
}

/** The last day of an offering: its own, else that of its provider, else a day before any other. Nothing while it goes on. */
function endOfSale({ until, lifecycle }: Offering, { status }: Provider): string | undefined {
  if (until !== undefined) return endOf(until);
  if (lifecycle !== 'closed') return undefined;
  const ended = 'value' in status && status.value.state !== 'active' ? status.value.on : undefined;
  return ended === undefined ? '' : endOf(ended);
}
