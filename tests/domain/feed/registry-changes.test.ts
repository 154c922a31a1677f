import { describe, expect, it } from 'vitest';

import { changesSince, registryChanges, type Change } from '../../../domain/feed/registry-changes.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { messagesOf } from '../../messages-of.ts';
import {
  chosen,
  cite,
  contested,
  kept,
  known,
  NOT_REVIEWED,
  offering,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

const { say } = createWording(messagesOf('fr'));
const edition = (version: number, ...providers: Provider[]): Registry => ({ ...registryOf(...providers), version });
/** A change in a line, as somebody would read it. */
const line = ({ kind, name, offering: part, fact, before, after }: Change) =>
  [kind, name, part, fact && say(fact), before.map(say).join(', '), '→', after.map(say).join(', ')]
    .filter((word) => word !== undefined && word !== '')
    .join(' | ');
const changes = (before: Partial<Provider>, after: Partial<Provider>) =>
  registryChanges(edition(1, provider(before)), edition(2, provider(after))).map(line);
const withQualification = (...facts: Provider['offerings'][number]['qualifications']) => ({
  offerings: [offering({ qualifications: facts })],
});

describe('what changed', () => {
  it.each<[string, Partial<Provider>, Partial<Provider>, string[]]>([
    ['nothing', {}, {}, []],
    ['the day on which a source was read', { status: unknown('2026-01-01') }, { status: unknown('2026-11-01') }, []],
    [
      'a renewal',
      withQualification(qualified({ until: '2026-12-15' })),
      withQualification(qualified({ until: '2029-12-15' })),
      ['changed | Nimbe | Nimbe Machines | SecNumCloud | jusqu’au 15/12/2026 | → | renouvelée jusqu’au 15/12/2029'],
    ],
    [
      'a qualification cut short',
      withQualification(qualified({ until: '2029-12-15' })),
      withQualification(qualified({ until: '2027-01-01' })),
      ['changed | Nimbe | Nimbe Machines | SecNumCloud | Jusqu’au 15/12/2029 | → | Jusqu’au 01/01/2027'],
    ],
    [
      'a qualification won',
      withQualification(known({ scheme: 'secnumcloud', state: 'in-progress', step: 'J1' })),
      withQualification(qualified({ until: '2029-12-15' })),
      [
        'changed | Nimbe | Nimbe Machines | SecNumCloud | En cours, étape J1 : une étape n’est pas une qualification | → | Accordée, Jusqu’au 15/12/2029',
      ],
    ],
    [
      'a qualification that is on record for the first time',
      {},
      withQualification(known({ scheme: 'hds', state: 'qualified' })),
      ['added | Nimbe | Nimbe Machines | HDS | → | Accordée'],
    ],
    [
      'a move of the data',
      { offerings: [offeringKept(kept('FR'))] },
      { offerings: [offeringKept(chosen('FR', 'GB'))] },
      ['changed | Nimbe | Nimbe Machines | Stockage | France | → | Au choix du client : France et Royaume-Uni'],
    ],
    [
      'a new owner',
      { ultimateParent: NOT_REVIEWED },
      { ultimateParent: known({ name: 'Cumulus Inc.', country: 'US' }) },
      ['changed | Nimbe | Société mère ultime | Non examiné | → | Cumulus Inc. (États-Unis)'],
    ],
    [
      'a provider that closed',
      { status: known({ state: 'active' }) },
      { status: known({ state: 'closed', on: '2026-11-01' }) },
      ['changed | Nimbe | Statut | En activité | → | Fermé, depuis 01/11/2026'],
    ],
    [
      'a fact that is now contested',
      { headOffice: known({ country: 'FR' }) },
      { headOffice: contested({ country: 'FR' }) },
      ['changed | Nimbe | Siège | France | → | contesté par le fournisseur'],
    ],
    [
      'a law that reaches it now',
      { exposures: known([]) },
      { exposures: known([{ law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' }]) },
      [
        'changed | Nimbe | Droit | Aucune exposition hors UE trouvée | → | US Act, par la société mère, États-Unis, lien direct',
      ],
    ],
    [
      'a new offering, without what is not known of it',
      { offerings: [] },
      { offerings: [offeringKept(kept('FR'))] },
      ['added | Nimbe | Nimbe Machines | → | en vente', 'added | Nimbe | Nimbe Machines | Stockage | → | France'],
    ],
    [
      'an offering that is gone, which took its facts with it',
      { offerings: [offeringKept(kept('FR'), { qualifications: [qualified()] })] },
      { offerings: [] },
      ['removed | Nimbe | Nimbe Machines | en vente | →'],
    ],
    [
      'an event',
      {},
      {
        events: [
          {
            on: '2026-11-01',
            kind: 'launch',
            text: { fr: 'Ouverture.', en: 'Opening.' },
            provenance: 'press',
            sources: [cite('press')],
          },
        ],
      },
      ['added | Nimbe | Événement (01/11/2026) | → | Ouverture.'],
    ],
    [
      'a note, a quotation, another source',
      { headOffice: known({ country: 'FR' }) },
      {
        headOffice: {
          ...known({ country: 'FR' }),
          note: { fr: 'Note.', en: 'Note.' },
          sources: [{ ...cite('press', '2026-11-20'), quote: 'Paris' }],
        },
      },
      [],
    ],
    ['another name', {}, { name: 'Nimbus' }, ['changed | Nimbus | Nom | Nimbe | → | Nimbus']],
  ])('is told: %s', (_what, before, after, lines) => {
    expect(changes(before, after).map((text) => text.replaceAll('\u00a0', ' '))).toEqual(lines);
  });

  it('is told of providers and offerings added and removed, in the order of the names', () => {
    const aube = provider({ id: 'aube', name: 'Aube' });
    const zephyr = provider({ id: 'zephyr', name: 'Zéphyr' });
    const before = edition(1, zephyr, provider({ offerings: [offering({ id: 'a', name: 'A' })] }));
    const after = edition(2, aube, provider({ offerings: [offering({ id: 'b', name: 'B' })] }));
    expect(registryChanges(before, after).map(({ kind, name, offering: part }) => [kind, name, part])).toEqual(
      expect.arrayContaining([
        ['added', 'Aube', undefined],
        ['removed', 'Zéphyr', undefined],
        ['removed', 'Nimbe', 'A'],
        ['added', 'Nimbe', 'B'],
      ]),
    );
  });

  it('is nothing between a registry and what is bundled of it', () => {
    const whole = edition(1, provider(withQualification(qualified({ until: '2029-12-15' }))));
    expect(registryChanges(abridge(whole), whole)).toEqual([]);
    expect(registryChanges(whole, abridge(whole))).toEqual([]);
  });
});

describe('changes over several updates', () => {
  const ending = (version: number, until: string) =>
    edition(version, provider(withQualification(qualified({ until }))));

  it('go from what was first to what is last', () => {
    const first = changesSince(null, ending(1, '2026-12-15'), ending(2, '2027-12-15'));
    const both = changesSince(first, ending(2, '2027-12-15'), ending(3, '2029-12-15'));
    expect(both).toMatchObject({ from: { version: 1 }, to: { version: 3 }, more: 0, seen: false });
    expect(both.changes.map(line)).toEqual([
      'changed | Nimbe | Nimbe Machines | SecNumCloud | jusqu’au 15/12/2026 | → | renouvelée jusqu’au 15/12/2029',
    ]);
  });

  it('are none where what was added is gone again', () => {
    const [without, withBrume] = [edition(1), edition(2, provider({ id: 'brume', name: 'Brume' }))];
    const first = changesSince(null, without, withBrume);
    expect(first.changes).toHaveLength(1);
    expect(changesSince(first, withBrume, edition(3)).changes).toEqual([]);
  });

  it('say of no provider that it is gone because it cannot be read here', () => {
    const [both, one] = [edition(1, provider(), provider({ id: 'brume', name: 'Brume' })), edition(2, provider())];
    expect(changesSince(null, both, one).changes).toHaveLength(1);
    expect(changesSince(null, both, one, ['brume']).changes).toEqual([]);
  });

  it('begin anew once they were seen', () => {
    const seen = { ...changesSince(null, ending(1, '2026-12-15'), ending(2, '2027-12-15')), seen: true };
    expect(changesSince(seen, ending(2, '2027-12-15'), ending(3, '2029-12-15'))).toMatchObject({
      from: { version: 2 },
    });
  });

  it('are kept to a number that somebody reads', () => {
    const many = Array.from({ length: 450 }, (_, place) => provider({ id: `p${place}`, name: `P${place}` }));
    const stored = changesSince(null, edition(1), edition(2, ...many));
    expect(stored.changes).toHaveLength(400);
    expect(stored.more).toBe(50);
  });
});
