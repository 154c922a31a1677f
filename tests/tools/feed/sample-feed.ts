import type { FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import { instant, parseExpiry } from '../../../tools/feed/instant.ts';
import { publishedRegistry } from '../../../tools/feed/registry-file.ts';
import { signFeed } from '../../../tools/feed/sign-feed.ts';
import type { SigningKey } from '../../../tools/feed/signing-key.ts';
import { provider, registryOf } from '../../domain/assessment/sample-registry.ts';

/** When everything here is signed, and read. */
export const NOW = Date.parse('2026-11-25T17:00:00Z');

/** A registry of one provider, as it is published. */
export const REGISTRY = publishedRegistry({ ...registryOf(provider()), version: 7 });

/** A manifest as it is when it was signed at that moment. */
export const MANIFEST: FeedManifest = {
  format: 1,
  registryVersion: 7,
  issued: instant(NOW),
  expires: parseExpiry(undefined, NOW),
  registry: REGISTRY.entry,
  previous: null,
  minimumExtensionVersion: '0.1.0',
  keys: { coming: [], revoked: [] },
};

/** In: keys, and what is otherwise in the manifest. Out: the bytes of `feed.json`. */
export async function signedBy(keys: SigningKey[], changes: Partial<FeedManifest> = {}): Promise<Buffer> {
  const { feed } = await signFeed({ manifest: { ...MANIFEST, ...changes }, keys, now: NOW });
  return Buffer.from(feed);
}
