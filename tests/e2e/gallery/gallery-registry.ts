import type { Provider } from '../../../domain/registry/provider.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import {
  chosen,
  cite,
  contested,
  kept,
  known,
  NOT_APPLICABLE,
  offering,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../../domain/assessment/sample-registry.ts';

export { DAY } from '../../domain/assessment/sample-registry.ts';

const event = (on: string, fr: string): Provider['events'][number] => ({
  on,
  kind: 'other',
  text: { fr, en: fr },
  provenance: 'press',
  sources: [cite('press')],
});

const machines = offeringKept(chosen('FR', 'DE', 'IE', 'US', 'SG'), {
  id: 'machines',
  name: 'Nimbe Machines',
  categories: ['iaas', 'storage'],
  qualifications: [
    qualified({ from: '2022-12-01', until: '2025-11-30' }),
    qualified({ from: '2025-12-01', until: '2028-11-30' }),
    known({ scheme: 'hds', state: 'qualified', from: '2024' }, 'hds-list'),
  ],
});

/** With everything that a record can hold, long names among it. */
export const NIMBE = provider({
  legalEntity: known({ name: 'Nimbe Hébergement et Services Numériques SAS', country: 'FR', siren: '433115904' }),
  headOffice: known({ country: 'FR', city: 'Roubaix' }),
  ultimateParent: known({
    name: 'Nimbe Group, Inc.',
    country: 'US',
    chain: [{ name: 'Nimbe Holding', country: 'FR', share: 66.5 }],
  }),
  technologyLicensor: unknown(),
  exposures: contested([
    { law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' },
    { law: 'gb-act', country: 'GB', basis: 'subsidiary', strength: 'indirect' },
  ]),
  status: known({ state: 'renamed', on: '2019-03' }),
  events: [
    event('2013', 'Création sous le nom de Brume.'),
    event('2019-03', 'Brume devient Nimbe.'),
    event('2019-06-15', 'Rachat par Nimbe Group, Inc.'),
    event('2024-05', 'Ouverture d’une région à Francfort.'),
  ],
  offerings: [
    { ...machines, location: { ...machines.location, backups: kept('FR', 'MT'), keys: NOT_APPLICABLE } },
    offeringKept(kept('FR'), { id: 'mail', name: 'Nimbe Messagerie', categories: ['email'], from: '2015' }),
    offering({ id: 'soon', name: 'Nimbe Santé', categories: ['saas'], lifecycle: 'announced' }),
  ],
});

/** One for each shape that a badge can have, in alphabetical order, and enough of them for a filter. */
export const PROVIDERS: Provider[] = [
  provider({ id: 'aube', name: 'Aube' }),
  provider({ id: 'brise', name: 'Brise', exposures: known([]), offerings: [offeringKept(kept('FR'))] }),
  provider({ id: 'cirrus', name: 'Cirrus Informatique et Réseaux', offerings: [offeringKept(unknown())] }),
  provider({
    id: 'eclair',
    name: 'Éclair',
    exposures: known([{ law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'indirect' }]),
    offerings: [offeringKept(kept('US'), { qualifications: [qualified({ until: '2026-12-31' })] })],
  }),
  provider({ id: 'givre', name: 'Givre', offerings: [offeringKept(NOT_APPLICABLE)] }),
  NIMBE,
  provider({
    id: 'orage',
    name: 'Orage',
    exposures: known([{ law: 'us-act', country: 'US', basis: 'head-office', strength: 'direct' }]),
    offerings: [
      offeringKept(kept('CH'), {
        qualifications: [known({ scheme: 'secnumcloud', state: 'absent', listOf: '2026-09-15' })],
      }),
    ],
  }),
  provider({ id: 'rosee', name: 'Rosée', offerings: [offeringKept(kept('FR'), { qualifications: [qualified()] })] }),
  provider({ id: 'zephyr', name: 'Zéphyr', offerings: [offeringKept(kept('FR', 'DE'))] }),
];

export const GALLERY_REGISTRY: Registry = registryOf(...PROVIDERS);
