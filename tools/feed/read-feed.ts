import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { askFeed, fetchRegistry, type FetchedRegistry } from '../../domain/feed/ask-feed.ts';
import type { Transport } from '../../domain/feed/download.ts';
import type { FeedKey, FeedManifest } from '../../domain/feed/feed-manifest.ts';
import { freshState } from '../../domain/feed/feed-state.ts';
import { mustBeMadeFor } from '../../domain/feed/judge-manifest.ts';
import { FeedError } from './feed-error.ts';
import { NAMES } from './folder.ts';

/** How long a file may take, in milliseconds; as in the extension. */
const TIMEOUT = 20_000;

export interface Reading {
  /** A folder, or the address of its `feed.json`. */
  from: string;
  /** The public keys to trust. */
  keys: readonly FeedKey[];
  extensionVersion: string;
  /** Milliseconds. */
  now: number;
}

/**
 * Reads a feed as an extension does that has never seen it: the same code, on files or over the network.
 * In: where it is, the keys trusted, the time. Out: the manifest and the registry. Throws FeedFailure where an extension would not take it.
 */
export async function readFeed({ from, keys, extensionVersion, now }: Reading): Promise<{
  manifest: FeedManifest;
  fetched: FetchedRegistry;
}> {
  const isAddress = /^https?:\/\//.test(from);
  const url = isAddress ? from : pathToFileURL(join(from, NAMES.feed)).href;
  const transport: Transport = {
    fetch: isAddress ? fetch : fetchFile,
    deadline: () => AbortSignal.timeout(TIMEOUT),
    now: () => now,
  };
  const question = { url, state: freshState({ url, keys }, 0), now };
  const { manifest } = await askFeed(question, transport);
  if (manifest === null) throw new FeedError(`${from}: answered "unchanged" to a first question`);
  mustBeMadeFor(manifest, extensionVersion);
  return { manifest, fetched: await fetchRegistry(url, manifest, 0, transport) };
}

async function fetchFile(address: string): Promise<Response> {
  const bytes = await readFile(new URL(address)).catch(() => undefined);
  return bytes === undefined
    ? new Response(null, { status: 404 })
    : new Response(bytes, { headers: { 'content-type': 'application/json' } });
}
