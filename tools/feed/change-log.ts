import * as v from 'valibot';

import { LocalizedTextSchema } from '../../domain/registry/text.ts';

/** How many editions the log remembers. */
const MOST_EDITIONS = 60;

/** One fact that is no longer what it was, as people read it. `before` is absent on what is new. */
const LoggedChangeSchema = v.object({
  provider: v.string(),
  name: v.string(),
  offering: v.exactOptional(v.string()),
  fact: LocalizedTextSchema,
  before: v.exactOptional(LocalizedTextSchema),
  after: v.exactOptional(LocalizedTextSchema),
});
export type LoggedChange = v.InferOutput<typeof LoggedChangeSchema>;

const EditionSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Day of the registry. */
  date: v.string(),
  /** Instant at which it was built. */
  built: v.string(),
  providers: v.number(),
  /** Null where there is none to compare with. */
  changes: v.nullable(v.array(LoggedChangeSchema)),
});
export type LoggedEdition = v.InferOutput<typeof EditionSchema>;

/** `changes.json`: what each edition changed, newest first. `id` names the feed for good (RFC 4287, 4.2.6). */
export const ChangeLogSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^urn:uuid:[0-9a-f-]{36}$/, 'is not a urn:uuid')),
  editions: v.pipe(v.array(EditionSchema), v.minLength(1, 'has no edition')),
});
export type ChangeLog = v.InferOutput<typeof ChangeLogSchema>;

/** In: a log and a newer edition. Out: the log with that edition first; the oldest beyond sixty are left out. */
export function withEdition(log: ChangeLog, edition: LoggedEdition): ChangeLog {
  const others = log.editions.filter(({ version }) => version !== edition.version);
  return { ...log, editions: [edition, ...others].slice(0, MOST_EDITIONS) };
}
