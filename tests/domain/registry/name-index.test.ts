import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { buildNameIndex, indexedNames, NameIndexSchema } from '../../../domain/registry/name-index.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';

type Alias = Provider['aliases'][number];
type Ambiguity = NonNullable<Alias['ambiguous']>;

const alias = (text: string, rest: Partial<Alias> = {}): Alias => ({ text, kind: 'brand', case: 'any', ...rest });
const ambiguous = (text: string, changes: Partial<Ambiguity> = {}): Alias =>
  alias(text, {
    ambiguous: {
      needs: 'confirmation',
      confirm: ['5G'],
      exclude: ['Vaucluse'],
      examples: { provider: ['a', 'b'], other: ['c', 'd'] },
      ...changes,
    },
  });
const named = (id: string, ...aliases: Alias[]): Provider => provider({ id, aliases });
const indexOf = (...providers: Provider[]) => buildNameIndex(registryOf(...providers));
const namesOf = (...providers: Provider[]) => indexedNames(indexOf(...providers));

describe('the name index of a registry', () => {
  it('holds each alias with its provider and its case policy', () => {
    expect(namesOf(named('ovhcloud', alias('OVH'), alias('hubiC', { case: 'exact' })))).toStrictEqual([
      { text: 'OVH', provider: 'ovhcloud', anyCase: true },
      { text: 'hubiC', provider: 'ovhcloud', anyCase: false },
    ]);
  });

  it('holds what an ambiguous alias goes by, and no example', () => {
    const context = { unlessExcluded: false, confirm: ['5G'], exclude: ['Vaucluse'] };
    expect(namesOf(named('orange', ambiguous('Orange')))).toStrictEqual([
      { text: 'Orange', provider: 'orange', anyCase: true, context },
    ]);
  });

  it('knows the names that only an excluding word keeps out', () => {
    const [name] = namesOf(named('teams', ambiguous('Teams', { needs: 'no-exclusion' })));
    expect(name?.context?.unlessExcluded).toBe(true);
  });

  it('gives each name its own context and provider, whatever stands around it', () => {
    const names = namesOf(
      named('zoho', ambiguous('Zoho', { exclude: ['zoo'] }), alias('Zoho Mail'), ambiguous('Zoho Pro')),
      named('orange', ambiguous('Orange'), ambiguous('Orange Pro')),
      named('box', alias('Box')),
    );
    expect(names.map(({ text, provider, context }) => [text, provider, context?.exclude])).toEqual([
      ['Box', 'box', undefined],
      ['Orange', 'orange', ['Vaucluse']],
      ['Orange Pro', 'orange', ['Vaucluse']],
      ['Zoho', 'zoho', ['zoo']],
      ['Zoho Mail', 'zoho', undefined],
      ['Zoho Pro', 'zoho', ['Vaucluse']],
    ]);
  });

  it('writes a context that several names share once', () => {
    expect(indexOf(named('orange', ambiguous('Orange'), ambiguous('Orange Pro'))).contexts).toHaveLength(1);
  });

  it('does not repeat for a name the cloud terms that confirm any name', () => {
    const orange = named('orange', ambiguous('Orange', { confirm: ['Cloud', '5G', 'hosting'] }));
    const registry = registryOf(orange);
    const evidence = { ...registry.evidence, cloudTerms: ['cloud', 'Hosting'] };
    const index = buildNameIndex({ ...registry, evidence });
    expect(indexedNames(index)[0]?.context?.confirm).toEqual(['5G']);
    expect(index.evidence).toEqual(evidence);
  });

  it('is the same, byte for byte, whatever the order of the registry', () => {
    const one = named('un', alias('Nuage'), ambiguous('Éther'));
    const two = named('deux', alias('Nuage'), alias('azur'), ambiguous('Azur', { exclude: [] }));
    expect(JSON.stringify(indexOf(one, two))).toBe(JSON.stringify(indexOf(two, one)));
  });

  it('sorts by code unit, as any machine does, then by provider', () => {
    const names = namesOf(named('b', alias('azur'), alias('Éther'), alias('Azur')), named('a', alias('Azur')));
    expect(names.map(({ text, provider }) => [text, provider])).toEqual([
      ['Azur', 'a'],
      ['Azur', 'b'],
      ['azur', 'b'],
      ['Éther', 'b'],
    ]);
  });

  it('lists the false friends, sorted, without what they mean', () => {
    const means = { fr: 'autre chose', en: 'something else' };
    const falseFriends = ['PO Box', 'Côte d’Azur'].map((text) => ({ text, means }));
    expect(buildNameIndex({ ...registryOf(), falseFriends }).falseFriends).toEqual(['Côte d’Azur', 'PO Box']);
  });

  it('says which version of the registry it was drawn from', () => {
    expect(buildNameIndex({ ...registryOf(), version: 42 }).registryVersion).toBe(42);
  });

  it.each([
    ['empty', []],
    ['with names', [named('orange', ambiguous('Orange'), alias('Orange Business'))]],
  ])('has the shape that the content script is promised: %s', (_what, providers) => {
    expect(v.safeParse(NameIndexSchema, indexOf(...providers)).issues).toBeUndefined();
  });
});

it('a row that points at no provider gives no name', () => {
  const index = indexOf(named('box', alias('Box')));
  expect(indexedNames({ ...index, providers: [] })).toEqual([]);
});
