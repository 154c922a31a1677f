import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import type { Location, Offering, Qualification } from '../../../domain/registry/offering.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { checkRequirements } from '../../../domain/requirements/check-requirements.ts';
import type { BundledRequirements, Predicate, RequirementSet } from '../../../domain/requirements/requirement-set.ts';
import {
  cite,
  chosen,
  contested,
  DAY,
  kept,
  known,
  NOT_REVIEWED,
  offering,
  offeringKept,
  provider,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

const TEXT = { fr: 'Texte', en: 'Text' };

type Asked = Predicate extends infer One ? (One extends Predicate ? Omit<One, 'id' | 'axis' | 'text'> : never) : never;

const setOf = (...asked: Asked[]): RequirementSet => ({
  id: 'set',
  name: TEXT,
  legalText: { name: TEXT, date: '2026', sources: [cite('register')] },
  scope: TEXT,
  binding: { collectivite: 'not-bound', state: 'bound-for-data', operator: 'bound', health: 'bound' },
  predicates: asked.map((one, index) => ({ id: `p-${index}`, axis: 'location', text: TEXT, ...one })),
});
const FILE: BundledRequirements = {
  buyers: { collectivite: TEXT, state: TEXT, operator: TEXT, health: TEXT },
  sets: [],
  sources: registryOf().sources,
};

const rowFor = (asked: Asked, changes: Partial<Provider>, day = DAY) => {
  const one = provider(changes);
  const [row] = checkRequirements(setOf(asked), FILE, 'collectivite', one, day, registryOf(one)).rows;
  if (row === undefined) throw new Error('no row');
  return row;
};
const storage = (area: Extract<Asked, { kind: 'place' }>['area']): Asked => ({
  kind: 'place',
  aspect: 'storage',
  area,
});
const partial = (fact: { value: Location }) => known({ ...fact.value, complete: false }, 'own-page');

describe('a place', () => {
  it.each([
    ['in the area', kept('FR', 'NO'), 'met'],
    ['outside it', kept('US'), 'not-met'],
    ['on both sides', kept('FR', 'US'), 'not-met'],
    ['in the area, on a list that is not whole', partial(kept('FR')), 'unknown'],
    ['a choice within', chosen('FR', 'DE'), 'met'],
    ['a choice across', chosen('FR', 'US'), 'unknown'],
    ['a choice outside', chosen('US', 'IN'), 'not-met'],
    ['a choice outside, on a list that is not whole', partial(chosen('US')), 'unknown'],
    ['contested', contested(kept('FR').value), 'unknown'],
    ['searched and not found', unknown(), 'unknown'],
    ['not reviewed', NOT_REVIEWED, 'unknown'],
  ])('%s', (_what, fact, answer) => {
    expect(rowFor(storage('eea'), { offerings: [offeringKept(fact)] }).answer).toBe(answer);
  });

  it.each([
    ['eu', 'NO', 'not-met'],
    ['eea', 'GB', 'not-met'],
    ['eea-or-adequate', 'GB', 'met'],
    ['eea-or-adequate', 'IN', 'not-met'],
    [['FR'], 'FR', 'met'],
    [['FR'], 'DE', 'not-met'],
  ] as const)('is measured against its area: %s, %s', (area, country, answer) => {
    const offerings = [offeringKept(kept(country))];
    expect(rowFor(storage(typeof area === 'string' ? area : [...area]), { offerings }).answer).toBe(answer);
  });

  it('under a decision for some organisations of the country is not settled by it', () => {
    const one = provider({ offerings: [offeringKept(kept('US'))] });
    const registry = registryOf(one);
    registry.countries.adequacy.push({ country: 'US', scope: TEXT, partial: true, sources: [cite('register')] });
    const [row] = checkRequirements(setOf(storage('eea-or-adequate')), FILE, 'state', one, DAY, registry).rows;
    expect(row?.answer).toBe('unknown');
  });

  it('is that of support where support is asked', () => {
    const plain = offering();
    const offerings = [{ ...plain, location: { ...plain.location, support: kept('US') } }];
    expect(rowFor({ kind: 'place', aspect: 'support', area: 'eea' }, { offerings }).answer).toBe('not-met');
  });
});

describe('a qualification', () => {
  const asked: Asked = { kind: 'qualified', scheme: 'secnumcloud', levels: ['3.2'] };
  const held = (value: Partial<Qualification>) =>
    known<Qualification>({ scheme: 'secnumcloud', state: 'qualified', level: '3.2', ...value }, 'secnumcloud-list');

  it.each<[string, Offering['qualifications'], string]>([
    ['in force', [held({ until: '2028-01-01' })], 'met'],
    ['on its last day', [held({ until: DAY })], 'met'],
    ['ended', [held({ until: '2026-11-22' })], 'unknown'],
    ['not begun', [held({ from: '2027' })], 'unknown'],
    ['of another level', [held({ level: '3.1' })], 'not-met'],
    ['of a level that is not on record', [known({ scheme: 'secnumcloud', state: 'qualified' } as const)], 'unknown'],
    ['in progress', [held({ state: 'in-progress', step: 'J1' })], 'not-met'],
    ['refused', [held({ state: 'refused' })], 'not-met'],
    ['absent', [held({ state: 'absent', listOf: '2026-09-15' })], 'not-met'],
    ['of another scheme', [held({ scheme: 'hds' })], 'unknown'],
    ['contested', [contested({ scheme: 'secnumcloud', state: 'qualified', level: '3.2' } as const)], 'unknown'],
    ['not reviewed', [NOT_REVIEWED], 'unknown'],
  ])('%s', (_what, qualifications, answer) => {
    expect(rowFor(asked, { offerings: [offering({ qualifications })] }).answer).toBe(answer);
  });

  it('of some offerings is not said of the provider, and is counted', () => {
    const offerings = [
      offering({ qualifications: [held({})] }),
      offering({ id: 'mail', qualifications: [held({ state: 'absent' })] }),
    ];
    const row = rowFor(asked, { offerings });
    expect(row.answer).toBe('unknown');
    expect(row.facts[0]?.key).toBe('check_someOfferings');
    const one = provider({ offerings });
    const alone = checkRequirements(setOf(asked), FILE, 'state', one, DAY, registryOf(one), offerings[0]);
    expect(alone.rows[0]?.answer).toBe('met');
  });

  it('whose level by objective is not published shows the overall one, and settles nothing', () => {
    const row = rowFor(
      { kind: 'not-on-record', scheme: 'secnumcloud' },
      { offerings: [offering({ qualifications: [held({})] })] },
    );
    expect(row.answer).toBe('unknown');
    expect(row.facts.map(({ key }) => key)).toEqual(['check_overallOnly']);
    expect(row.receipts).toHaveLength(1);
  });
});

describe('the facts of a checklist', () => {
  it('count the countries when there are more than six, and the offerings on which nothing is on record', () => {
    const many = offeringKept(chosen('FR', 'DE', 'IE', 'NO', 'GB', 'US', 'IN'));
    const offerings = [many, offeringKept(NOT_REVIEWED, { id: 'mail' })];
    expect(rowFor(storage('eea'), { offerings }).facts.map(({ key }) => key)).toEqual([
      'check_choiceCount',
      'check_silentOfferings',
    ]);
    expect(rowFor(storage('eea'), { offerings: [offeringKept(NOT_REVIEWED)] }).facts.map(({ key }) => key)).toEqual([
      'check_notOnRecord',
    ]);
  });
});

describe('the company', () => {
  it.each<[Asked['kind'], Partial<Provider>, string]>([
    ['head-office', { headOffice: known({ country: 'FR' }) }, 'met'],
    ['head-office', { headOffice: known({ country: 'US' }) }, 'not-met'],
    ['head-office', { headOffice: contested({ country: 'FR' }) }, 'unknown'],
    ['head-office', {}, 'unknown'],
    ['capital', { ultimateParent: known({ name: 'Nimbe Inc.', country: 'US' }) }, 'not-met'],
    ['capital', { ultimateParent: known({ name: 'Nimbe SA', country: 'FR' }) }, 'unknown'],
    ['capital', { ultimateParent: contested({ name: 'Nimbe Inc.', country: 'US' }) }, 'unknown'],
    ['capital', {}, 'unknown'],
    ['third-parties', { technologyLicensor: known({ name: 'Stratus', country: 'US' }) }, 'unknown'],
    ['third-parties', {}, 'unknown'],
    ['not-on-record', {}, 'unknown'],
  ])('%s, %j', (kind, changes, answer) => {
    expect(rowFor({ kind } as Asked, changes).answer).toBe(answer);
  });
});

describe('a checklist', () => {
  it('tells a collectivité what does not bind it, and another buyer what does', () => {
    const one = provider();
    const keyFor = (buyer: 'collectivite' | 'state' | 'operator') =>
      checkRequirements(setOf(storage('eu')), FILE, buyer, one, DAY, registryOf(one)).applicability.key;
    expect([keyFor('collectivite'), keyFor('state'), keyFor('operator')]).toEqual([
      'check_notBound',
      'check_boundForData',
      'check_bound',
    ]);
  });

  it('says nothing of a day before the first edition', () => {
    const offerings = [offeringKept(kept('FR'))];
    expect(rowFor(storage('eea'), { offerings }, '2013-10-01').answer).toBe('unknown');
  });

  it('answers nothing that has no receipt', () => {
    const facts = fc.constantFrom(
      kept('FR'),
      kept('US'),
      chosen('FR', 'US'),
      contested(kept('FR').value),
      unknown(),
      NOT_REVIEWED,
    );
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 3 }), (places) => {
        const offerings = places.map((fact, index) => offeringKept(fact, { id: `o-${index}` }));
        const { answer, receipts } = rowFor(storage('eea'), { offerings });
        expect(answer === 'unknown' || receipts.length > 0).toBe(true);
      }),
    );
  });

  it('leaves the assessment as it was', () => {
    const one = provider({ offerings: [offeringKept(kept('FR'))] });
    const registry = registryOf(one);
    const before = JSON.stringify(assess(one, DAY, registry));
    checkRequirements(setOf(storage('eea')), FILE, 'state', one, DAY, registry);
    expect(JSON.stringify(assess(one, DAY, registry))).toBe(before);
  });
});
