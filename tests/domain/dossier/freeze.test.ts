import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { changedSince, EntryChangeSchema } from '../../../domain/dossier/changed-since.ts';
import { DossierEntrySchema, type DossierEntry } from '../../../domain/dossier/dossier.ts';
import {
  checkAgain,
  freezeAgain,
  freezeFacts,
  offeringChoices,
  type FactsInForce,
} from '../../../domain/dossier/freeze.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import type { BundledRequirements } from '../../../domain/requirements/requirement-set.ts';
import {
  DAY,
  kept,
  known,
  offeringKept,
  provider,
  qualified,
  registryOf,
  offering,
} from '../assessment/sample-registry.ts';

const REQUIREMENTS: BundledRequirements = {
  buyers: {
    collectivite: { fr: 'une collectivité', en: 'a local authority' },
    state: { fr: 'l’État', en: 'the State' },
    operator: { fr: 'un opérateur', en: 'an operator' },
    health: { fr: 'un acteur de santé', en: 'a health body' },
  },
  sets: [
    {
      id: 'stored-in-eu',
      name: { fr: 'Stocké dans l’Union', en: 'Stored in the Union' },
      scope: { fr: 'Tout.', en: 'All.' },
      legalText: { name: { fr: 'Texte', en: 'Text' }, sources: [] },
      binding: { collectivite: 'bound', state: 'not-bound', operator: 'not-bound', health: 'not-bound' },
      predicates: [
        {
          id: 'storage',
          kind: 'place',
          aspect: 'storage',
          area: 'eu',
          axis: 'location',
          text: { fr: 'Stockage dans l’Union', en: 'Storage in the Union' },
        },
        {
          id: 'qualified',
          kind: 'qualified',
          scheme: 'secnumcloud',
          levels: ['3.2'],
          axis: 'qualification',
          text: { fr: 'Qualifié', en: 'Qualified' },
        },
      ],
    },
  ] as unknown as BundledRequirements['sets'],
  sources: {},
};

const inForce = (one: Provider, more: Partial<FactsInForce> & { version?: number } = {}): FactsInForce => {
  const { version = 1, ...rest } = more;
  return { registry: { ...registryOf(one), version }, requirements: REQUIREMENTS, day: DAY, ...rest };
};
const ASKS = { requirementSet: 'stored-in-eu', buyerKind: 'collectivite' } as const;
const ASKS_NOTHING = { requirementSet: null, buyerKind: 'collectivite' } as const;

const IN_FRANCE = provider({ offerings: [offeringKept(kept('FR'))] });
const IN_US = provider({ offerings: [offeringKept(kept('US'))] });
const TWO = provider({
  offerings: [
    offering({ id: 'machines', name: 'Nimbe Machines', qualifications: [qualified()] }),
    offering({ id: 'disque', name: 'Nimbe Disque' }),
  ],
});

const entryOf = (one: Provider, dossier: Parameters<typeof freezeFacts>[2] = ASKS): DossierEntry => {
  const facts = freezeFacts({ provider: 'nimbe' }, inForce(one), dossier);
  if (facts === null) throw new Error('not there');
  return { id: '11111111-1111-4111-8111-111111111111', addedAt: `${DAY}T10:00:00+01:00`, note: 'à garder', ...facts };
};

describe('frozen facts', () => {
  it('make an entry that can be kept', () => {
    expect(v.parse(DossierEntrySchema, entryOf(IN_FRANCE))).toEqual(entryOf(IN_FRANCE));
  });

  it('are of the edition and the day that they were read on', () => {
    const facts = freezeFacts({ provider: 'nimbe' }, inForce(IN_FRANCE, { version: 7 }), ASKS);
    expect(facts).toMatchObject({ registry: { version: 7, date: DAY }, checklist: { set: 'stored-in-eu' } });
    expect(freezeFacts({ provider: 'nimbe' }, inForce(IN_FRANCE), ASKS_NOTHING)).not.toHaveProperty('checklist');
  });

  it('can be of one offering alone', () => {
    const facts = freezeFacts({ provider: 'nimbe', offering: 'disque' }, inForce(TWO), ASKS);
    expect(facts?.offering).toEqual({ id: 'disque', name: 'Nimbe Disque' });
    expect(facts?.assessment).not.toEqual(freezeFacts({ provider: 'nimbe' }, inForce(TWO), ASKS)?.assessment);
    expect(offeringChoices(TWO).map(({ id }) => id)).toEqual(['disque', 'machines']);
  });

  it.each([
    ['the provider', { provider: 'other' }],
    ['the offering', { provider: 'nimbe', offering: 'other' }],
  ])('are none where the registry does not hold %s', (_, wanted) => {
    expect(freezeFacts(wanted, inForce(TWO), ASKS)).toBeNull();
  });

  it('do not change with the registry; those in force are taken when they are asked for', () => {
    const entry = entryOf(IN_FRANCE);
    const again = freezeAgain(entry, inForce(IN_US, { version: 2 }), ASKS, '2026-12-01T10:00:00+01:00');
    expect(again).toMatchObject({ id: entry.id, note: 'à garder', registry: { version: 2 } });
    expect(again?.assessment).not.toEqual(entry.assessment);
    expect(freezeAgain(entry, inForce(provider({ id: 'other' })), ASKS, entry.addedAt)).toBeNull();
  });
});

describe('an entry held against another set', () => {
  it('gets its answers from the registry that its facts are from, and keeps its facts', () => {
    const bare = entryOf(IN_FRANCE, ASKS_NOTHING);
    const checked = checkAgain(bare, inForce(IN_FRANCE), ASKS);
    expect(checked.checklist?.rows.map(({ answer }) => answer)).toEqual(['met', 'unknown']);
    expect(checked.assessment).toBe(bare.assessment);
  });

  it('gets none from another one, and none where nothing is asked', () => {
    expect(checkAgain(entryOf(IN_FRANCE), inForce(IN_US, { version: 2 }), ASKS)).not.toHaveProperty('checklist');
    expect(checkAgain(entryOf(IN_FRANCE), inForce(IN_FRANCE), ASKS_NOTHING)).not.toHaveProperty('checklist');
  });

  it('is weighed as of the day of its addition', () => {
    const qualification = known(
      { scheme: 'secnumcloud', state: 'qualified' as const, level: '3.2', until: '2026-11-30' },
      'secnumcloud-list',
    );
    const until = provider({ offerings: [offering({ qualifications: [qualification] })] });
    const entry = entryOf(until, ASKS_NOTHING);
    const answers = (facts: Parameters<typeof checkAgain>[1]) =>
      checkAgain(entry, facts, ASKS).checklist?.rows.map(({ answer }) => answer);
    expect(answers(inForce(until))).toEqual(['unknown', 'met']);
    expect(answers(inForce(until, { day: '2027-06-01' }))).toEqual(['unknown', 'met']);
  });
});

describe('what changed since', () => {
  const since = (before: Provider, after: Provider | null, day = DAY) => {
    const entry = entryOf(before);
    const now = after === null ? null : freezeFacts({ provider: 'nimbe' }, inForce(after, { version: 2, day }), ASKS);
    const change = changedSince(entry, now);
    return change === null ? null : v.parse(EntryChangeSchema, change);
  };

  it('is nothing where the facts are the same, in another version too', () => {
    expect(since(IN_FRANCE, IN_FRANCE)).toBeNull();
  });

  it('is nothing where a source was only read again', () => {
    const fact = kept('FR');
    const readAgain = { ...fact, sources: fact.sources.map((one) => ({ ...one, checkedOn: '2026-11-22' })) };
    expect(since(IN_FRANCE, provider({ offerings: [offeringKept(readAgain)] }))).toBeNull();
  });

  it('is said with both values, axis by axis, and point by point of what is asked', () => {
    const change = since(IN_FRANCE, IN_US);
    if (change?.kind !== 'changed') throw new Error('not changed');
    expect(change.axes.map(({ axis }) => axis)).toEqual(['location']);
    expect(change.axes[0]?.before).not.toEqual([]);
    expect(change.axes[0]?.after).not.toEqual([]);
    expect(change.requirements).toMatchObject([{ id: 'storage', before: 'met', after: 'not-met' }]);
    expect(change).not.toHaveProperty('name');
    expect(change).not.toHaveProperty('status');
  });

  it.each<[string, Provider, object]>([
    ['a name', { ...IN_FRANCE, name: 'Nimbus' }, { name: { before: 'Nimbe', after: 'Nimbus' } }],
    [
      'what became of the provider',
      { ...IN_FRANCE, status: known({ state: 'closed' as const, on: '2026-11-01' }, 'own-page') },
      { status: { before: null, after: { state: 'closed' } } },
    ],
  ])('may be %s', (_, after, change) => {
    expect(since(IN_FRANCE, after)).toMatchObject({ kind: 'changed', ...change });
  });

  it('is told by the day alone: a qualification that ended', () => {
    const until = provider({ offerings: [offering({ qualifications: [qualified({ until: '2026-11-30' })] })] });
    expect(since(until, until)).toBeNull();
    expect(since(until, until, '2026-12-01')).toMatchObject({ axes: [{ axis: 'qualification' }] });
  });

  it('is that the record is gone', () => {
    expect(since(IN_FRANCE, null)).toEqual({ kind: 'gone' });
  });
});
