import * as v from 'valibot';

import { FeedKeySchema, type FeedKey } from './feed-manifest.ts';

/** Where the feed is, and by which keys it is known. */
export interface FeedConfiguration {
  url: string;
  keys: readonly FeedKey[];
}

export const FeedKeysSchema = v.pipe(
  v.array(FeedKeySchema),
  v.maxLength(8, 'lists more than 8 keys'),
  v.check((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'lists one id twice'),
);

/** An address without what could tell one reader from another, or open a door: no query, no fragment, no name and password. */
export const FeedAddressSchema = v.pipe(
  v.string(),
  v.url('is not an address'),
  v.startsWith('https://', 'is not an https address'),
  v.maxLength(2000),
  v.check((text) => !URL.canParse(text) || isPlain(new URL(text)), 'holds a query, a fragment or a name'),
);

function isPlain({ search, hash, username, password }: URL): boolean {
  return search === '' && hash === '' && username === '' && password === '';
}

/**
 * The feed that holds.
 * In: what the build has (`url` empty where it has none), and what the organisation set, each part on its own. Out: the
 * feed; null where there is no address or no key, which is no error.
 */
export function feedInForce(
  built: FeedConfiguration,
  policy: { feedUrl?: string | undefined; feedKeys?: readonly FeedKey[] | undefined },
): FeedConfiguration | null {
  const url = policy.feedUrl ?? built.url;
  const keys = policy.feedKeys ?? built.keys;
  return url === '' || keys.length === 0 ? null : { url, keys };
}

/** In: a feed. Out: the same text for the same address and keys, by which what was learnt from one is never held for another. */
export function identityOf({ url, keys }: FeedConfiguration): string {
  return [url, ...keys.map(({ kid, x }) => `${kid}=${x}`).sort()].join(' ');
}
