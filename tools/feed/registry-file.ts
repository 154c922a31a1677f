import { createHash } from 'node:crypto';

import type { RegistryFile } from '../../domain/feed/feed-manifest.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { FeedError } from './feed-error.ts';

/** What a reader takes at most, in bytes. */
const REGISTRY_LIMIT = 2_000_000;

/**
 * Writes a registry as it is published: whole, in plain JSON that a person can read.
 * In: a registry. Out: the file's bytes and its entry in a manifest; equal registries give equal bytes. Throws FeedError
 * when it is larger than readers take.
 */
export function publishedRegistry(registry: Registry): { bytes: Buffer; entry: RegistryFile } {
  const bytes = Buffer.from(`${JSON.stringify(registry, null, 1)}\n`);
  if (bytes.length > REGISTRY_LIMIT) {
    throw new FeedError(`The registry would be ${bytes.length} bytes, and a reader takes ${REGISTRY_LIMIT} at most`);
  }
  return { bytes, entry: registryFile(bytes) };
}

/** In: the bytes of a registry's file. Out: its entry in a manifest: name, size in bytes, SHA-256. */
export function registryFile(bytes: Uint8Array): RegistryFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: `registry-${sha256}.json`, size: bytes.length, sha256 };
}
