import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { compileMatcher, type Matcher } from '../../../domain/detection/matcher.ts';
import type { Evidence } from '../../../domain/registry/evidence.ts';
import { buildNameIndex, type NameContext } from '../../../domain/registry/name-index.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';

type Alias = Provider['aliases'][number];

/** A name and the provider that it belongs to. */
export interface SampleName {
  provider: string;
  alias: Alias;
}

const nameOf = (owner: string, text: string, rest: Pick<Alias, 'case' | 'ambiguous'>): SampleName => ({
  provider: owner,
  alias: { text, kind: 'brand', ...rest },
});

/** A name found whatever its case. */
export const anyCase = (text: string, owner: string): SampleName => nameOf(owner, text, { case: 'any' });

/** A name found only as it is written. */
export const exact = (text: string, owner: string): SampleName => nameOf(owner, text, { case: 'exact' });

/** A name that is also an ordinary word; it has to be confirmed, unless it says otherwise. */
export const ambiguous = (text: string, owner: string, context: Partial<NameContext>): SampleName => {
  const { needs = 'confirmation', confirm = [], exclude = [] } = context;
  const examples = { provider: ['…', '…'], other: ['…', '…'] };
  return nameOf(owner, text, {
    case: 'exact',
    ambiguous: { needs, confirm: [...confirm], exclude: [...exclude], examples },
  });
};

interface Surroundings {
  falseFriends?: string[];
  evidence?: Partial<Evidence>;
}

/** In: names, false friends, and what speaks for any name. Out: the matcher that the content script would have. */
export function matcherOf(
  names: readonly SampleName[],
  { falseFriends = [], evidence = {} }: Surroundings = {},
): Matcher {
  const owners = Map.groupBy(names, (name) => name.provider);
  const providers = [...owners].map(([id, own]) => provider({ id, aliases: own.map(({ alias }) => alias) }));
  const means = { fr: 'autre chose', en: 'something else' };
  const registry = registryOf(...providers);
  return compileMatcher(
    buildNameIndex({
      ...registry,
      evidence: { ...registry.evidence, ...evidence },
      falseFriends: falseFriends.map((text) => ({ text, means })),
    }),
  );
}

const SURE = [
  anyCase('OVH', 'ovhcloud'),
  anyCase('OVHcloud', 'ovhcloud'),
  anyCase('OVH Cloud', 'ovhcloud'),
  exact('Azure', 'microsoft-azure'),
  anyCase('Microsoft Azure', 'microsoft-azure'),
  anyCase('Microsoft', 'microsoft'),
  anyCase('Google Cloud', 'google-cloud'),
  anyCase('Google Cloud Platform', 'google-cloud'),
  anyCase('Google', 'google'),
  anyCase('T-Systems', 't-systems'),
  anyCase('Éolas', 'eolas'),
  anyCase('Nuage d’Armor', 'nuage-armor'),
  anyCase('1&1', 'ionos'),
  anyCase('Cloud+ (Pro)', 'cloud-plus'),
  exact('Box', 'box'),
];

const AMBIGUOUS = [
  ambiguous('Orange', 'orange', {
    confirm: ['5G', 'fornitore'],
    exclude: ["ville d'Orange", 'Vaucluse', "jus d'orange"],
  }),
  ambiguous('OCI', 'oracle', { needs: 'own-confirmation', confirm: ['Oracle'], exclude: ['conteneur'] }),
  ambiguous('Teams', 'teams', { needs: 'no-exclusion', confirm: ['visio'], exclude: ['équipes'] }),
];

/** Names that mean one thing only, and names that have to be weighed. */
export const NAMES = { sure: SURE, ambiguous: AMBIGUOUS };

export const MATCHER = matcherOf([...SURE, ...AMBIGUOUS], {
  falseFriends: ['Côte d’Azur', 'Orange Bleu', 'PO Box', 'Google Street'],
  evidence: {
    cloudTerms: ['cloud', 'hébergement', 'Rechenzentrum', 'nube', 'hosting'],
    companyBefore: ['société', 'Firma'],
    companyAfter: ['SAS', 'GmbH', 'S.p.A.'],
    companyBetween: ['Services'],
    elsewhereBefore: ['rue', 'mairie', 'Mme'],
    elsewhereAfter: ['Street'],
  },
});

/** In: a text, and a matcher when not the sample one. Out: what is found in it, as written. */
export const found = (text: string, matcher = MATCHER): string[] =>
  findMentions(text, matcher).map(({ start, end }) => text.slice(start, end));
