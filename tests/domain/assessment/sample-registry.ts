import type { Fact } from '../../../domain/registry/fact.ts';
import type { Location, Offering, Qualification } from '../../../domain/registry/offering.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import type { Citation, Sources } from '../../../domain/registry/source.ts';

/** The day of most assessments. */
export const DAY = '2026-11-23';
export const CHECKED_ON = '2026-10-01';
export const SEARCHED_ON = '2026-09-15';

type Known<Value> = Extract<Fact<Value>, { state: 'known' }>;
type Contested<Value> = Extract<Fact<Value>, { state: 'contested' }>;

const SOURCE_IDS = [
  'register',
  'second-register',
  'own-page',
  'press',
  'reply',
  'us-act',
  'gb-act',
  'secnumcloud-list',
  'hds-list',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export const addressOf = (id: SourceId): string => `https://sources.example.org/${id}`;

const source = (id: SourceId): Sources[string] => ({
  publisher: 'Éditeur',
  title: `Document ${id}`,
  url: addressOf(id),
});

export const cite = (id: SourceId, checkedOn = CHECKED_ON): Citation => ({ source: id, checkedOn });

/** A statement, sourced; by the official register unless said otherwise. */
export const known = <Value>(value: Value, ...sources: SourceId[]): Known<Value> => ({
  state: 'known',
  value,
  provenance: 'official-register',
  sources: (sources.length === 0 ? (['register'] as const) : sources).map((id) => cite(id)),
});

export const REPLY = { fr: 'Nous le contestons.', en: 'We contest it.' };

/** A statement that the provider contests, with its reply. */
export const contested = <Value>(value: Value): Contested<Value> => ({
  state: 'contested',
  value,
  provenance: 'press',
  sources: [cite('press')],
  reply: { text: REPLY, sources: [cite('reply')] },
});

export const unknown = (searchedOn = SEARCHED_ON) => ({ state: 'unknown', searchedOn }) as const;
export const NOT_REVIEWED = { state: 'not-reviewed' } as const;
export const REASON = { fr: 'Logiciel installé chez le client.', en: 'Software that the customer installs.' };
export const NOT_APPLICABLE = { state: 'not-applicable', reason: REASON } as const;

/** Data kept in these countries and nowhere else. */
export const kept = (...countries: string[]): Known<Location> =>
  known({ mode: 'always-in', countries, complete: true }, 'own-page');

/** Data kept in one of these countries, as the customer chooses. */
export const chosen = (...countries: string[]): Known<Location> =>
  known({ mode: 'customer-chooses', countries, complete: true }, 'own-page');

export const qualified = (dates: Pick<Qualification, 'from' | 'until'> = {}): Known<Qualification> =>
  known({ scheme: 'secnumcloud', state: 'qualified', ...dates }, 'secnumcloud-list');

export const offering = (changes: Partial<Offering> = {}): Offering => ({
  id: 'machines',
  name: 'Nimbe Machines',
  categories: ['iaas'],
  lifecycle: 'active',
  location: { storage: NOT_REVIEWED, backups: NOT_REVIEWED, support: NOT_REVIEWED, keys: NOT_REVIEWED },
  qualifications: [],
  ...changes,
});

/** An offering of which only the place of storage is on record. */
export const offeringKept = (storage: Offering['location']['storage'], changes: Partial<Offering> = {}): Offering => {
  const plain = offering(changes);
  return { ...plain, location: { ...plain.location, storage } };
};

/** A provider of which only the name is on record, save what `changes` says. */
export const provider = (changes: Partial<Provider> = {}): Provider => ({
  id: 'nimbe',
  kind: 'provider',
  name: 'Nimbe',
  aliases: [{ text: 'Nimbe', kind: 'brand', case: 'any' }],
  legalEntity: NOT_REVIEWED,
  headOffice: NOT_REVIEWED,
  ultimateParent: NOT_REVIEWED,
  exposures: NOT_REVIEWED,
  technologyLicensor: NOT_REVIEWED,
  status: NOT_REVIEWED,
  events: [],
  offerings: [offering()],
  ...changes,
});

const law = (name: string, country: string, id: SourceId) => ({
  name,
  country,
  text: { fr: 'Permet une demande.', en: 'Allows a request.' },
  sources: [cite(id)],
});
const scheme = (name: string, testsForeignLaw: boolean, id: SourceId) => ({
  name,
  authority: 'Autorité',
  testsForeignLaw,
  text: { fr: 'Un référentiel.', en: 'A scheme.' },
  sources: [cite(id)],
});

/** The smallest registry in which every fact of these tests can stand. */
export const registryOf = (...providers: Provider[]): Registry => ({
  format: 1,
  version: 1,
  date: DAY,
  providers: Object.fromEntries(providers.map((one) => [one.id, one])),
  falseFriends: [],
  evidence: {
    cloudTerms: [],
    companyBefore: [],
    companyAfter: [],
    companyBetween: [],
    elsewhereBefore: [],
    elsewhereAfter: [],
    otherLanguages: [],
  },
  laws: {
    'us-act': { ...law('US Act', 'US', 'us-act'), from: '2018-03-23' },
    'gb-act': {
      ...law('GB Act', 'GB', 'gb-act'),
      until: '2027-03-31',
      note: { fr: 'Échoit en 2027.', en: 'Lapses in 2027.' },
    },
  },
  schemes: {
    secnumcloud: scheme('SecNumCloud', true, 'secnumcloud-list'),
    hds: scheme('HDS', false, 'hds-list'),
    c5: scheme('C5', false, 'hds-list'),
  },
  countries: {
    eu: {
      members: [
        { country: 'FR' },
        { country: 'DE' },
        { country: 'IE', from: '1973' },
        { country: 'GB', from: '1973', until: '2020-01-31' },
      ],
      sources: [cite('register')],
    },
    eea: { members: [{ country: 'NO', from: '1994-01-01' }], sources: [cite('register')] },
    adequacy: [
      {
        country: 'GB',
        scope: { fr: 'Décision d’adéquation', en: 'Adequacy decision' },
        from: '2021-06',
        until: '2031-12',
        sources: [cite('register')],
      },
    ],
  },
  sources: Object.fromEntries(SOURCE_IDS.map((id) => [id, source(id)])),
});
