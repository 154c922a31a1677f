import { minutesTogether, rates, simulateClients, type NextAttempt } from './simulate-clients.ts';
import { simulateOffices, type OverdueAttempt } from './simulate-offices.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = 12 * HOUR;
const OUTAGE = 6 * HOUR;

/** What is asked of a host, and what each client takes. Rates are requests a second. */
export interface TrafficReport {
  /** Peaks are those of the busiest of so many minutes. */
  minutes: number;
  quiet: { mean: number; peak: number; bytesPerClient: number };
  update: { mean: number; peak: number; bytesPerClient: number; hoursTo99: number };
  offices: { mean: number; peak: number };
  outage: { peakDuring: number; peakAfter: number; hoursTo99: number; failed: number };
}

/** What `--json` prints: the two bars, and what they are measured against. */
export interface TrafficFigures {
  unchangedDayBytesPerClient: number;
  peakToMean: number;
  peakToMeanAfterOutage: number;
  hoursTo99Percent: number;
}

/**
 * Models three stretches of time: a week in which only the signature is renewed, once; a day with an update at noon; the same
 * day with the host down for six hours from noon, so that all who come back have the update to fetch. And a day without news
 * of browsers that are open in office hours alone.
 * In: how many clients, the sizes of the bodies in bytes, the extension's schedule, a source of numbers in [0, 1). Out: the report.
 */
export function reportTraffic(
  given: { clients: number; manifestSize: number; registrySize: number },
  { nextAttempt, overdueAttempt }: { nextAttempt: NextAttempt; overdueAttempt: OverdueAttempt },
  random: () => number,
): TrafficReport {
  const week = simulateClients({ ...given, days: 7, renewedAt: NOON }, nextAttempt, random);
  const plain = simulateClients({ ...given, days: 3, updateAt: NOON }, nextAttempt, random);
  const minutes = minutesTogether(given.clients);
  const outage = { from: NOON, until: NOON + OUTAGE };
  const down = simulateClients({ ...given, days: 3, updateAt: NOON, outage }, nextAttempt, random);
  const offices = simulateOffices(given.clients, nextAttempt, overdueAttempt, random);
  return {
    minutes,
    offices: rates({ perMinute: offices }, 0, DAY, minutes),
    quiet: { ...rates(week, 0, 7 * DAY, minutes), bytesPerClient: week.bytes / given.clients / 7 },
    update: {
      ...rates(plain, 0, DAY, minutes),
      bytesPerClient: plain.bytes / given.clients,
      hoursTo99: hours(plain.to99),
    },
    outage: {
      peakDuring: rates(down, outage.from, outage.until, minutes).peak,
      peakAfter: rates(down, outage.until, outage.until + DAY, minutes).peak,
      hoursTo99: hours(down.to99),
      failed: down.answers.failed,
    },
  };
}

/** In: a report. Out: its figures, to two decimals. The mean is that of the day with the update, without the outage. */
export function figuresOf({ quiet, update, outage }: TrafficReport): TrafficFigures {
  return {
    unchangedDayBytesPerClient: rounded(quiet.bytesPerClient),
    peakToMean: rounded(Math.max(update.peak / update.mean, quiet.peak / quiet.mean)),
    peakToMeanAfterOutage: rounded(outage.peakAfter / update.mean),
    hoursTo99Percent: rounded(update.hoursTo99),
  };
}

/**
 * Numbers that look drawn, and are the same for the same seed (mulberry32). In: a whole number. Out: a source of numbers in [0, 1).
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hours(milliseconds: number | undefined): number {
  return milliseconds === undefined ? Infinity : milliseconds / HOUR;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
