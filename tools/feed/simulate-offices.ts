import type { NextAttempt } from './simulate-clients.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OPENS = 8.5 * HOUR;
const CLOSES = 17.5 * HOUR;
/** How far apart people come and go, as a standard deviation. */
const SPREAD = HOUR / 2;
/** After so many days of the same hours, checks are where they stay. */
const SETTLED = 7;

/** When a check that is overdue as the browser opens is made (`alarmAt` of the extension's schedule). */
export type OverdueAttempt = (now: number, overdueSince: number, jitter: number) => number;

/**
 * Plays readers whose browsers are open in office hours alone: what fell due overnight is asked in the morning.
 * In: how many, the extension's schedule, a source of numbers in [0, 1). Out: requests in each minute of a settled day.
 */
export function simulateOffices(
  clients: number,
  nextAttempt: NextAttempt,
  overdueAttempt: OverdueAttempt,
  random: () => number,
): Uint32Array {
  const perMinute = new Uint32Array(24 * 60);
  for (let client = 0; client < clients; client += 1) {
    const jitter = random();
    let due = random() * DAY;
    for (let day = 0; day <= SETTLED; day += 1) {
      const opens = day * DAY + OPENS + SPREAD * normal(random);
      const closes = day * DAY + CLOSES + SPREAD * normal(random);
      let at = due < opens ? overdueAttempt(opens, due, jitter) : due;
      while (at < closes) {
        const minute = Math.floor((at - SETTLED * DAY) / MINUTE);
        if (minute >= 0 && minute < perMinute.length) perMinute[minute] = (perMinute[minute] ?? 0) + 1;
        due = nextAttempt(at, { kind: 'answered' }, jitter, 0);
        at = due;
      }
    }
  }
  return perMinute;
}

/** A number of the standard normal distribution, nearly: the sum of twelve draws. */
function normal(random: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}
