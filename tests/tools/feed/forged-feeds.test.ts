import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { askFeed, fetchRegistry } from '../../../domain/feed/ask-feed.ts';
import { FeedFailure } from '../../../domain/feed/feed-failure.ts';
import { freshState } from '../../../domain/feed/feed-state.ts';
import { publishedRegistry } from '../../../tools/feed/registry-file.ts';
import { makeSigningKey, publicHalf, type SigningKey } from '../../../tools/feed/signing-key.ts';
import { provider, registryOf } from '../../domain/assessment/sample-registry.ts';
import { forgery, type Loot, type ServedFeed } from './forged-feeds.ts';
import { isNamedFile, verifiedPayload, type TrustedKey } from './independent-verifier.ts';
import { NOW, REGISTRY, signedBy } from './sample-feed.ts';

const URL_OF_FEED = 'https://feed.example.org/feed.json';
const JSON_TYPE = { headers: { 'content-type': 'application/json' } };

/** What the extension takes from a feed: the manifest and the registry's text; null where it refuses. */
async function taken({ feed, registry }: ServedFeed, keys: TrustedKey[]): Promise<unknown> {
  const transport = {
    fetch: (address: string) =>
      Promise.resolve(new Response(new Uint8Array(address === URL_OF_FEED ? feed : registry), JSON_TYPE)),
    deadline: () => new AbortController().signal,
    now: () => NOW,
  };
  const state = freshState({ url: URL_OF_FEED, keys }, 0);
  try {
    const answer = await askFeed({ url: URL_OF_FEED, state, now: NOW }, transport);
    if (answer.manifest === null) return null;
    const { text } = await fetchRegistry(URL_OF_FEED, answer.manifest, 1, transport);
    return { manifest: answer.manifest, text };
  } catch (error) {
    // Anything else is a fault of the code, not of the feed.
    if (error instanceof FeedFailure) return null;
    throw error;
  }
}

/** The same by the second verifier. */
function takenIndependently({ feed, registry }: ServedFeed, keys: TrustedKey[]): unknown {
  const payload = verifiedPayload(feed, keys);
  if (payload === null) return null;
  const manifest = JSON.parse(payload) as { registry: { size: number; sha256: string } };
  return isNamedFile(registry, manifest.registry) ? { manifest, text: registry.toString('utf8') } : null;
}

let publisher: SigningKey;
let next: SigningKey;
let loot: Loot;
let rotating: Loot;

beforeAll(async () => {
  publisher = await makeSigningKey('publisher');
  next = await makeSigningKey('next');
  const impostor = await makeSigningKey('publisher');
  const served = { feed: await signedBy([publisher]), registry: REGISTRY.bytes };
  const old = publishedRegistry({ ...registryOf(provider({ name: 'Nimbus' })), version: 6 });
  const older = {
    feed: await signedBy([publisher], { registryVersion: 6, registry: old.entry }),
    registry: old.bytes,
  };
  const key = publicHalf(publisher);
  loot = { served, older, pretended: await signedBy([impostor]), key };
  rotating = { ...loot, served: { ...served, feed: await signedBy([publisher, next]) } };
});

const isUnchanged = (forged: ServedFeed, { served }: Loot) =>
  forged.feed.equals(served.feed) && forged.registry.equals(served.registry);

describe('a feed changed on its way', () => {
  it('is taken by both verifiers as it was published', async () => {
    for (const { served, key } of [loot, rotating]) {
      const expected = takenIndependently(served, [key]);
      expect(expected).not.toBe(null);
      expect(await taken(served, [key])).toEqual(expected);
    }
  });

  it('is taken by neither, in 20,000 ways', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(forgery, async (forge) => {
        const forged = forge(loot);
        fc.pre(!isUnchanged(forged, loot));
        tried += 1;
        expect({ real: await taken(forged, [loot.key]), independent: takenIndependently(forged, [loot.key]) }).toEqual({
          real: null,
          independent: null,
        });
      }),
      { numRuns: 20_000 },
    );
    expect(tried).toBeGreaterThanOrEqual(20_000);
  }, 120_000);

  it('says what was published or nothing, while two keys sign it and one alone is trusted or both', async () => {
    const original = takenIndependently(rotating.served, [rotating.key]);
    await fc.assert(
      fc.asyncProperty(forgery, fc.boolean(), async (forge, both) => {
        const forged = forge(rotating);
        const keys = both ? [rotating.key, publicHalf(next)] : [rotating.key];
        const real = await taken(forged, keys);
        expect(real).toEqual(takenIndependently(forged, keys));
        if (real !== null) expect(real).toEqual(original);
      }),
      { numRuns: 5_000 },
    );
  }, 60_000);

  it('still says what was published when a signature by nobody known is put beside the good one', async () => {
    const envelope = JSON.parse(loot.served.feed.toString('utf8')) as { signatures: unknown[] };
    const header = Buffer.from('{"alg":"EdDSA","kid":"nobody","typ":"ancrage-feed+jws"}').toString('base64url');
    const beside = { protected: header, signature: 'A'.repeat(86) };
    const feed = Buffer.from(`${JSON.stringify({ ...envelope, signatures: [...envelope.signatures, beside] })}\n`);
    const forged = { ...loot.served, feed };
    expect(await taken(forged, [loot.key])).toEqual(await taken(loot.served, [loot.key]));
    expect(takenIndependently(forged, [loot.key])).toEqual(await taken(loot.served, [loot.key]));
  });
});
