/** In milliseconds, as everything here. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The first wait after a failure; each further one doubles it, up to a day. */
const FIRST_RETRY = HOUR;
/** What a server may ask for is heeded between these. */
const SHORTEST_RETRY_AFTER = 15 * MINUTE;
const LONGEST_RETRY_AFTER = 2 * DAY;
/** After these, an installation that is offline looks whether it still is; nothing is sent. */
const OFFLINE_RETRY = 15 * MINUTE;
/** A fresh installation, and one whose time came while the browser was closed, ask within these: not all as offices open. */
const FIRST_CHECK = 10 * MINUTE;
const OVERDUE_CHECK = 30 * MINUTE;
/** No alarm of a browser comes sooner. */
const SOONEST = 30_000;

/** How a check ended, as far as the next one goes. */
export type CheckEnd =
  { kind: 'answered' } | { kind: 'failed'; failures: number; retryAfter: number | undefined } | { kind: 'offline' };

/**
 * When the feed is next asked.
 * In: the time in milliseconds; how the check ended (`failures`: in a row, this one included; `retryAfter`: seconds, as the
 * server asked); the installation's own jitter and a fresh draw, both in [0, 1). Out: the time of the next attempt.
 * An installation's day is 23 to 25 hours long, always the same: installations that once asked together drift apart. After a
 * failure waits double from an hour, each stretched by up to a half, so that those whom one outage stopped do not come back at once.
 */
export function nextAttempt(now: number, end: CheckEnd, jitter: number, draw: number): number {
  switch (end.kind) {
    case 'answered':
      return now + DAY - HOUR + jitter * 2 * HOUR;
    case 'offline':
      return now + OFFLINE_RETRY * (1 + draw / 2);
    case 'failed': {
      const backoff = Math.min(FIRST_RETRY * 2 ** Math.min(end.failures - 1, 10), DAY);
      const asked =
        end.retryAfter === undefined
          ? 0
          : Math.min(Math.max(end.retryAfter * 1000, SHORTEST_RETRY_AFTER), LONGEST_RETRY_AFTER);
      return now + Math.max(asked, end.retryAfter === undefined ? backoff : 0) * (1 + draw / 2);
    }
  }
}

/**
 * When the alarm has to ring.
 * In: the time, the next attempt as stored (null: there never was one), when the alarm that stands rings (null: none
 * stands), the installation's jitter. Out: the time to set it to; null where the one that stands will do, so that waking
 * up again and again never puts it off.
 */
export function alarmAt(
  now: number,
  nextAttemptAt: number | null,
  standing: number | null,
  jitter: number,
): number | null {
  const due =
    nextAttemptAt === null
      ? now + SOONEST + jitter * FIRST_CHECK
      : nextAttemptAt > now
        ? Math.max(nextAttemptAt, now + SOONEST)
        : now + SOONEST + jitter * OVERDUE_CHECK;
  // A clock that was set back leaves a next attempt that lies days ahead.
  const at = Math.min(due, now + LONGEST_RETRY_AFTER * 2);
  return standing !== null && standing >= now && standing <= at ? null : at;
}
