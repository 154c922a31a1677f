import { findMentions } from '../../../domain/detection/find-mentions.ts';
import { compileMatcher, type Matcher } from '../../../domain/detection/matcher.ts';
import type { IndexedName } from '../../../domain/registry/name-index.ts';

/** A name found whatever its case. */
export const anyCase = (text: string, provider: string): IndexedName => ({ text, provider, anyCase: true });

/** A name found only as it is written. */
export const exact = (text: string, provider: string): IndexedName => ({ text, provider, anyCase: false });

/** A name that is also an ordinary word. */
export const ambiguous = (text: string, provider: string, confirm: string[], exclude: string[] = []): IndexedName => ({
  text,
  provider,
  anyCase: false,
  confirm,
  exclude,
});

export const matcherOf = (names: IndexedName[], falseFriends: string[] = []): Matcher =>
  compileMatcher({ registryVersion: 1, names, falseFriends });

export const ORANGE = ambiguous(
  'Orange',
  'orange',
  ['cloud', 'hébergement', 'Rechenzentrum', 'nube', 'fornitore', '5G'],
  ["ville d'Orange", 'Vaucluse', "jus d'"],
);

export const NAMES: IndexedName[] = [
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
  ORANGE,
];

export const FALSE_FRIENDS = ['Côte d’Azur', 'Orange Bleu', 'PO Box', 'Google Street'];

export const MATCHER = matcherOf(NAMES, FALSE_FRIENDS);

/** In: a text, and a matcher when not the sample one. Out: what is found in it, as written. */
export const found = (text: string, matcher = MATCHER): string[] =>
  findMentions(text, matcher).map(({ start, end }) => text.slice(start, end));
