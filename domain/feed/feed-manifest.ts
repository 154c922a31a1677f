import * as v from 'valibot';

/** Binds a signature to what it is for: the JWS `typ` of a feed's manifest (RFC 7515, 4.1.9). */
export const FEED_TYPE = 'ancrage-feed+jws';
export const FEED_FORMAT = 1;

/** An instant in UTC, to the second: `2026-11-25T17:00:00Z`. */
const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'is not an instant in UTC'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'is not an instant that exists'),
);

/** A registry's file, named after its own SHA-256 (lower-case hexadecimal), size in bytes. */
export const RegistryFileSchema = v.pipe(
  v.object({
    file: v.string(),
    size: v.pipe(v.number(), v.integer(), v.minValue(2)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')),
  }),
  v.check(({ file, sha256 }) => file === `registry-${sha256}.json`, 'is not named after its hash'),
);
export type RegistryFile = v.InferOutput<typeof RegistryFileSchema>;

const KeyIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,64}$/, 'is not a key id'));

/** An Ed25519 public key: its id, and its 32 bytes in base64url (RFC 8037, `x`). */
export const FeedKeySchema = v.object({
  kid: KeyIdSchema,
  x: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'is not an Ed25519 public key in base64url')),
});
export type FeedKey = v.InferOutput<typeof FeedKeySchema>;

/** The signed payload of `feed.json`. Fields that a later version adds are left aside. */
export const FeedManifestSchema = v.object({
  format: v.literal(FEED_FORMAT),
  /** Only ever grows. */
  registryVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issued: InstantSchema,
  expires: InstantSchema,
  registry: RegistryFileSchema,
  previous: v.nullable(RegistryFileSchema),
  minimumExtensionVersion: v.pipe(v.string(), v.regex(/^\d+(?:\.\d+){0,3}$/, 'is not a version')),
  keys: v.object({
    /** Trusted from now on beside those known. */
    coming: v.pipe(v.array(FeedKeySchema), v.maxLength(8)),
    revoked: v.pipe(v.array(KeyIdSchema), v.maxLength(64)),
  }),
  /** Said when fewer than half the providers remain, and that is meant. */
  fewerProviders: v.exactOptional(v.literal(true)),
});
export type FeedManifest = v.InferOutput<typeof FeedManifestSchema>;

/**
 * `feed.json`: JWS in its general JSON serialization (RFC 7515, 7.2.1). One signature a key, so that a feed can be signed
 * with the old key and the new while readers change over. The protected header is exactly `{alg: "EdDSA", kid, typ}`.
 */
export const SignedFeedSchema = v.object({
  payload: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'is not base64url')),
  signatures: v.pipe(
    v.array(
      v.object({
        protected: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'is not base64url')),
        signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/, 'is not an Ed25519 signature')),
      }),
    ),
    v.minLength(1),
    v.maxLength(4),
  ),
});
export type SignedFeed = v.InferOutput<typeof SignedFeedSchema>;
