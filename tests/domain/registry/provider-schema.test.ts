import { describe, expect, it } from 'vitest';

import { ProviderSchema, type Provider } from '../../../domain/registry/provider.ts';
import {
  cite,
  contested,
  DAY,
  kept,
  known,
  offering,
  offeringKept,
  provider,
  qualified,
} from '../assessment/sample-registry.ts';
import { problemsIn } from './problems.ts';

/** A record that lacks nothing. */
const COMPLETE = provider({
  group: 'nimbe-group',
  aliases: [{ text: 'Nimbe', kind: 'brand', case: 'exact' }],
  legalEntity: known({ name: 'Nimbe SAS', country: 'FR', siren: '424761419', lei: '9695001J8OSOVX4TP939' }),
  headOffice: known({ country: 'FR', city: 'Roubaix' }),
  ultimateParent: known({ name: 'Nimbe Group', country: 'FR', chain: [{ name: 'Nimbe Holding', share: 51.5 }] }),
  exposures: contested([{ country: 'US', basis: 'subsidiary', strength: 'indirect' }]),
  status: known({ state: 'renamed', on: '2019-10', successor: 'nimbe-deux' }),
  events: [
    {
      on: '2013',
      kind: 'creation',
      text: { fr: 'Création', en: 'Creation' },
      provenance: 'press',
      sources: [cite('press')],
    },
  ],
  offerings: [offeringKept(kept('FR'), { qualifications: [qualified({ from: '2024-06', until: '2027-06-30' })] })],
});

/** In: what to put in the place of fields of a complete record. Out: what the schema has against it. */
const problemsWith = (changes: Record<string, unknown>) => problemsIn(ProviderSchema, { ...COMPLETE, ...changes });

const location = offering().location;
const withStorage = (storage: unknown) => ({ offerings: [{ ...offering(), location: { ...location, storage } }] });
const withQualification = (changes: object) => ({
  offerings: [
    offering({
      qualifications: [
        known({ scheme: 'hds', state: 'qualified', ...changes }) as Provider['offerings'][0]['qualifications'][0],
      ],
    }),
  ],
});
const withAlias = (changes: object) => ({ aliases: [{ text: 'Nimbe', kind: 'brand', case: 'any', ...changes }] });
const ambiguity = (changes: object) => ({
  ambiguous: {
    needs: 'confirmation',
    confirm: ['visio'],
    exclude: [],
    examples: { provider: ['a', 'b'], other: ['c', 'd'] },
    ...changes,
  },
});
const fact = known({ name: 'Nimbe SAS' });

describe('a provider’s record', () => {
  it('may be complete, or say only who it is', () => {
    expect(problemsIn(ProviderSchema, COMPLETE)).toEqual([]);
    expect(problemsIn(ProviderSchema, provider({ offerings: [] }))).toEqual([]);
  });

  it.each([
    ['without a name', { name: ' ' }, 'name: is empty'],
    ['whose id has capitals', { id: 'OVHcloud' }, 'id: is not an id'],
    ['whose id is a path', { id: '../secrets' }, 'id: is not an id'],
    ['of an unheard-of kind', { kind: 'cloud' }, 'kind: '],
    ['with a field that nobody knows', { rating: 'A' }, 'rating: '],
    ['without any alias', { aliases: [] }, 'aliases: has no alias'],
    ['in no country', { headOffice: known({ country: 'XX' }) }, 'headOffice.value.country: is no country'],
    [
      'with a short SIREN',
      { legalEntity: known({ name: 'N', siren: '42476141' }) },
      'legalEntity.value.siren: is not a SIREN',
    ],
    ['with a short LEI', { legalEntity: known({ name: 'N', lei: '9695' }) }, 'legalEntity.value.lei: is not an LEI'],
  ])('%s is refused', (_what, changes, problem) => {
    const problems = problemsWith(changes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

describe('a fact', () => {
  it.each([
    ['known, with no source', { ...fact, sources: [] }, 'legalEntity.sources: has no source'],
    ['known, without the field', { state: 'known', value: fact.value, provenance: 'press' }, 'legalEntity.sources: '],
    ['known, without who says so', { ...fact, provenance: undefined }, 'legalEntity.provenance: '],
    ['contested, with no source', { ...contested(fact.value), sources: [] }, 'legalEntity.sources: has no source'],
    ['contested, without a reply', { ...fact, state: 'contested' }, 'legalEntity.reply: '],
    ['unknown, without the day of the search', { state: 'unknown' }, 'legalEntity.searchedOn: '],
    ['unknown since a month', { state: 'unknown', searchedOn: '2026-09' }, 'legalEntity.searchedOn: is not a day'],
    ['not applicable, without a reason', { state: 'not-applicable' }, 'legalEntity.reason: '],
    ['in an unheard-of state', { state: 'probable' }, 'legalEntity.state: '],
    ['that is a bare value', 'Nimbe SAS', 'legalEntity: '],
    ['with a value in a silence', { state: 'not-reviewed', value: fact.value }, 'legalEntity.value: '],
    ['checked on no day', { ...fact, sources: [{ source: 'press' }] }, 'legalEntity.sources.0.checkedOn: '],
    [
      'checked in a year',
      { ...fact, sources: [cite('press', '2026')] },
      'legalEntity.sources.0.checkedOn: is not a day',
    ],
    [
      'with too long a quotation',
      { ...fact, sources: [{ ...cite('press'), quote: 'x'.repeat(301) }] },
      'legalEntity.sources.0.quote: ',
    ],
  ])('%s is refused', (_what, legalEntity, problem) => {
    const problems = problemsWith({ legalEntity });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it.each(['legalEntity', 'headOffice', 'ultimateParent', 'exposures', 'technologyLicensor', 'status'] as const)(
    'may not be missing: %s',
    (field) => {
      const { [field]: _missing, ...rest } = COMPLETE;
      expect(problemsIn(ProviderSchema, rest).join('\n')).toContain(`${field}: `);
    },
  );
});

describe('an alias', () => {
  it.each([
    ['of one letter', { text: 'X' }, 'aliases.0.text: is one letter'],
    ['of one letter and blanks', { text: ' X ' }, 'aliases.0.text: is one letter'],
    ['without a case policy', { case: undefined }, 'aliases.0.case: '],
    ['that holds a separator', { text: 'Nimbe|Stratus' }, 'aliases.0.text: holds "|"'],
    [
      'ambiguous with a word that holds a separator',
      ambiguity({ confirm: ['a|b'] }),
      'aliases.0.ambiguous.confirm.0: holds "|"',
    ],
    ['ambiguous without what it needs', ambiguity({ needs: undefined }), 'aliases.0.ambiguous.needs: '],
    ['ambiguous with a need of its own', ambiguity({ needs: 'luck' }), 'aliases.0.ambiguous.needs: '],
    ['ambiguous with an empty word', ambiguity({ exclude: [' '] }), 'aliases.0.ambiguous.exclude.0: '],
    [
      'ambiguous with one example of the provider',
      ambiguity({ examples: { provider: ['a'], other: ['c', 'd'] } }),
      'aliases.0.ambiguous.examples.provider: has fewer than two',
    ],
    [
      'ambiguous with one example of the rest',
      ambiguity({ examples: { provider: ['a', 'b'], other: ['c'] } }),
      'aliases.0.ambiguous.examples.other: has fewer than two',
    ],
    ['ambiguous without examples', ambiguity({ examples: undefined }), 'aliases.0.ambiguous.examples: '],
  ])('%s is refused', (_what, changes, problem) => {
    const problems = problemsWith(withAlias(changes));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('of two letters, or ambiguous with two examples on each side, is taken', () => {
    expect(problemsWith(withAlias({ text: 'X5' }))).toEqual([]);
    expect(problemsWith(withAlias(ambiguity({})))).toEqual([]);
    expect(problemsWith(withAlias(ambiguity({ needs: 'own-confirmation' })))).toEqual([]);
    expect(problemsWith(withAlias(ambiguity({ needs: 'no-exclusion' })))).toEqual([]);
  });
});

describe('an offering or an event', () => {
  it.each([
    ['no country of storage', withStorage(kept()), 'offerings.0.location.storage.value.countries: names no country'],
    [
      'storage on a whim',
      withStorage(known({ mode: 'maybe', countries: ['FR'], complete: true })),
      'offerings.0.location.storage.value.mode: ',
    ],
    ['no category', { offerings: [offering({ categories: [] })] }, 'offerings.0.categories: has no category'],
    [
      'an end in a month',
      withQualification({ until: '2027-06' }),
      'offerings.0.qualifications.0.value.until: is not a day',
    ],
    [
      'a start that never was',
      withQualification({ from: '2027-02-30' }),
      'offerings.0.qualifications.0.value.from: is not a date',
    ],
    ['a state "expired"', withQualification({ state: 'expired' }), 'offerings.0.qualifications.0.value.state: '],
    [
      'an event without a source',
      { events: [{ ...COMPLETE.events[0], sources: [] }] },
      'events.0.sources: has no source',
    ],
    [
      'an event in one language',
      { events: [{ ...COMPLETE.events[0], text: { fr: 'Création' } }] },
      'events.0.text.en: ',
    ],
    ['an event on a whim', { events: [{ ...COMPLETE.events[0], on: `${DAY}T00:00` }] }, 'events.0.on: is not a date'],
  ])('with %s is refused', (_what, changes, problem) => {
    const problems = problemsWith(changes);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});
