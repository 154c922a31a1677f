import * as v from 'valibot';

import { FeedKeySchema, type FeedKey } from '../../domain/feed/feed-manifest.ts';
import { FeedError } from './feed-error.ts';

/** The variable from which a build of the extension takes the keys that it trusts. */
export const KEYS_VARIABLE = 'ANCRAGE_FEED_KEYS';

/**
 * Reads public keys.
 * In: JSON text, one `{kid, x}` or a list of them, and where it comes from. Out: the keys. Throws FeedError when it is
 * anything else.
 */
export function parsePublicKeys(text: string, origin: string): FeedKey[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError(`${origin}: is not JSON; public keys look like [{"kid":"…","x":"…"}]`);
  }
  const keys = v.safeParse(v.array(FeedKeySchema), Array.isArray(json) ? json : [json]);
  if (keys.success) return keys.output;
  const [issue] = keys.issues;
  throw new FeedError(`${origin}: is not a list of public keys: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`);
}
