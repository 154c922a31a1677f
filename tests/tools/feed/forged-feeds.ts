import { createHmac } from 'node:crypto';

import fc from 'fast-check';

import type { SigningKey } from '../../../tools/feed/signing-key.ts';

/** What a reader receives. */
export interface ServedFeed {
  feed: Buffer;
  registry: Buffer;
}

/** What somebody who holds no key has at hand: feeds that were published, and a key of their own. */
export interface Loot {
  served: ServedFeed;
  /** An older feed, genuine. */
  older: ServedFeed;
  /** Feeds with the manifests of either, signed by a key that only calls itself the publisher's. */
  pretended: Buffer;
  key: Pick<SigningKey, 'kid' | 'x'>;
}

type Members = Record<string, unknown>;

interface Envelope {
  payload: string;
  signatures: { protected: string; signature: string }[];
}

const envelopeOf = (feed: Buffer): Envelope => JSON.parse(feed.toString('utf8')) as Envelope;
const written = (envelope: unknown): Buffer => Buffer.from(`${JSON.stringify(envelope)}\n`);
const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decoded = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');

type Change = fc.Arbitrary<(bytes: Buffer) => Buffer>;

const at = (place: number, { length }: { length: number }) => Math.min(Math.floor(place * length), length - 1);
/** Anywhere alike: left to itself, the library prefers both ends. */
const place = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000);
const byte = fc.integer({ min: 0, max: 255 });

/** Changes that know nothing of what they change. */
const BLIND: Change[] = [
  fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([where, bit]) => (bytes) => {
    const copy = Buffer.from(bytes);
    const target = at(where, copy);
    copy.writeUInt8(copy.readUInt8(target) ^ (1 << bit), target);
    return copy;
  }),
  fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 4 }).map((changes) => (bytes) => {
    const copy = Buffer.from(bytes);
    for (const [where, value] of changes) copy.writeUInt8(value, at(where, copy));
    return copy;
  }),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([where, added]) => (bytes) => {
    const target = Math.floor(where * (bytes.length + 1));
    return Buffer.concat([bytes.subarray(0, target), added, bytes.subarray(target)]);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(([where, count]) => (bytes) => {
    const target = at(where, bytes);
    return Buffer.concat([bytes.subarray(0, target), bytes.subarray(target + count)]);
  }),
  place.map((where) => (bytes) => bytes.subarray(0, at(where, bytes))),
  fc.tuple(place, place).map(([one, other]) => (bytes) => {
    const [from, to] = [at(one, bytes), at(other, bytes)].toSorted((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  }),
  fc.tuple(place, place).map(([one, other]) => (bytes) => {
    const copy = Buffer.from(bytes);
    const [first, second] = [at(one, copy), at(other, copy)];
    const kept = copy.readUInt8(first);
    copy.writeUInt8(copy.readUInt8(second), first);
    copy.writeUInt8(kept, second);
    return copy;
  }),
];

/** The same JSON in other words. */
const RESPELT: ((feed: Buffer) => Buffer)[] = [
  (feed) => Buffer.from(feed.toString().trimEnd()),
  (feed) => Buffer.concat([feed, Buffer.from('\n')]),
  (feed) => Buffer.from(feed.toString().replace('\n', '\r\n')),
  (feed) => Buffer.concat([Buffer.from('\ufeff'), feed]),
  (feed) => Buffer.from(JSON.stringify(envelopeOf(feed), null, 1)),
  (feed) => Buffer.from(feed.toString().replace('"payload"', String.raw`"p\u0061yload"`)),
  (feed) => Buffer.from(feed.toString().replace('":"', '": "')),
  (feed) =>
    Buffer.from(
      feed
        .toString()
        .replace(
          /"payload":"./,
          (start) => `${start.slice(0, -1)}\\u00${start.charCodeAt(start.length - 1).toString(16)}`,
        ),
    ),
  (feed) => Buffer.from(feed.toString(), 'utf16le'),
  (feed) => written({ signatures: envelopeOf(feed).signatures, payload: envelopeOf(feed).payload }),
  (feed) =>
    written({
      ...envelopeOf(feed),
      signatures: envelopeOf(feed).signatures.map(({ protected: header, signature }) => ({
        signature,
        protected: header,
      })),
    }),
  (feed) => written({ payload: envelopeOf(feed).payload, ...envelopeOf(feed).signatures[0] }),
  (feed) =>
    Buffer.from(
      `${envelopeOf(feed).signatures[0]?.protected}.${envelopeOf(feed).payload}.${envelopeOf(feed).signatures[0]?.signature}`,
    ),
  (feed) => written({ ...envelopeOf(feed), signatures: [] }),
  (feed) =>
    written({ ...envelopeOf(feed), signatures: [...envelopeOf(feed).signatures, ...envelopeOf(feed).signatures] }),
  (feed) => Buffer.from(feed.toString().replace('{', '{"payload":"e30",')),
  (feed) => Buffer.from(feed.toString().replace('"signatures"', '"signatures":[],"signatures"')),
  (feed) => written([envelopeOf(feed)]),
];

/** What can be told the reader in the payload, while the signature stays. */
const MANIFEST_CHANGES: fc.Arbitrary<(manifest: Members) => unknown> = fc.oneof(
  fc.integer({ min: -2, max: 40 }).map((registryVersion) => (manifest: Members) => ({ ...manifest, registryVersion })),
  fc
    .constantFrom('2027-06-01T00:00:00Z', '2099-01-01T00:00:00Z')
    .map((expires) => (manifest: Members) => ({ ...manifest, expires })),
  fc
    .constantFrom('2026-11-25T16:59:59Z', '2026-11-26T00:00:00Z')
    .map((issued) => (manifest: Members) => ({ ...manifest, issued })),
  fc
    .constantFrom('0', '99', '0.1')
    .map((minimumExtensionVersion) => (manifest: Members) => ({ ...manifest, minimumExtensionVersion })),
  fc.stringMatching(/^[0-9a-f]{64}$/).map((sha256) => (manifest: Members) => ({
    ...manifest,
    registry: { file: `registry-${sha256}.json`, size: 400, sha256 },
  })),
  fc.constant((manifest: Members) => ({ ...manifest, fewerProviders: true })),
  fc.constant((manifest: Members) => ({
    ...manifest,
    keys: { coming: [{ kid: 'mine', x: 'A'.repeat(43) }], revoked: [] },
  })),
  fc.constant((manifest: Members) => ({ ...manifest, keys: { coming: [], revoked: ['publisher'] } })),
  fc.string().map((added) => (manifest: Members) => ({ ...manifest, added })),
  fc.constant((manifest: Members) => Object.fromEntries(Object.entries(manifest).toReversed())),
  fc.jsonValue().map((anything) => () => anything),
);

/** Headers that say something else than ours, or the same otherwise. */
const HEADERS: fc.Arbitrary<(header: Members) => unknown> = fc.oneof(
  fc
    .constantFrom('none', 'None', 'HS256', 'ES256', 'RS256', 'Ed25519', 'Ed448', 'eddsa', '', null, 7)
    .map((alg) => (header: Members) => ({ ...header, alg })),
  fc
    .constantFrom('JWT', 'ancrage-feed', 'ANCRAGE-FEED+JWS', '')
    .map((typ) => (header: Members) => ({ ...header, typ })),
  fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/).map((kid) => (header: Members) => ({ ...header, kid })),
  fc
    .constantFrom<Record<string, unknown>>(
      { crit: ['b64'], b64: false },
      { crit: ['exp'] },
      { crit: [] },
      { jku: 'https://example.org' },
      { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } },
      { x5c: [] },
      { cty: 'json' },
      { '': 1 },
      { __proto__x: 1 },
    )
    .map((more) => (header: Members) => ({ ...header, ...more })),
  fc
    .constantFrom('alg', 'kid', 'typ')
    .map((name) => (header: Members) => Object.fromEntries(Object.entries(header).filter(([key]) => key !== name))),
  fc.constant((header: Members) => Object.fromEntries(Object.entries(header).toReversed())),
  fc.constantFrom(1, ' ', '\t').map((space) => (header: Members) => JSON.stringify(header, null, space)),
  fc
    .constantFrom('{"alg":"none",', '{"kid":"other",')
    .map((start) => (header: Members) => JSON.stringify(header).replace('{', start)),
  fc.jsonValue().map((anything) => () => anything),
);

/** The order of the group (RFC 8032, 5.1): a signature with it added to S would be a second one for the same text. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function littleEndian(bytes: Uint8Array): bigint {
  return Array.from(bytes).reduceRight((sum, one) => sum * 256n + BigInt(one), 0n);
}

function asLittleEndian(value: bigint): Buffer {
  return Buffer.from(Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 255n)));
}

/** Points of a small order, in their encodings: with them as R a careless verifier takes S = 0 for a signature. */
const SMALL_ORDER = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

const SIGNATURES: fc.Arbitrary<(signature: string, loot: Loot, envelope: Envelope) => string> = fc.oneof(
  fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => () => Buffer.from(bytes).toString('base64url')),
  fc
    .constantFrom(...SMALL_ORDER)
    .map((point) => () => Buffer.from(point + '00'.repeat(32), 'hex').toString('base64url')),
  fc.integer({ min: 1, max: 14 }).map((times) => (signature: string) => {
    const bytes = Buffer.from(signature, 'base64url');
    const sum = littleEndian(bytes.subarray(32)) + ORDER * BigInt(times);
    return Buffer.concat([bytes.subarray(0, 32), asLittleEndian(sum)]).toString('base64url');
  }),
  fc.constant((signature: string) => {
    const bytes = Buffer.from(signature, 'base64url');
    return Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]).toString('base64url');
  }),
  fc.constant((_: string, { older }: Loot) => envelopeOf(older.feed).signatures[0]?.signature ?? ''),
  fc.constant((_: string, { pretended }: Loot) => envelopeOf(pretended).signatures[0]?.signature ?? ''),
  // The public key taken for a shared secret.
  fc.constant((_: string, { key }: Loot, envelope: Envelope) => {
    const input = `${envelope.signatures[0]?.protected}.${envelope.payload}`;
    return createHmac('sha512', Buffer.from(key.x, 'base64url')).update(input).digest('base64url');
  }),
  // Bits beyond the last byte, padding, the other alphabet.
  fc.constantFrom(1, 2, 3).map((bits) => (signature: string) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return signature.slice(0, -1) + (letters[letters.indexOf(signature.slice(-1)) ^ bits] ?? '');
  }),
  fc.constantFrom('=', '==', '\n', ' ').map((end) => (signature: string) => signature + end),
  fc.constant(
    (signature: string) => signature.replaceAll('-', '+').replaceAll('_', '/') + (/[-_]/.test(signature) ? '' : '='),
  ),
);

/** Changes that know what a feed is. */
const KNOWING: fc.Arbitrary<(loot: Loot) => Buffer>[] = [
  fc.constantFrom(...RESPELT).map(
    (respell) =>
      ({ served }) =>
        respell(served.feed),
  ),
  MANIFEST_CHANGES.map((change) => ({ served }) => {
    const envelope = envelopeOf(served.feed);
    const manifest = JSON.parse(decoded(envelope.payload)) as Record<string, unknown>;
    return written({ ...envelope, payload: encoded(change(manifest)) });
  }),
  HEADERS.map((change) => ({ served }) => {
    const envelope = envelopeOf(served.feed);
    const signatures = envelope.signatures.map(({ protected: header, signature }) => ({
      protected: encoded(change(JSON.parse(decoded(header)) as Record<string, unknown>)),
      signature,
    }));
    return written({ ...envelope, signatures });
  }),
  SIGNATURES.map((change) => (loot) => {
    const envelope = envelopeOf(loot.served.feed);
    const signatures = envelope.signatures.map(({ protected: header, signature }) => ({
      protected: header,
      signature: change(signature, loot, envelope),
    }));
    return written({ ...envelope, signatures });
  }),
  fc.constantFrom<(loot: Loot) => Buffer>(
    ({ pretended }) => pretended,
    ({ served, older }) => written({ ...envelopeOf(served.feed), payload: envelopeOf(older.feed).payload }),
    ({ served, older }) => written({ ...envelopeOf(older.feed), payload: envelopeOf(served.feed).payload }),
    ({ served, pretended }) => written({ ...envelopeOf(pretended), payload: envelopeOf(served.feed).payload }),
  ),
];

/** Changes of the registry's file. */
const OF_THE_REGISTRY: fc.Arbitrary<(loot: Loot) => Buffer>[] = [
  fc.oneof(...BLIND).map(
    (change) =>
      ({ served }) =>
        change(served.registry),
  ),
  fc.constantFrom<(loot: Loot) => Buffer>(
    ({ older }) => older.registry,
    ({ served }) => Buffer.from(JSON.stringify(JSON.parse(served.registry.toString('utf8')))),
    ({ served }) => Buffer.from(served.registry.toString('utf8').replace('Nimbe', 'Nimbé')),
    // Of the same size.
    ({ served }) => Buffer.from(served.registry.toString('utf8').replace('Nimbe', 'Nimbi')),
    ({ served }) => Buffer.concat([served.registry, Buffer.from('\n')]),
    () => Buffer.alloc(0),
  ),
];

/** A feed that was changed on its way: by chance, or by somebody who knows what a feed is and has no key. */
export const forgery: fc.Arbitrary<(loot: Loot) => ServedFeed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.oneof(...BLIND).map((change) => ({ served }: Loot) => ({ ...served, feed: change(served.feed) })),
  },
  {
    weight: 7,
    arbitrary: fc.oneof(...KNOWING).map((change) => (loot: Loot) => ({ ...loot.served, feed: change(loot) })),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(...OF_THE_REGISTRY)
      .map((change) => (loot: Loot) => ({ ...loot.served, registry: change(loot) })),
  },
);
