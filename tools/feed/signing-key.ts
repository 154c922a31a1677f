import { createPrivateKey, createPublicKey } from 'node:crypto';

import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as v from 'valibot';

import { FeedKeySchema, type FeedKey } from '../../domain/feed/feed-manifest.ts';
import { FeedError } from './feed-error.ts';

/** An Ed25519 private key as a JWK (RFC 8037, section 2): `x` is public, `d` is the secret. */
const SigningKeySchema = v.object({
  kty: v.literal('OKP', 'is not "OKP"'),
  crv: v.literal('Ed25519', 'is not "Ed25519"'),
  ...FeedKeySchema.entries,
  d: v.pipe(v.string('is missing: this is a public key'), v.regex(/^[A-Za-z0-9_-]{43}$/, 'is not an Ed25519 secret')),
});
export type SigningKey = v.InferOutput<typeof SigningKeySchema>;

/**
 * Makes a new key. In: its id; the key's thumbprint (RFC 7638) unless told. Out: the private key, which holds the public
 * one. Throws FeedError when the id is not one.
 */
export async function makeSigningKey(kid?: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  // An id that begins with a hyphen reads as an option: `--revoke -x3…`.
  if (kid === undefined && thumbprint.startsWith('-')) return makeSigningKey();
  return checked({ ...jwk, kid: kid ?? thumbprint }, 'the new key');
}

/**
 * Reads private keys.
 * In: JSON text, a JWK or a list of them, and where it comes from. Out: the keys. Throws FeedError, which never repeats
 * the text, when it is anything else, or when the public half is not that of the secret.
 */
export function parseSigningKeys(text: string, origin: string): SigningKey[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError(`${origin}: is not JSON; a private key is the file that feed:keygen writes`);
  }
  return (Array.isArray(json) ? json : [json]).map((jwk) => checked(jwk, origin));
}

/** The half that anybody may have. In: a private key. Out: what goes in ANCRAGE_FEED_KEYS. */
export function publicHalf({ kid, x }: SigningKey): FeedKey {
  return { kid, x };
}

function checked(jwk: unknown, origin: string): SigningKey {
  const result = v.safeParse(SigningKeySchema, jwk);
  if (!result.success) {
    const [{ message }, field] = [result.issues[0], v.getDotPath(result.issues[0])];
    throw new FeedError(`${origin}: is not an Ed25519 private key in JWK: ${field ?? 'it'} ${message}`);
  }
  const { kty, crv, x, d } = result.output;
  const derived = createPublicKey(createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })).export({
    format: 'jwk',
  });
  if (derived.x !== x) throw new FeedError(`${origin}: its public half "x" does not belong to its secret "d"`);
  return result.output;
}
