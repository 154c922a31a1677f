import { VALIDITY } from '../../domain/feed/validity.ts';
import { FeedError } from './feed-error.ts';

const DAY = 86_400_000;

/** In: milliseconds since 1970. Out: the instant as a manifest writes it, UTC to the second: `2026-11-25T17:00:00Z`. */
export function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Reads until when a feed is to hold.
 * In: a number of days (`45`, and so unless told), a day (`2027-01-31`, its end) or an instant (`2027-01-31T12:00:00Z`), and
 * the moment it is issued, in milliseconds. Out: the instant. Throws FeedError on anything else, and on what has passed already.
 */
export function parseExpiry(given: string | undefined, issued: number): string {
  const text = given ?? String(VALIDITY);
  const at = /^\d{1,4}$/.test(text) ? issued + Number(text) * DAY : Date.parse(endOfDay(text));
  if (!/^\d{1,4}$|^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(text) || Number.isNaN(at)) {
    throw new FeedError(
      `"${text}" is no expiry: give a number of days, a day (2027-01-31) or an instant (2027-01-31T12:00:00Z)`,
    );
  }
  if (at <= issued) throw new FeedError(`"${text}": the feed would have expired when it is signed`);
  return instant(at);
}

function endOfDay(text: string): string {
  return text.length === 10 ? `${text}T23:59:59Z` : text;
}
