import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packRegistry, unpackRegistry } from '../../../domain/registry/packing.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import {
  CHECKED_ON,
  cite,
  contested,
  kept,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

/** What travels between the build and the extension. */
const throughJson = (registry: Registry) =>
  unpackRegistry(JSON.parse(JSON.stringify(packRegistry(registry))) as ReturnType<typeof packRegistry>);

const FULL = registryOf(
  provider({
    legalEntity: known({ name: 'Nimbe SAS' }, 'register', 'press'),
    headOffice: contested({ country: 'FR' }),
    ultimateParent: { ...unknown(), sources: [cite('own-page', '2026-01-02')] },
    exposures: known([]),
    technologyLicensor: NOT_APPLICABLE,
    status: {
      ...known({ state: 'closed' as const, on: '2020' }),
      sources: [{ ...cite('press'), quote: 'fermé' }],
    },
    events: [{ on: '2019', kind: 'award', text: { fr: 'a', en: 'b' }, provenance: 'press', sources: [cite('press')] }],
    offerings: [offeringKept(kept('FR', 'DE'), { qualifications: [qualified({ until: '2027-06-30' }), NOT_REVIEWED] })],
  }),
  provider({ id: 'stratus', name: 'Stratus', offerings: [] }),
);

describe('a packed registry', () => {
  it.each([
    ['with every kind of fact', FULL],
    ['with no provider', registryOf()],
  ])('unpacks to the one that was packed: %s', (_what, registry) => {
    expect(throughJson(registry)).toStrictEqual(registry);
  });

  it('unpacks to the one that was packed, whatever is cited', () => {
    const ids = Object.keys(FULL.sources);
    const citation = fc.record(
      {
        source: fc.constantFrom(...ids),
        checkedOn: fc.constantFrom('2026-01-01', '2026-02-03', '2025-12-31'),
        quote: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['source', 'checkedOn'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(citation, { minLength: 1 }), fc.array(fc.constantFrom('FR', 'DE')), (sources, countries) => {
        const storage = { ...kept(...countries), sources };
        const registry = registryOf(provider({ offerings: [offeringKept(storage)] }));
        expect(throughJson(registry)).toStrictEqual(registry);
      }),
    );
  });

  it('is the same, byte for byte, for equal registries, and smaller than they are', () => {
    const bytes = JSON.stringify(packRegistry(FULL));
    expect(JSON.stringify(packRegistry(structuredClone(FULL)))).toBe(bytes);
    expect(bytes.length).toBeLessThan(JSON.stringify(FULL).length);
  });

  it('names each source and each day once', () => {
    const bytes = JSON.stringify(packRegistry(FULL));
    expect(bytes.split('"second-register"')).toHaveLength(2);
    expect(bytes.split(`"${CHECKED_ON}"`)).toHaveLength(2);
  });

  it('says a text once, however many facts bear it', () => {
    const note = { fr: 'Une note', en: 'A note' };
    const noted = { ...known({ country: 'FR' }), note };
    const registry = registryOf(provider({ headOffice: noted }), provider({ id: 'stratus', headOffice: noted }));
    expect(JSON.stringify(packRegistry(registry)).split('Une note')).toHaveLength(2);
    expect(throughJson(registry)).toStrictEqual(registry);
  });

  it('keeps the words around an ambiguous name, and what a source bears', () => {
    const ambiguous = {
      needs: 'confirmation' as const,
      confirm: ['Nimbe Cloud'],
      exclude: [],
      examples: { provider: ['a', 'b'], other: ['c', 'd'] },
    };
    const registry = registryOf(
      provider({
        aliases: [
          { text: 'Nimbe', kind: 'brand', case: 'exact', ambiguous },
          { text: 'Nimbe SAS', kind: 'legal', case: 'any' },
        ],
      }),
    );
    const page = { publisher: 'A', title: 'B', url: 'https://nimbe.example/' };
    registry.sources = {
      ...registry.sources,
      copy: { ...page, date: '2026', readThrough: 'https://copy.example/' },
      page,
    };
    expect(throughJson(registry)).toStrictEqual(registry);
  });

  it('leaves the registry as it was', () => {
    const before = structuredClone(FULL);
    packRegistry(FULL);
    expect(FULL).toEqual(before);
  });
});
