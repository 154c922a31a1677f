import * as v from 'valibot';

import { DaySchema } from '../registry/partial-date.ts';
import { identityOf, type FeedConfiguration } from './feed-configuration.ts';
import { FEED_FAILURES } from './feed-failure.ts';
import { FeedKeySchema } from './feed-manifest.ts';

const MillisecondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What is remembered of a feed between two lives of the worker. Small: it is read at every start. */
export const FeedStateSchema = v.strictObject({
  format: v.literal(1),
  /** Which feed: its address and the keys configured. */
  feed: v.string(),
  /** Drawn once for each installation, in [0, 1); it never leaves. */
  jitter: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  /** When the feed last answered as it should: with a manifest that holds, or with "unchanged". */
  checkedAt: v.nullable(MillisecondsSchema),
  nextAttemptAt: v.nullable(MillisecondsSchema),
  /** In a row. */
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lastError: v.nullable(
    v.strictObject({ kind: v.picklist(FEED_FAILURES), detail: v.string(), at: MillisecondsSchema }),
  ),
  etag: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  /** False once the host was found to refuse the question "changed since?" from another origin. */
  conditional: v.boolean(),
  /** The highest registry version that this feed was accepted with: there is no way back. */
  highestVersion: VersionSchema,
  /** The last manifest accepted. */
  manifest: v.nullable(
    v.strictObject({ version: VersionSchema, sha256: Sha256Schema, issued: v.string(), expires: v.string() }),
  ),
  /** The keys trusted now: those configured and those that the feed announced, without those revoked. */
  keys: v.array(FeedKeySchema),
  revoked: v.array(v.string()),
  /** The registry received that is in storage. */
  received: v.nullable(
    v.strictObject({
      version: VersionSchema,
      date: DaySchema,
      sha256: Sha256Schema,
      /** Records of it that could not be read, and why. */
      leftOut: v.array(v.strictObject({ record: v.string(), reason: v.string() })),
    }),
  ),
});
export type FeedState = v.InferOutput<typeof FeedStateSchema>;

/** In: a feed (null where none is configured) and the installation's jitter. Out: what is known of it before it is first asked. */
export function freshState(feed: FeedConfiguration | null, jitter: number): FeedState {
  return {
    format: 1,
    feed: feed === null ? '' : identityOf(feed),
    jitter,
    checkedAt: null,
    nextAttemptAt: null,
    failures: 0,
    lastError: null,
    etag: null,
    conditional: true,
    highestVersion: 0,
    manifest: null,
    keys: feed === null ? [] : [...feed.keys],
    revoked: [],
    received: null,
  };
}

const { entries } = FeedStateSchema;
const TrustSchema = v.object({
  feed: entries.feed,
  highestVersion: entries.highestVersion,
  revoked: entries.revoked,
  keys: v.pipe(v.array(FeedKeySchema), v.minLength(1)),
});

/**
 * What of a state is still held to where the rest cannot be read, as after a version of Ancrage that wrote it otherwise:
 * no version goes back and no key taken back comes again for that.
 * In: what storage holds as the state, and which feed it has to be of. Out: that part; nothing where it cannot be read either.
 */
export function trustIn(
  raw: unknown,
  identity: string,
): Partial<Pick<FeedState, 'highestVersion' | 'keys' | 'revoked'>> {
  const trust = v.safeParse(TrustSchema, raw);
  if (!trust.success || trust.output.feed !== identity) return {};
  const { highestVersion, keys, revoked } = trust.output;
  return { highestVersion, keys, revoked };
}
