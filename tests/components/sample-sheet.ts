import type { Europe } from '../../components/LocationMap.tsx';
import { describeProvider, type ProviderSheet as Sheet } from '../../domain/sheet/provider-sheet.ts';
import {
  chosen,
  cite,
  contested,
  DAY,
  kept,
  known,
  offering,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../domain/assessment/sample-registry.ts';

export const EUROPE: Europe = {
  width: 100,
  height: 100,
  land: 'M0,90L99,90L99,99Z',
  countries: [
    { code: 'FR', path: 'M0,0L9,0L9,9Z', x: 5, y: 5, small: false, outlined: true },
    { code: 'DE', path: 'M20,0L29,0L29,9Z', x: 25, y: 5, small: false, outlined: true },
    { code: 'MT', path: 'M40,0L41,0L41,1Z', x: 40, y: 0, small: true, outlined: true },
    { code: 'RU', path: 'M60,0L99,0L99,99Z', x: 80, y: 50, small: false, outlined: false },
  ],
};

export const FULL = provider({
  legalEntity: known({ name: 'Nimbe SAS', country: 'FR', siren: '433115904' }),
  headOffice: known({ country: 'FR', city: 'Paris' }),
  ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }),
  exposures: contested([
    { law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' },
    { law: 'gb-act', country: 'GB', basis: 'subsidiary', strength: 'indirect' },
  ]),
  status: known({ state: 'merged', on: '2025' }),
  events: [
    {
      on: '2024-05',
      kind: 'data-move',
      text: { fr: 'Ouverture à Francfort.', en: 'Opens in Frankfurt.' },
      provenance: 'press',
      sources: [cite('press')],
    },
  ],
  offerings: [
    offeringKept(chosen('FR', 'DE', 'US', 'MT'), {
      id: 'machines',
      qualifications: [
        qualified({ from: '2023-01-01', until: '2027-12-31' }),
        known({ scheme: 'hds', state: 'absent', listOf: '2026-09-15' }, 'hds-list'),
      ],
    }),
    offeringKept(kept('FR'), { id: 'mail', name: 'Nimbe Mail', categories: ['email'], from: '2015', until: '2030' }),
    offering({ id: 'soon', name: 'Nimbe Bientôt', lifecycle: 'announced' }),
  ],
});
export const EMPTY = provider({ offerings: [], headOffice: unknown() });
export const GROUP = provider({ id: 'group', name: 'Nimbe Group', kind: 'group', offerings: [] });
export const MEMBER = provider({ group: 'group' });

export const sheetOf = (...providers: ReturnType<typeof provider>[]): Sheet =>
  describeProvider(providers[0]!, DAY, registryOf(...providers));
