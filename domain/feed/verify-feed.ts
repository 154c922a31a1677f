import { base64url, flattenedVerify, importJWK } from 'jose';
import * as v from 'valibot';

import { FeedFailure } from './feed-failure.ts';
import {
  FEED_FORMAT,
  FEED_TYPE,
  FeedManifestSchema,
  SignedFeedSchema,
  type FeedManifest,
  type SignedFeed,
} from './feed-manifest.ts';
import { readReceivedJson } from './received-json.ts';
import type { TrustedKeys } from './trusted-keys.ts';

/** The one algorithm there is: whoever may choose another has chosen none (RFC 8725, 3.1). */
const ALGORITHM = 'EdDSA';
/** Exactly these three: `crit`, `jwk` and whatever else could change the meaning of a signature is refused unread. */
const HeaderSchema = v.strictObject({
  alg: v.literal(ALGORITHM),
  kid: v.string(),
  typ: v.literal(FEED_TYPE),
});

/**
 * Verifies a feed's manifest: a JWS in general JSON serialization, Ed25519 (RFC 7515, RFC 8037).
 * Every signature must have our header, one at least must be by a key trusted and not revoked, and none by such a key may
 * be wrong; one by a key that is not known here stands for readers who changed over already.
 * In: the bytes of `feed.json` and the keys trusted. Out: the manifest signed. Throws FeedFailure; looks at no clock.
 */
export async function verifySignedFeed(bytes: Uint8Array, trusted: TrustedKeys): Promise<FeedManifest> {
  const feed = readEnvelope(bytes);
  const headers = feed.signatures.map(({ protected: header }) => readHeader(header));
  for (const { signature } of feed.signatures) decoded(signature);
  if (new Set(headers.map(({ kid }) => kid)).size < headers.length) throw new FeedFailure('wrong-header', 'kid twice');

  let payload: Uint8Array | undefined;
  for (const [place, signature] of feed.signatures.entries()) {
    const key = trusted.keys.find(({ kid }) => kid === headers[place]?.kid);
    if (key === undefined || trusted.revoked.includes(key.kid)) continue;
    payload = await verifySignature({ payload: feed.payload, ...signature }, key.x);
  }
  if (payload === undefined) {
    const kids = headers.map(({ kid }) => kid);
    const revoked = kids.find((kid) => trusted.revoked.includes(kid));
    throw revoked === undefined
      ? new FeedFailure('unknown-key', kids.join(', '))
      : new FeedFailure('revoked-key', revoked);
  }
  return readManifest(payload);
}

/**
 * A feed has one spelling only: what our schema finds in it, written out again, is the same bytes. So nobody on the way can
 * change anything at all, not even what the signature does not cover.
 */
function readEnvelope(bytes: Uint8Array): SignedFeed {
  const { text, json } = readReceivedJson(bytes, 'not-a-feed');
  const feed = v.safeParse(SignedFeedSchema, json);
  if (!feed.success) throw new FeedFailure('not-a-feed', firstIssue(feed.issues));
  if (`${JSON.stringify(feed.output)}\n` !== text)
    throw new FeedFailure('not-a-feed', 'is not written as it was signed');
  return feed.output;
}

function readHeader(encoded: string): v.InferOutput<typeof HeaderSchema> {
  const { json } = readReceivedJson(decoded(encoded), 'wrong-header');
  const header = v.safeParse(HeaderSchema, json);
  if (!header.success) throw new FeedFailure('wrong-header', firstIssue(header.issues));
  return header.output;
}

async function verifySignature(
  { payload, protected: header, signature }: { payload: string; protected: string; signature: string },
  x: string,
): Promise<Uint8Array> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, ALGORITHM);
    return (await flattenedVerify({ payload, protected: header, signature }, key, { algorithms: [ALGORITHM] })).payload;
  } catch {
    // The library has an error for each way to be wrong; to a reader of the feed they are one.
    throw new FeedFailure('bad-signature');
  }
}

function readManifest(payload: Uint8Array): FeedManifest {
  const { json } = readReceivedJson(payload, 'bad-manifest');
  const format = v.safeParse(v.object({ format: v.number() }), json);
  if (format.success && format.output.format !== FEED_FORMAT) {
    throw new FeedFailure('other-format', String(format.output.format));
  }
  const manifest = v.safeParse(FeedManifestSchema, json);
  if (!manifest.success) throw new FeedFailure('bad-manifest', firstIssue(manifest.issues));
  return manifest.output;
}

/** Decodes base64url that is written in its one way: the bits that fill the last letter up are zero (RFC 4648, 3.5). */
function decoded(text: string): Uint8Array {
  try {
    const bytes = base64url.decode(text);
    if (base64url.encode(bytes) === text) return bytes;
  } catch {
    // Said below.
  }
  throw new FeedFailure('not-a-feed', 'is not base64url');
}

function firstIssue([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim();
}
