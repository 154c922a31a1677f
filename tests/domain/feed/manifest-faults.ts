import {
  goodFeed,
  HELD,
  installation,
  key,
  manifest,
  NEXT,
  other,
  publish,
  registry,
  type Fault,
} from './broken-feed.ts';
import { base64url, DAY, fileOf, instant, manifestOf, NOW, signed } from './feed-publisher.ts';

const withHeader = (header: object | string) => () => {
  manifest(signed(manifestOf(NEXT, publish(NEXT)), [key], { header }));
};

/** What can be wrong with a manifest: its signature, and what it says. */
export const MANIFEST_FAULTS: Fault[] = [
  // The signature.
  ['signed by another key under our key’s id', 'bad-signature', () => publish(NEXT, {}, [{ ...other, kid: key.kid }])],
  ['an unknown key id', 'unknown-key', () => publish(NEXT, {}, [other])],
  ['no signature at all', 'not-a-feed', () => manifest(signed(manifestOf(NEXT, publish(NEXT)), []))],
  ['alg none', 'wrong-header', withHeader({ alg: 'none' })],
  ['alg HS256', 'wrong-header', withHeader({ alg: 'HS256' })],
  ['alg ES256', 'wrong-header', withHeader({ alg: 'ES256' })],
  ['alg Ed25519 by its newer name', 'wrong-header', withHeader({ alg: 'Ed25519' })],
  ['no type', 'wrong-header', withHeader({ typ: undefined })],
  ['the type of something else', 'wrong-header', withHeader({ typ: 'JWT' })],
  ['a critical extension', 'wrong-header', withHeader({ crit: ['exp'], exp: 1 })],
  ['a key in the header', 'wrong-header', withHeader({ jwk: { kty: 'OKP' } })],
  ['a header that is not JSON', 'wrong-header', withHeader('EdDSA')],
  ['two signatures by one id', 'wrong-header', () => publish(NEXT, {}, [key, { ...other, kid: key.kid }])],
  [
    'a signature of zeros',
    'bad-signature',
    () => manifest(signed(manifestOf(NEXT, publish(NEXT)), [key], { signature: base64url(Buffer.alloc(64)) })),
  ],
  [
    'the signature of another feed',
    'bad-signature',
    () => {
      const [mine, old] = [goodFeed(), signed(manifestOf(HELD, fileOf(HELD)), [key])].map(
        (text) => JSON.parse(text) as { payload: string; signatures: unknown[] },
      );
      manifest(`${JSON.stringify({ payload: mine?.payload, signatures: old?.signatures })}\n`);
    },
  ],
  ['written otherwise than it was signed', 'not-a-feed', () => manifest(goodFeed().replace('","', '", "'))],
  ['a field beside the signature', 'not-a-feed', () => manifest(goodFeed().replace('{', '{"alg":"none",'))],
  // The manifest.
  ['an older manifest, replayed', 'rolled-back', () => publish(registry(1))],
  ['the same version with other content', 'other-content', () => publish({ ...HELD, date: '2026-11-24' })],
  ['an expired manifest', 'expired', () => publish(NEXT, { expires: instant(installation.now) })],
  [
    'one issued in the future',
    'issued-in-future',
    () => publish(NEXT, { issued: instant(installation.now + DAY + 1000) }),
  ],
  [
    'one that expires before it was issued',
    'bad-manifest',
    () => publish(NEXT, { issued: instant(NOW + 40 * DAY), expires: instant(NOW + 39 * DAY) }),
  ],
  ['another format', 'other-format', () => publish(NEXT, { format: 2 as 1 })],
  ['a manifest without an expiry', 'bad-manifest', () => publish(NEXT, { expires: undefined as unknown as string })],
  ['a payload that is not JSON', 'bad-manifest', () => manifest(signed('bonjour', [key]))],
  [
    'a file of another name than its hash',
    'bad-manifest',
    () => publish(NEXT, { registry: { ...fileOf(NEXT).entry, file: '../other.json' } }),
  ],
  ['a newer extension needed', 'extension-too-old', () => publish(NEXT, { minimumExtensionVersion: '0.1.0.1' })],
  ['every key revoked', 'keys-unusable', () => publish(NEXT, { keys: { coming: [], revoked: [key.kid] } })],
  [
    'a known key id for another key',
    'keys-unusable',
    () => publish(NEXT, { keys: { coming: [{ kid: key.kid, x: other.x }], revoked: [] } }),
  ],
];
