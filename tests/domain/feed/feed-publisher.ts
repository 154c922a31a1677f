import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

import { FEED_TYPE, type FeedKey, type FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import type { Registry } from '../../../domain/registry/registry.ts';

/** The day on which these feeds are read. */
export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A key of a publisher's, both halves. Signed with Node's own cryptography: the code under test has another. */
export interface TestKey extends FeedKey {
  secret: KeyObject;
}

export function newKey(kid: string): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { kid, x, secret: privateKey };
}

export const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
export const base64url = (content: string | Buffer): string => Buffer.from(content).toString('base64url');

/** A registry's file, as it is published. */
export interface PublishedFile {
  path: string;
  bytes: Buffer;
  entry: FeedManifest['registry'];
}

export function fileOf(content: unknown): PublishedFile {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = `registry-${sha256}.json`;
  return { path: `/${file}`, bytes, entry: { file, size: bytes.length, sha256 } };
}

export function manifestOf(registry: Registry, file: PublishedFile, changes: Partial<FeedManifest> = {}): FeedManifest {
  return {
    format: 1,
    registryVersion: registry.version,
    issued: instant(NOW - HOUR),
    expires: instant(NOW + 30 * DAY),
    registry: file.entry,
    previous: null,
    minimumExtensionVersion: '0.1.0',
    keys: { coming: [], revoked: [] },
    ...changes,
  };
}

interface SigningOptions {
  header?: object | string;
  signature?: string;
}

/** In: a payload (a manifest, or anything) and keys. Out: `feed.json`, as text. */
export function signed(payload: unknown, keys: readonly TestKey[], { header, signature }: SigningOptions = {}): string {
  const encoded = base64url(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const signatures = keys.map(({ kid, secret }) => {
    const protectedHeader = base64url(
      typeof header === 'string' ? header : JSON.stringify({ alg: 'EdDSA', kid, typ: FEED_TYPE, ...header }),
    );
    const input = Buffer.from(`${protectedHeader}.${encoded}`);
    return { protected: protectedHeader, signature: signature ?? base64url(sign(null, input, secret)) };
  });
  return `${JSON.stringify({ payload: encoded, signatures })}\n`;
}
