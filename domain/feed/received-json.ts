import { FeedFailure, type FeedFailureKind } from './feed-failure.ts';

/**
 * Reads bytes that came from outside as JSON: UTF-8 without any byte that is not, and without a byte order mark (RFC 8259, 8.1).
 * In: the bytes, and what a failure is called. Out: the text and what it says. Throws FeedFailure.
 */
export function readReceivedJson(bytes: Uint8Array, kind: FeedFailureKind): { text: string; json: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    throw new FeedFailure(kind, 'is not JSON');
  }
}
