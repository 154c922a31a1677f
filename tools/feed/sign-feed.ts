import { GeneralSign, importJWK } from 'jose';
import * as v from 'valibot';

import { FEED_TYPE, FeedManifestSchema, type FeedKey, type FeedManifest } from '../../domain/feed/feed-manifest.ts';
import { trustAfter } from '../../domain/feed/trusted-keys.ts';
import { verifySignedFeed } from '../../domain/feed/verify-feed.ts';
import { FeedError, reasonOf } from './feed-error.ts';
import { instant, parseExpiry } from './instant.ts';
import { publicHalf, type SigningKey } from './signing-key.ts';

/** What a reader takes at most, in bytes. */
const FEED_LIMIT = 16_000;

export interface Signing {
  manifest: FeedManifest;
  /** The key, or while keys change the old one and the new. */
  keys: readonly SigningKey[];
  /** Keys that readers are to trust from now on. */
  coming?: readonly FeedKey[];
  /** Ids of keys that they are never to trust again. */
  revoke?: readonly string[];
  /** Ids to say no more about: neither coming nor revoked. */
  forget?: readonly string[];
  /** As `parseExpiry` reads it. */
  expires?: string;
  /** The moment of signing, in milliseconds. */
  now: number;
}

/**
 * Signs a manifest: JWS in general JSON serialization, Ed25519 (RFC 7515, 7.2.1; RFC 8037), a signature a key.
 * In: the manifest, the private keys, and what is to be said of other keys. Out: the manifest as signed, and `feed.json`,
 * which the code of the extension has verified. Throws FeedError where readers would refuse it.
 */
export async function signFeed(signing: Signing): Promise<{ manifest: FeedManifest; feed: string }> {
  const manifest = manifestToSign(signing);
  const payload = new TextEncoder().encode(JSON.stringify(manifest));
  const sign = new GeneralSign(payload);
  for (const key of signing.keys) {
    const header = { alg: 'EdDSA', kid: key.kid, typ: FEED_TYPE };
    sign.addSignature(await importJWK(key, header.alg)).setProtectedHeader(header);
  }
  const { payload: encoded, signatures } = await sign.sign();
  // A feed has one spelling only, and readers hold it to that.
  const feed = `${JSON.stringify({
    payload: encoded,
    signatures: signatures.map(({ protected: header, signature }) => ({ protected: header, signature })),
  })}\n`;
  await proofread(feed, manifest, signing.keys);
  return { manifest, feed };
}

function manifestToSign({
  manifest,
  keys,
  coming = [],
  revoke = [],
  forget = [],
  expires,
  now,
}: Signing): FeedManifest {
  const revoked = [...new Set([...manifest.keys.revoked, ...revoke])].filter((kid) => !forget.includes(kid));
  const announced = new Map([...manifest.keys.coming, ...coming].map((key) => [key.kid, key]));
  for (const kid of [...forget, ...revoked]) announced.delete(kid);
  const own = keys.find(({ kid }) => revoked.includes(kid));
  if (own !== undefined) throw new FeedError(`The key ${own.kid} is revoked: a feed signed with it would be refused`);
  const signed = v.safeParse(FeedManifestSchema, {
    ...manifest,
    issued: instant(now),
    expires: parseExpiry(expires, now),
    keys: { coming: [...announced.values()], revoked },
  });
  if (signed.success) return signed.output;
  const [issue] = signed.issues;
  throw new FeedError(`The manifest would not hold: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`);
}

/** Nothing leaves that the extension would not take: with each key alone, as a reader has it, and with all of them. */
async function proofread(feed: string, manifest: FeedManifest, keys: readonly SigningKey[]): Promise<void> {
  const bytes = new TextEncoder().encode(feed);
  if (bytes.length > FEED_LIMIT)
    throw new FeedError(`The feed would be ${bytes.length} bytes, and a reader takes ${FEED_LIMIT}`);
  try {
    for (const trusted of [keys, ...keys.map((key) => [key])]) {
      const known = { keys: trusted.map(publicHalf), revoked: [] };
      await verifySignedFeed(bytes, known);
      trustAfter(known, manifest);
    }
  } catch (error) {
    throw new FeedError(`The feed would be refused by its readers: ${reasonOf(error)}`);
  }
}
