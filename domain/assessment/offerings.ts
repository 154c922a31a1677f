import type { Offering } from '../registry/offering.ts';
import { endOf, startOf } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';

/**
 * The offerings that speak for a provider on a day: those on sale, else those it last sold.
 * In: a provider and an ISO day. Out: offerings, in the order of the file.
 */
export function offeringsOn(provider: Provider, day: string): Offering[] {
  const onSale = provider.offerings.filter((offering) => isOnSale(offering, day));
  if (onSale.length > 0) return onSale;
  return provider.offerings.filter(
    (offering) => offering.lifecycle !== 'announced' && (offering.from === undefined || startOf(offering.from) <= day),
  );
}

/** In: an offering and an ISO day. Out: whether a buyer could have it that day. */
export function isOnSale(offering: Offering, day: string): boolean {
  if (offering.lifecycle === 'announced') return false;
  if (offering.from !== undefined && startOf(offering.from) > day) return false;
  if (offering.until !== undefined) return day <= endOf(offering.until);
  return offering.lifecycle === 'active';
}
