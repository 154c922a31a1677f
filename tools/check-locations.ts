import type { Registry } from '../domain/registry/registry.ts';
import type { Problem } from './assemble-registry.ts';

/**
 * "Always there, and no other country exists" is the strongest thing that can be said of a place: a sentence of the
 * press does not carry it.
 * In: a registry. Out: the facts that claim so on the word of the press, with file and field.
 */
export function checkLocations(registry: Registry): Problem[] {
  return Object.entries(registry.providers).flatMap(([name, provider]) =>
    provider.offerings.flatMap((offering, index) =>
      Object.entries(offering.location).flatMap(([aspect, fact]) =>
        'value' in fact && fact.provenance === 'press' && fact.value.complete && fact.value.mode === 'always-in'
          ? [
              {
                file: `providers/${name}.json`,
                field: `offerings.${index}.location.${aspect}.value.complete`,
                message: 'rests on the press: find the provider’s own document, or say false',
              },
            ]
          : [],
      ),
    ),
  );
}
