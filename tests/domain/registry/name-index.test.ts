import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import {
  buildNameIndex,
  indexedEvidence,
  indexedNames,
  NameEvidenceSchema,
  namesAlone,
  evidenceAlone,
  NameListSchema,
  PENDING_CONTEXT,
} from '../../../domain/registry/name-index.ts';
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
    const context = { needs: 'confirmation', confirm: ['5G'], exclude: ['Vaucluse'] };
    expect(namesOf(named('orange', ambiguous('Orange')))).toStrictEqual([
      { text: 'Orange', provider: 'orange', anyCase: true, context },
    ]);
  });

  it.each(['confirmation', 'own-confirmation', 'no-exclusion', 'confirmation-in-french'] as const)(
    'says what a name has to have to count: %s',
    (needs) => {
      expect(namesOf(named('teams', ambiguous('Teams', { needs })))[0]?.context?.needs).toBe(needs);
    },
  );

  it('comes in two parts, which together are the whole', () => {
    const index = indexOf(named('orange', ambiguous('Orange'), alias('Orange Business')));
    const names = namesAlone(index);
    expect({ ...names, ...evidenceAlone(index) }).toEqual(index);
    expect(indexedNames(names).map(({ text, context }) => [text, context])).toEqual([
      ['Orange Business', undefined],
      ['Orange', PENDING_CONTEXT],
    ]);
  });

  it('leaves out a legal name that begins with a name found anyway', () => {
    const legal = alias('Capgemini SE', { kind: 'legal' });
    const textsOf = (...aliases: Alias[]) => namesOf(named('capgemini', ...aliases)).map(({ text }) => text);
    expect(textsOf(alias('Capgemini'), legal)).toEqual(['Capgemini']);
    expect(textsOf(alias('Capgemini', { case: 'exact' }), legal)).toContain('Capgemini SE');
    expect(textsOf(ambiguous('Capgemini'), legal)).toContain('Capgemini SE');
    expect(textsOf(alias('Capgem'), legal)).toContain('Capgemini SE');
    expect(textsOf(alias('Capgemini'), alias('Capgemini SE'))).toContain('Capgemini SE');
    expect(textsOf(legal)).toEqual(['Capgemini SE']);
  });

  it('gives each name its own context and provider, whatever stands around it', () => {
    const names = namesOf(
      named('zoho', ambiguous('Zoho', { exclude: ['zoo'] }), alias('Zoho Mail'), ambiguous('Zoho Pro')),
      named('orange', ambiguous('Orange'), ambiguous('Orange Pro')),
      named('box', alias('Box')),
    );
    const excluded = names.map(({ text, provider, context }) => [`${provider} ${text}`, context?.exclude]);
    expect(Object.fromEntries(excluded)).toEqual({
      'box Box': undefined,
      'orange Orange': ['Vaucluse'],
      'orange Orange Pro': ['Vaucluse'],
      'zoho Zoho': ['zoo'],
      'zoho Zoho Mail': undefined,
      'zoho Zoho Pro': ['Vaucluse'],
    });
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
    expect(indexedEvidence(index)).toEqual(evidence);
    const oci = named('oracle', ambiguous('OCI', { needs: 'own-confirmation', confirm: ['Cloud', '5G'] }));
    const own = indexedNames(buildNameIndex({ ...registryOf(oci), evidence }))[0];
    expect(own?.context?.confirm).toEqual(['Cloud', '5G']);
  });

  it('does not repeat for a name what the general evidence says already', () => {
    const words = ['rue Orange', 'mairie d’Orange', 'rue du Port', 'Vaucluse'];
    const orange = named('orange', ambiguous('Orange', { confirm: ['OVH', '5G'], exclude: words }), alias('OVH'));
    const registry = registryOf(orange);
    const evidence = { ...registry.evidence, elsewhereBefore: ['rue', 'mairie'] };
    const { context } =
      indexedNames(buildNameIndex({ ...registry, evidence })).find(({ text }) => text === 'Orange') ?? {};
    expect(context?.exclude).toEqual(['rue du Port', 'Vaucluse']);
    expect(context?.confirm).toEqual(['5G']);
  });

  it('says once a cloud term that another one holds', () => {
    const registry = registryOf();
    const evidence = { ...registry.evidence, cloudTerms: ['cloud', 'multi-cloud', 'serveur', 'serveurs'] };
    expect(indexedEvidence(buildNameIndex({ ...registry, evidence })).cloudTerms).toEqual(['cloud', 'serveur']);
  });

  it('leaves out a spelling that another one matches: a hyphen for a blank', () => {
    const names = namesOf(named('clever', alias('Clever Cloud'), alias('Clever-Cloud'), alias('T-Systems')));
    expect(names.map(({ text }) => text)).toEqual(['Clever Cloud', 'T-Systems']);
  });

  it('is the same, byte for byte, whatever the order of the registry', () => {
    const one = named('un', alias('Nuage'), ambiguous('Éther'));
    const two = named('deux', alias('Nuage'), alias('azur'), ambiguous('Azur', { exclude: [] }));
    expect(JSON.stringify(indexOf(one, two))).toBe(JSON.stringify(indexOf(two, one)));
  });

  it('sorts by provider, then by code unit, as any machine does', () => {
    const names = namesOf(named('b', alias('azur'), alias('Éther'), alias('Azur')), named('a', alias('Zen')));
    expect(names.map(({ text, provider }) => [provider, text])).toEqual([
      ['a', 'Zen'],
      ['b', 'Azur'],
      ['b', 'azur'],
      ['b', 'Éther'],
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
    const index = indexOf(...providers);
    expect(v.safeParse(NameListSchema, namesAlone(index)).issues).toBeUndefined();
    expect(v.safeParse(NameEvidenceSchema, evidenceAlone(index)).issues).toBeUndefined();
  });
});

it('a name whose context is missing is left out: nothing would hold it back', () => {
  const index = indexOf(named('box', ambiguous('Box'), alias('Box Mail')));
  expect(indexedNames({ ...index, contexts: [] }).map(({ text }) => text)).toEqual(['Box Mail']);
});
