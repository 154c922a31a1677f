import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { assess } from '../../../domain/assessment/assess.ts';
import { AssessmentSchema } from '../../../domain/assessment/assessment.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { RegistrySchema } from '../../../domain/registry/registry.ts';
import { list, phrase } from '../../../domain/wording/phrase.ts';
import {
  addressOf,
  cite,
  contested,
  DAY,
  kept,
  known,
  NOT_REVIEWED,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from './sample-registry.ts';

const assessed = (changes: Partial<Provider>, day = DAY, ...others: Provider[]) => {
  const nimbe = provider(changes);
  return assess(nimbe, day, registryOf(nimbe, ...others));
};

const event = (on: string, text: string): Provider['events'][number] => ({
  on,
  kind: 'launch',
  text: { fr: text, en: text },
  provenance: 'press',
  sources: [cite('press')],
});

/** A provider about which everything is on record. */
const FULL: Partial<Provider> = {
  legalEntity: known({ name: 'Nimbe SAS' }),
  headOffice: known({ country: 'FR' }),
  ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }),
  exposures: known([{ law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' }]),
  status: known({ state: 'active' }),
  events: [event('2020', 'Ouverture')],
  offerings: [offeringKept(kept('FR'), { qualifications: [qualified()] })],
};

describe('the sample registry', () => {
  it('is one that the schema takes', () => {
    const registry = registryOf(provider(FULL), provider({ id: 'stratus', name: 'Stratus' }));
    expect(v.safeParse(RegistrySchema, registry).issues).toBeUndefined();
  });
});

describe('an assessment', () => {
  it.each([
    ['everything is on record', FULL],
    ['nothing is on record', {}],
  ])('has the shape that the card is promised, when %s', (_case, changes) => {
    expect(v.safeParse(AssessmentSchema, assessed(changes)).issues).toBeUndefined();
  });

  it.each([
    ['everything is on record', FULL],
    ['nothing is on record', {}],
  ])('gives the three axes in the same order, when %s', (_case, changes) => {
    expect(assessed(changes).axes.map(({ axis }) => axis)).toEqual(['location', 'law', 'qualification']);
  });

  it('names the legal entity where it is stated', () => {
    expect(assessed(FULL)).toMatchObject({ provider: 'nimbe', name: 'Nimbe', legalEntity: 'Nimbe SAS' });
    expect(assessed({ legalEntity: contested({ name: 'Nimbe SAS' }) })).toMatchObject({ legalEntity: 'Nimbe SAS' });
    expect(Object.keys(assessed({ legalEntity: unknown() }))).not.toContain('legalEntity');
  });
});

describe('the status of a provider', () => {
  it.each([
    ['2020-02-01', '2020-01-31', undefined],
    ['2020-02-01', '2020-02-01', 'closed'],
    ['2020-02', '2020-01-31', undefined],
    ['2020-02', '2020-02-01', 'closed'],
    ['2020', '2019-12-31', undefined],
    ['2020', '2026-11-23', 'closed'],
    [undefined, '2026-11-23', 'closed'],
  ])('that closed on %s, as of %s, is %s', (on, day, state) => {
    const status = known({ state: 'closed' as const, ...(on !== undefined && { on }) });
    expect(assessed({ status }, day).status?.state).toBe(state);
  });

  it('that is active has its receipts, and needs no day', () => {
    expect(assessed({ status: known({ state: 'active', on: '2030' }) }).status).toMatchObject({
      state: 'active',
      receipts: [{ url: addressOf('register') }],
    });
  });

  it.each([unknown(), NOT_REVIEWED])('that is silent is left out: %j', (status) => {
    expect(Object.keys(assessed({ status }))).not.toContain('status');
  });

  it('that is contested is given with the receipts of the reply', () => {
    const { status } = assessed({ status: contested({ state: 'closed' as const, on: '2020' }) });
    expect(status?.receipts.map(({ url }) => url)).toEqual([addressOf('press'), addressOf('reply')]);
  });

  it('names the successor, where the registry holds it', () => {
    const status = known({ state: 'merged' as const, on: '2020', successor: 'stratus' });
    const stratus = provider({ id: 'stratus', name: 'Stratus' });
    expect(assessed({ status }, DAY, stratus).status).toMatchObject({
      state: 'merged',
      on: '2020',
      successor: 'Stratus',
    });
    expect(Object.keys(assessed({ status }).status ?? {})).not.toContain('successor');
  });
});

describe('the events of a provider', () => {
  it('come newest first, whatever their order on record and their precision', () => {
    const events = [event('2019-05', 'b'), event('2024', 'd'), event('2013-09-21', 'a'), event('2019-05-02', 'c')];
    expect(assessed({ events }).events.map(({ text }) => text.fr)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('leave out what has not happened yet', () => {
    const events = [event('2026-11-23', 'today'), event('2026-11-24', 'tomorrow'), event('2026-12', 'next month')];
    expect(assessed({ events }).events.map(({ text }) => text.fr)).toEqual(['today']);
  });

  it('each rest on their sources', () => {
    expect(assessed({ events: [event('2020', 'a')] }).events[0]?.receipts).toMatchObject([
      { url: addressOf('press'), provenance: 'press' },
    ]);
  });
});

describe('a group', () => {
  const member = (id: string, name: string, group = 'nimbe') => provider({ id, name, group });

  it('lists the other records that name it, in French alphabetical order', () => {
    const others = [
      member('zed', 'Zénith'),
      member('eclair', 'Éclair'),
      member('eole', 'Fohn'),
      member('x', 'X', 'stratus'),
    ];
    expect(assessed({ group: 'nimbe' }, DAY, ...others).members).toEqual([
      { provider: 'eclair', name: 'Éclair' },
      { provider: 'eole', name: 'Fohn' },
      { provider: 'zed', name: 'Zénith' },
    ]);
  });

  it('that sells nothing under its own name leaves two axes to its members, and keeps the law that reaches it', () => {
    const { axes } = assessed({ ...FULL, kind: 'group', offerings: [] }, DAY, member('mail', 'Nimbe Mail'));
    expect(axes.map(({ standing, statement }) => [standing, statement.key])).toEqual([
      ['not-applicable', 'group_statement'],
      ['empty', 'law_direct'],
      ['not-applicable', 'group_statement'],
    ]);
    expect(axes.map(({ details }) => details[0])).toContainEqual(phrase('group_members', list(['Nimbe Mail'])));
  });

  it.each<[string, Partial<Provider>]>([
    ['a group with an offering', { kind: 'group', offerings: [offeringKept(kept('FR'))] }],
    ['a provider without any', { kind: 'provider', offerings: [] }],
  ])('is told from %s, which speaks for itself', (_what, changes) => {
    const { axes } = assessed(changes);
    expect(axes.map(({ statement }) => statement.key)).not.toContain('group_statement');
  });
});
