import { FeedFailure } from './feed-failure.ts';
import type { FeedKey, FeedManifest } from './feed-manifest.ts';

/** The keys by which a feed is known: those configured and those it announced itself, and the ids it took back for good. */
export interface TrustedKeys {
  keys: readonly FeedKey[];
  revoked: readonly string[];
}

/** More would be no rotation any more. */
const MOST_KEYS = 16;
const MOST_REVOKED = 256;

/**
 * What a verified manifest makes of the keys: those to come are trusted beside those known, those revoked never again.
 * In: the keys trusted so far and a manifest that one of them signed. Out: the keys from now on. Throws FeedFailure
 * `keys-unusable` where a known id would mean another key, where none would be left, or where they would be too many.
 */
export function trustAfter({ keys, revoked }: TrustedKeys, manifest: Pick<FeedManifest, 'keys'>): TrustedKeys {
  const known = new Map(keys.map((key) => [key.kid, key]));
  for (const key of manifest.keys.coming) {
    const before = known.get(key.kid);
    if (before !== undefined && before.x !== key.x) throw new FeedFailure('keys-unusable', `${key.kid} is another key`);
    known.set(key.kid, key);
  }
  const gone = new Set([...revoked, ...manifest.keys.revoked]);
  const left = [...known.values()].filter(({ kid }) => !gone.has(kid));
  if (left.length === 0) throw new FeedFailure('keys-unusable', 'none is left');
  if (left.length > MOST_KEYS || gone.size > MOST_REVOKED) throw new FeedFailure('keys-unusable', 'too many');
  return { keys: left, revoked: [...gone] };
}
