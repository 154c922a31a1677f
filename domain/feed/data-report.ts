import * as v from 'valibot';

import { DaySchema } from '../registry/partial-date.ts';
import { FEED_FAILURES } from './feed-failure.ts';
import { StoredChangesSchema } from './registry-changes.ts';

/** Everything that the popup and the options say about the data in force and its feed. Times in milliseconds. */
export const DataReportSchema = v.strictObject({
  registry: v.strictObject({ version: v.number(), date: DaySchema }),
  origin: v.picklist(['bundled', 'received']),
  /** `unconfigured`: this build and this organisation have no feed, and nothing is wrong. */
  updates: v.picklist(['unconfigured', 'off', 'on']),
  /** The feed's host; empty where there is none. */
  host: v.string(),
  checking: v.boolean(),
  checkedAt: v.nullable(v.number()),
  nextAttemptAt: v.nullable(v.number()),
  lastError: v.nullable(v.strictObject({ kind: v.picklist(FEED_FAILURES), detail: v.string(), at: v.number() })),
  /** When the data in force should have been renewed or vouched for again, where that time has passed. */
  expiredOn: v.nullable(DaySchema),
  /** Records of the data received that this version cannot read. */
  leftOut: v.array(v.strictObject({ record: v.string(), reason: v.string() })),
  /** What the last updates changed; null where there were none. */
  changes: v.nullable(StoredChangesSchema),
});
export type DataReport = v.InferOutput<typeof DataReportSchema>;
