/** In milliseconds, as everything here. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Between these lies the first wait after a failure; each further one doubles both, up to half a day and a day. A range this
 * wide, because all whom a long outage stopped come back on top of those whose time it is: `feed:simulate` shows by how much.
 */
const FIRST_RETRY = { from: HOUR, until: 9 * HOUR };
/** What a server may ask for is heeded between these. */
const SHORTEST_RETRY_AFTER = 15 * MINUTE;
const LONGEST_RETRY_AFTER = 2 * DAY;
/** After this an installation that is offline looks whether it still is; nothing is sent. */
const OFFLINE_RETRY = 15 * MINUTE;
/** No wait is longer: a next attempt beyond it was set by a clock that was wrong. */
const LONGEST_WAIT = LONGEST_RETRY_AFTER * 1.5;
/** A fresh installation, and one whose time came while the browser was closed, ask within these: not all as offices open. */
const FIRST_CHECK = 10 * MINUTE;
const OVERDUE_CHECK = 30 * MINUTE;
/** No alarm of a browser comes sooner. */
const SOONEST = 30_000;

/** How a check ended, as far as the next one goes. */
export type CheckEnd =
  /** `failures`: in a row, this one included. `retryAfter`: seconds, as the server asked. */
  { kind: 'answered' } | { kind: 'failed'; failures: number; retryAfter?: number | undefined } | { kind: 'offline' };

/**
 * When the feed is next asked.
 * In: the time in milliseconds; how the check ended; the installation's own jitter and a fresh draw, both in [0, 1). Out:
 * the time of the next attempt. An installation's day is 23 to 25 hours long, always the same: those that once asked
 * together drift apart. After a failure it waits one to nine hours, then up to twice as long each time, so that those whom
 * one outage stopped do not come back at once; where the server says how long, so long and up to a half more.
 */
export function nextAttempt(now: number, end: CheckEnd, jitter: number, draw: number): number {
  return now + Math.round(waitAfter(end, jitter, draw));
}

function waitAfter(end: CheckEnd, jitter: number, draw: number): number {
  switch (end.kind) {
    case 'answered':
      return DAY - HOUR + jitter * 2 * HOUR;
    case 'offline':
      return OFFLINE_RETRY * (1 + draw / 2);
    case 'failed':
      return end.retryAfter === undefined ? backoff(end.failures, draw) : heeded(end.retryAfter) * (1 + draw / 2);
  }
}

function backoff(failures: number, draw: number): number {
  const doubled = 2 ** Math.min(failures - 1, 10);
  const from = Math.min(FIRST_RETRY.from * doubled, DAY / 2);
  const until = Math.min(FIRST_RETRY.until * doubled, DAY);
  return from + draw * (until - from);
}

function heeded(seconds: number): number {
  return Math.min(Math.max(seconds * 1000, SHORTEST_RETRY_AFTER), LONGEST_RETRY_AFTER);
}

/** In: the time and the next attempt as stored (null: there never was one). Out: whether it has come. */
export function isDue(now: number, nextAttemptAt: number | null): boolean {
  return nextAttemptAt === null || now >= nextAttemptAt || nextAttemptAt - now > LONGEST_WAIT;
}

/**
 * When the alarm has to ring.
 * In: the time, the next attempt as stored, when the alarm that stands rings (null: none stands), the installation's
 * jitter. Out: the time to set it to; null where the one that stands will do, so that waking up never puts it off.
 */
export function alarmAt(
  now: number,
  nextAttemptAt: number | null,
  standing: number | null,
  jitter: number,
): number | null {
  const at =
    nextAttemptAt !== null && !isDue(now, nextAttemptAt)
      ? Math.max(nextAttemptAt, now + SOONEST)
      : now + SOONEST + Math.round(jitter * (nextAttemptAt === null ? FIRST_CHECK : OVERDUE_CHECK));
  return standing !== null && standing >= now && standing <= at ? null : at;
}

/**
 * Reads a `Retry-After` (RFC 9110, 10.2.3).
 * In: the header's value, and the time in milliseconds. Out: seconds from then; undefined where it says neither seconds nor a date.
 */
export function retryAfterIn(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // An HTTP date ends so; `Date.parse` alone takes nearly anything for one.
  const at = value.endsWith(' GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}
