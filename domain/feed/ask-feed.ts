import { download, type Transport } from './download.ts';
import { FeedFailure } from './feed-failure.ts';
import type { FeedManifest, RegistryFile } from './feed-manifest.ts';
import type { FeedState } from './feed-state.ts';
import { judgeManifest, mustHold, type Judged } from './judge-manifest.ts';
import { readReceivedRegistry, type ReceivedRegistry } from './received-registry.ts';
import { trustAfter } from './trusted-keys.ts';
import { verifySignedFeed } from './verify-feed.ts';

/** In bytes. */
const LONGEST_MANIFEST = 16_000;
const LARGEST_REGISTRY = 2_000_000;

/** What the feed says. `manifest` is null where nothing changed since the last time. */
export interface FeedAnswer {
  manifest: FeedManifest | null;
  etag: string | null;
  conditional: boolean;
  /** The keys from now on; those that signed may have announced others. */
  keys: FeedState['keys'];
  revoked: string[];
}

export interface Question extends Judged {
  url: string;
  state: FeedState;
}

/**
 * Asks the feed what there is: fetch, signature over the exact bytes, version, expiry, keys; in this order.
 * In: the question, and how requests are made. Out: the answer, verified. Throws FeedFailure.
 */
export async function askFeed(question: Question, transport: Transport): Promise<FeedAnswer> {
  const { url, state, now } = question;
  const { bytes, etag, conditional } = await readManifest(url, state, transport);
  const trusted = { keys: state.keys, revoked: state.revoked };
  if (bytes === null) {
    // "Unchanged" is no way to keep a manifest alive for ever.
    if (state.manifest === null) throw new FeedFailure('unchanged-without-copy');
    mustHold(state.manifest.expires, now);
    return { manifest: null, etag, conditional, ...trusted };
  }
  const manifest = await verifySignedFeed(bytes, trusted);
  judgeManifest(manifest, question);
  const { keys, revoked } = trustAfter(trusted, manifest);
  return { manifest, etag, conditional, keys: [...keys], revoked: [...revoked] };
}

async function readManifest(url: string, state: FeedState, transport: Transport) {
  const etag = state.conditional ? state.etag : null;
  try {
    const read = await download(url, { cap: LONGEST_MANIFEST, etag }, transport);
    return { ...read, conditional: state.conditional };
  } catch (error) {
    if (etag === null || !(error instanceof FeedFailure) || error.kind !== 'unreachable') throw error;
    // Some hosts let every origin read and none ask with a header of its own: to us that looks like no host at all.
    const read = await download(url, { cap: LONGEST_MANIFEST, etag: null }, transport);
    return { ...read, conditional: false };
  }
}

/** A registry's file, whole and genuine, and what can be read of it. */
export interface FetchedRegistry extends ReceivedRegistry {
  /** As it was signed. */
  text: string;
}

/**
 * Fetches the registry that a manifest names: size, hash, schema, version, plausibility; in this order.
 * In: the feed's address, the manifest, how many providers are in force, how requests are made. Out: the registry.
 * Throws FeedFailure.
 */
export async function fetchRegistry(
  url: string,
  manifest: FeedManifest,
  providersInForce: number,
  transport: Transport,
): Promise<FetchedRegistry> {
  const { file, size, sha256 } = manifest.registry;
  if (size > LARGEST_REGISTRY) throw new FeedFailure('too-large', `${size} bytes announced`);
  const { bytes } = await download(new URL(file, url).href, { cap: size, etag: null }, transport);
  if (bytes === null || bytes.length !== size) throw new FeedFailure('size-mismatch', `${bytes?.length} of ${size}`);
  if ((await sha256Of(bytes)) !== sha256) throw new FeedFailure('hash-mismatch');
  const received = readReceivedRegistry(bytes);
  mustBeMeant(received, manifest, providersInForce);
  return { ...received, text: new TextDecoder().decode(bytes) };
}

function mustBeMeant(
  { registry, announced }: ReceivedRegistry,
  manifest: FeedManifest,
  providersInForce: number,
): void {
  // The manifest of one version with the file of another.
  if (registry.version !== manifest.registryVersion) {
    throw new FeedFailure('other-version', `${registry.version} instead of ${manifest.registryVersion}`);
  }
  const kept = Object.keys(registry.providers).length;
  // That fewer are meant is the manifest's to say; that most cannot be read is never meant.
  const expected = Math.max(announced, manifest.fewerProviders === true ? 1 : providersInForce);
  if (kept * 2 < expected) throw new FeedFailure('too-few-providers', `${kept} of ${expected}`);
}

/** In: bytes. Out: their SHA-256 (FIPS 180-4), in lower-case hexadecimal as `RegistryFile` has it. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<RegistryFile['sha256']> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
