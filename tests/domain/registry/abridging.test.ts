import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { assess } from '../../../domain/assessment/assess.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { RegistrySchema } from '../../../domain/registry/registry.ts';
import {
  cite,
  contested,
  DAY,
  kept,
  known,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

const note = { fr: 'Une note.', en: 'A note.' };
const quoted = { ...cite('press'), quote: 'Nimbe, société française' };

const NIMBE: Provider = provider({
  aliases: [
    {
      text: 'Nimbe',
      kind: 'brand',
      case: 'exact',
      ambiguous: {
        needs: 'confirmation',
        confirm: ['visio'],
        exclude: [],
        examples: { provider: ['a', 'b'], other: ['c', 'd'] },
      },
    },
  ],
  legalEntity: { ...known({ name: 'Nimbe SAS' }), note },
  headOffice: { ...known({ country: 'FR' }), note },
  ultimateParent: { ...known({ name: 'Nimbe Group', country: 'US' }), note },
  exposures: contested([{ law: 'gb-act', country: 'GB', basis: 'subsidiary', strength: 'direct' }]),
  status: { ...known({ state: 'active' as const }), sources: [quoted], note },
  offerings: [
    offeringKept(
      { ...kept('FR'), sources: [quoted], note },
      { qualifications: [qualified(), { ...unknown(), note, sources: [cite('register')] }] },
    ),
  ],
});

const abridged = abridge(registryOf(NIMBE));
const numbered = (id: Parameters<typeof cite>[0]) => ({
  ...cite(id),
  source: String(Object.keys(registryOf(NIMBE).sources).indexOf(id)),
});
const [record] = Object.values(abridged.providers);

describe('the registry that ships', () => {
  it('is one that the schema takes', () => {
    expect(v.safeParse(RegistrySchema, abridged).issues).toBeUndefined();
  });

  it('holds no quotation and no words around names', () => {
    const text = JSON.stringify(abridged);
    expect(text).not.toContain('"quote"');
    expect(text).not.toContain('"ambiguous"');
  });

  it.each(['legalEntity', 'headOffice', 'status'] as const)('holds no note on what no axis shows: %s', (field) => {
    expect(record?.[field]).not.toHaveProperty('note');
    expect(record?.[field].state).toBe('known');
  });

  it('keeps the notes of the axes, save on silences', () => {
    const [offering] = record?.offerings ?? [];
    expect(record?.ultimateParent).toHaveProperty('note', note);
    expect(offering?.location.storage).toHaveProperty('note', note);
    expect(offering?.qualifications[1]).toEqual({ ...unknown(), sources: [numbered('register')] });
    expect(abridged.laws['gb-act']?.note).toBeDefined();
  });

  it('numbers its sources, and keeps each', () => {
    const { sources } = registryOf(NIMBE);
    expect(Object.keys(abridged.sources)).toEqual(Object.keys(sources).map((_, place) => String(place)));
    expect(Object.values(abridged.sources)).toEqual(Object.values(sources));
  });

  it('says the same of a provider, quotations aside', () => {
    const full = assess(NIMBE, DAY, registryOf(NIMBE));
    const shipped = record === undefined ? undefined : assess(record, DAY, abridged);
    const withoutQuotes = JSON.parse(
      JSON.stringify(full, (key, value: unknown) => (key === 'quote' ? undefined : value)),
    );
    expect(shipped).toEqual(withoutQuotes);
    expect(full.status?.receipts[0]?.quote).toBe(quoted.quote);
  });

  it('leaves the full registry as it was', () => {
    const registry = registryOf(structuredClone(NIMBE));
    abridge(registry);
    expect(registry).toEqual(registryOf(NIMBE));
  });
});
