import { FeedFailure } from './feed-failure.ts';
import { retryAfterIn } from './schedule.ts';

/** How requests are made. */
export interface Transport {
  fetch: (address: string, options: RequestInit) => Promise<Response>;
  /** A signal that gives a request up when it takes too long. */
  deadline: () => AbortSignal;
  /** The time in milliseconds, for a `Retry-After` that is a date. */
  now: () => number;
}

interface Wanted {
  /** Most bytes that are read, decompressed. */
  cap: number;
  /** Sent as `If-None-Match` where there is one. */
  etag: string | null;
}

interface Downloaded {
  /** Null where the server says that nothing changed. */
  bytes: Uint8Array<ArrayBuffer> | null;
  etag: string | null;
}

/** Types under which static hosts hand out JSON. A web page is none: it is what a portal of a network or an error shows. */
const TYPES = /^(?:application\/(?:[\w.-]+\+)?json|text\/json|text\/plain|application\/octet-stream)(?:\s*;|$)/i;
const LONGEST_ETAG = 200;

/**
 * Reads a file of the feed: a plain GET that tells nothing of who asks.
 * In: its address, what is wanted, how requests are made. Out: its bytes. Throws FeedFailure.
 */
export async function download(address: string, { cap, etag }: Wanted, transport: Transport): Promise<Downloaded> {
  const signal = transport.deadline();
  const response = await ask(address, etag, signal, transport);
  const { status, headers, body } = response;
  // A redirect is not followed: the address is the one that the build or the organisation named, and no other.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) {
    throw await refused(response, new FeedFailure('redirected', status === 0 ? '' : String(status)));
  }
  if (status === 304) {
    if (etag === null) throw new FeedFailure('unchanged-without-copy');
    return { bytes: null, etag };
  }
  if (status !== 200) {
    const retryAfter = retryAfterIn(headers.get('retry-after'), transport.now());
    throw await refused(response, new FeedFailure('http-status', String(status), retryAfter));
  }
  const type = headers.get('content-type');
  if (type !== null && !TYPES.test(type)) throw await refused(response, new FeedFailure('wrong-type', type));
  const bytes = await readCapped(body, cap, signal);
  if (bytes.length === 0) throw new FeedFailure('empty');
  const given = headers.get('etag');
  return { bytes, etag: given !== null && given.length <= LONGEST_ETAG ? given : null };
}

async function ask(address: string, etag: string | null, signal: AbortSignal, transport: Transport): Promise<Response> {
  try {
    return await transport.fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      // Without an entity tag of our own the browser's cache asks whether anything changed.
      cache: etag === null ? 'no-cache' : 'no-store',
      headers: etag === null ? {} : { 'If-None-Match': etag },
      signal,
    });
  } catch {
    throw new FeedFailure(signal.aborted ? 'timed-out' : 'unreachable');
  }
}

/** Lets go of a body that nobody reads. */
async function refused(response: Response, failure: FeedFailure): Promise<FeedFailure> {
  await response.body?.cancel().catch(() => undefined);
  return failure;
}

/**
 * Reads a stream, and no more of it than allowed: a server may send without end, or a few kilobytes that unpack into many.
 * It is hashed once it is there, not on the way: WebCrypto hashes whole buffers only, and what is held is capped.
 */
async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  cap: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      length += next.value.length;
      if (length > cap) break;
      chunks.push(next.value);
    }
  } catch {
    throw new FeedFailure(signal.aborted ? 'timed-out' : 'cut-short');
  }
  if (length > cap) {
    await reader?.cancel().catch(() => undefined);
    throw new FeedFailure('too-large', `more than ${cap} bytes`);
  }
  const bytes = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return bytes;
}
