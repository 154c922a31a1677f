import { offeringsOn } from '../assessment/offerings.ts';
import type { Fact } from '../registry/fact.ts';
import { isInEea } from '../registry/membership.ts';
import type { Location } from '../registry/offering.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';

/** How data can be in a country, the most binding first: kept there, there if the customer chooses it, backups alone. */
export const HOLDS = ['kept', 'choice', 'backups'] as const;

export interface DataPlace {
  country: string;
  hold: (typeof HOLDS)[number];
  inEea: boolean;
  /** Cities or the provider's own region codes, where its sources give them. */
  regions: string[];
}

/**
 * The countries where a provider's offerings can keep data: storage, and backups where they are elsewhere.
 * In: a provider, an ISO day, the registry. Out: one place for each country, in the order of the country codes.
 */
export function dataPlaces(provider: Provider, day: string, registry: Registry): DataPlace[] {
  const places = new Map<string, DataPlace>();
  const add = (fact: Fact<Location>, backups: boolean) => {
    if (fact.state !== 'known' && fact.state !== 'contested') return;
    const hold = backups ? 'backups' : fact.value.mode === 'always-in' ? 'kept' : 'choice';
    for (const country of fact.value.countries) {
      const known = places.get(country);
      const regions = (fact.value.regions ?? []).filter((region) => region.country === country);
      places.set(country, {
        country,
        hold: known !== undefined && HOLDS.indexOf(known.hold) <= HOLDS.indexOf(hold) ? known.hold : hold,
        inEea: isInEea(country, day, registry.countries),
        regions: [...new Set([...(known?.regions ?? []), ...regions.map(nameOf)])].filter((name) => name !== ''),
      });
    }
  };
  const offerings = offeringsOn(provider, day);
  for (const { location } of offerings) add(location.storage, false);
  for (const { location } of offerings) add(location.backups, true);
  return [...places.values()].sort((a, b) => a.country.localeCompare(b.country));
}

type Region = NonNullable<Location['regions']>[number];

function nameOf({ city, code }: Region): string {
  if (city === undefined) return code ?? '';
  return code === undefined ? city : `${city} (${code})`;
}
