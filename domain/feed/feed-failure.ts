import { legible } from './hostile-text.ts';

/** Everything that can go wrong between a feed and the data in force. Each has its own sentence: `feed_error_…`. */
export const FEED_FAILURES = [
  // On the way.
  'offline',
  'unreachable',
  'timed-out',
  'redirected',
  'http-status',
  'wrong-type',
  'empty',
  'too-large',
  'cut-short',
  'unchanged-without-copy',
  // The manifest, in the order in which it is looked at.
  'not-a-feed',
  'wrong-header',
  'unknown-key',
  'revoked-key',
  'bad-signature',
  'other-format',
  'bad-manifest',
  'keys-unusable',
  'issued-in-future',
  'expired',
  'rolled-back',
  'other-content',
  'extension-too-old',
  // The registry.
  'size-mismatch',
  'hash-mismatch',
  'not-a-registry',
  'duplicate-key',
  'other-version',
  'too-few-providers',
  // Here.
  'not-stored',
] as const;
export type FeedFailureKind = (typeof FEED_FAILURES)[number];

/** Why a feed was not taken. What was in force stays. */
export class FeedFailure extends Error {
  override readonly name = 'FeedFailure';
  readonly kind: FeedFailureKind;
  /** What exactly, for those who look after a feed: a status, a field, a count. Never shown as the reason itself. */
  readonly detail: string;
  /** How long the server asked to be left alone, in seconds. */
  readonly retryAfter: number | undefined;

  constructor(kind: FeedFailureKind, detail = '', retryAfter?: number) {
    super(detail === '' ? kind : `${kind}: ${detail}`);
    this.kind = kind;
    this.detail = legible(detail, MOST_DETAIL);
    this.retryAfter = retryAfter;
  }
}

/** A feed's own words may end up in a detail: no more of them than this, in characters. */
const MOST_DETAIL = 200;
