import type { CheckEnd } from '../../domain/feed/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The schedule of the extension: when a client asks again (milliseconds; draws in [0, 1)). */
export type NextAttempt = (now: number, end: CheckEnd, jitter: number, draw: number) => number;

export interface Scenario {
  clients: number;
  /** How long is looked at, in days. */
  days: number;
  /** When a registry is published; the manifest changes with it. In milliseconds from the beginning, as all here. */
  updateAt?: number;
  /** When the manifest alone is signed again. */
  renewedAt?: number;
  /** From when until when the host answers nobody. */
  outage?: { from: number; until: number };
  /** Sizes of the bodies, in bytes. */
  manifestSize: number;
  registrySize: number;
}

/** What the host saw. */
export interface Traffic {
  /** Requests in each minute, those to a host that is down too. */
  perMinute: Uint32Array;
  /** Bytes of bodies sent. */
  bytes: number;
  answers: { unchanged: number; manifest: number; registry: number; failed: number };
  /** Milliseconds from the update until 99 % of the clients had it; absent where that did not come to pass. */
  to99?: number;
}

/** Each client sends one request, which costs no body unless the manifest changed since its last; a new registry is a second one. */
const ANSWERED: CheckEnd = { kind: 'answered' };

/**
 * Plays what a number of clients ask of a host, each by itself.
 * In: the scenario, the extension's schedule, a source of numbers in [0, 1). Out: what the host saw. Clients are always on,
 * so that their checks are spread over the whole day at the beginning, as they are after a few days.
 */
export function simulateClients(scenario: Scenario, nextAttempt: NextAttempt, random: () => number): Traffic {
  const { clients, days, updateAt = Infinity, renewedAt = Infinity, outage, manifestSize, registrySize } = scenario;
  const end = days * DAY;
  const perMinute = new Uint32Array(days * 24 * 60);
  const updatedIn = new Uint32Array(days * 24 * 60);
  const answers = { unchanged: 0, manifest: 0, registry: 0, failed: 0 };
  const failed: CheckEnd[] = Array.from({ length: 64 }, (_, failures) => ({ kind: 'failed', failures }));

  for (let client = 0; client < clients; client += 1) {
    const jitter = random();
    // Somewhere in its own day, whose length is the schedule's to say.
    let now = random() * nextAttempt(0, ANSWERED, jitter, 0);
    let seen = -1;
    let failures = 0;
    while (now < end) {
      const minute = Math.floor(now / MINUTE);
      perMinute[minute] = (perMinute[minute] ?? 0) + 1;
      if (outage !== undefined && now >= outage.from && now < outage.until) {
        failures += 1;
        answers.failed += 1;
        now = nextAttempt(now, failed[Math.min(failures, 63)] ?? ANSWERED, jitter, random());
        continue;
      }
      failures = 0;
      const isUpdate = seen < updateAt && now >= updateAt;
      if (isUpdate || (seen < renewedAt && now >= renewedAt)) answers.manifest += 1;
      else answers.unchanged += 1;
      if (isUpdate) {
        perMinute[minute] = (perMinute[minute] ?? 0) + 1;
        updatedIn[minute] = (updatedIn[minute] ?? 0) + 1;
        answers.registry += 1;
      }
      seen = now;
      now = nextAttempt(now, ANSWERED, jitter, random());
    }
  }
  const to99 = timeTo(0.99 * clients, updatedIn, updateAt);
  return {
    perMinute,
    bytes: answers.manifest * manifestSize + answers.registry * registrySize,
    answers,
    ...(to99 !== undefined && { to99 }),
  };
}

function timeTo(wanted: number, updatedIn: Uint32Array, updateAt: number): number | undefined {
  let sum = 0;
  const minute = updatedIn.findIndex((updated) => (sum += updated) >= wanted);
  return minute === -1 ? undefined : (minute + 1) * MINUTE - updateAt;
}

/**
 * In: traffic, a stretch of it in milliseconds, and how many minutes are taken together. Out: requests a second, on average
 * and in the busiest of these.
 */
export function rates(
  { perMinute }: Pick<Traffic, 'perMinute'>,
  from: number,
  until: number,
  together: number,
): { mean: number; peak: number } {
  const stretch = perMinute.subarray(from / MINUTE, until / MINUTE);
  const sum = (part: Uint32Array) => part.reduce((all, one) => all + one, 0);
  let most = 0;
  for (let at = 0; at + together <= stretch.length; at += together) {
    most = Math.max(most, sum(stretch.subarray(at, at + together)));
  }
  return { mean: sum(stretch) / stretch.length / 60, peak: most / together / 60 };
}

/**
 * How many minutes to take together so that a peak is a peak, and no chance meeting of a few. In: how many clients, one
 * request a day each. Out: 1 to 60, a divisor of 60; one minute from 720,000 clients on.
 */
export function minutesTogether(clients: number): number {
  const wanted = (500 * 24 * 60) / clients;
  return [1, 2, 5, 10, 15, 30].find((minutes) => minutes >= wanted) ?? 60;
}
