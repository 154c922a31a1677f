import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import { BASES, STRENGTHS, type Exposure } from '../../../domain/registry/exposure.ts';
import type { Fact } from '../../../domain/registry/fact.ts';
import {
  QUALIFICATION_STATES,
  type Location,
  type Offering,
  type Qualification,
} from '../../../domain/registry/offering.ts';
import { addDays } from '../../../domain/registry/period.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import {
  cite,
  contested,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  offering,
  provider,
  registryOf,
  unknown,
} from './sample-registry.ts';

const country = fc.constantFrom('FR', 'DE', 'NO', 'GB', 'US', 'IN');
const day = fc.nat(6000).map((days) => addDays('2016-01-01', days));

const factOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Fact<Value>> =>
  fc.oneof(
    value.map((one) => known(one, 'register')),
    value.map((one) => contested(one)),
    fc.constantFrom(unknown(), NOT_REVIEWED, NOT_APPLICABLE),
  );

const location: fc.Arbitrary<Location> = fc.record({
  mode: fc.constantFrom('always-in', 'customer-chooses'),
  countries: fc.uniqueArray(country, { minLength: 1 }),
  complete: fc.boolean(),
});
const qualification: fc.Arbitrary<Qualification> = fc.record(
  {
    scheme: fc.constantFrom('secnumcloud', 'hds'),
    state: fc.constantFrom(...QUALIFICATION_STATES),
    from: day,
    until: day,
  },
  { requiredKeys: ['scheme', 'state'] },
);
const anOffering: fc.Arbitrary<Offering> = fc
  .record({
    storage: factOf(location),
    qualifications: fc.array(factOf(qualification), { maxLength: 2 }),
    lifecycle: fc.constantFrom('active', 'announced', 'closed'),
  })
  .map(({ storage, ...rest }) => {
    const plain = offering(rest);
    return { ...plain, location: { ...plain.location, storage } };
  });
const exposure: fc.Arbitrary<Exposure> = fc.record(
  {
    law: fc.constantFrom('us-act', 'gb-act'),
    country,
    basis: fc.constantFrom(...BASES),
    strength: fc.constantFrom(...STRENGTHS),
  },
  { requiredKeys: ['country', 'basis', 'strength'] },
);
const aProvider: fc.Arbitrary<Provider> = fc
  .record({
    exposures: factOf(fc.array(exposure, { maxLength: 3 })),
    offerings: fc.array(anOffering, { maxLength: 3 }),
  })
  .map(({ exposures, offerings }) =>
    provider({ exposures, offerings: offerings.map((one, index) => ({ ...one, id: `offer-${index}` })) }),
  );

/** What an axis comes to when nothing is stated. */
const SILENCES = ['unknown', 'not-reviewed', 'not-applicable'];

/** The same record, with one more source under each fact that has sources. */
const better = <Part>(part: Part): Part => {
  if (Array.isArray(part)) return part.map(better) as Part;
  if (part === null || typeof part !== 'object') return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, better(value)]));
  return ('provenance' in part ? { ...copy, sources: [...copy['sources'], cite('second-register')] } : copy) as Part;
};

it('every axis that states something rests on at least one receipt', () => {
  fc.assert(
    fc.property(aProvider, day, (one, on) => {
      const stating = assess(one, on, registryOf(one)).axes.filter(({ standing }) => !SILENCES.includes(standing));
      expect(stating.filter(({ receipts }) => receipts.length === 0)).toEqual([]);
    }),
  );
});

it('one more source under a fact changes neither a standing nor a statement', () => {
  const verdicts = (one: Provider, on: string) =>
    assess(one, on, registryOf(one)).axes.map(({ standing, brief, statement }) => ({ standing, brief, statement }));
  fc.assert(
    fc.property(aProvider, day, (one, on) => {
      expect(verdicts(better(one), on)).toEqual(verdicts(one, on));
    }),
  );
});

it('and that source is shown under the axis that rests on it', () => {
  const one = provider({ exposures: known([]) });
  const receipts = (record: Provider) => assess(record, '2026-11-23', registryOf(record)).axes[1]?.receipts;
  expect(receipts(better(one))).toHaveLength((receipts(one)?.length ?? 0) + 1);
});

it('a day on which nothing is stated is never weighed as a bad mark', () => {
  const silentFact = fc.constantFrom(unknown(), NOT_REVIEWED, NOT_APPLICABLE);
  fc.assert(
    fc.property(silentFact, silentFact, silentFact, day, (exposures, storage, fact, on) => {
      const plain = offering({ qualifications: [fact] });
      const one = provider({ exposures, offerings: [{ ...plain, location: { ...plain.location, storage } }] });
      const standings = assess(one, on, registryOf(one)).axes.map(({ standing }) => standing);
      expect(standings.filter((standing) => !SILENCES.includes(standing))).toEqual([]);
    }),
  );
});
