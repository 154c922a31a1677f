import { describe, expect, it } from 'vitest';

import { nextAttempt } from '../../../domain/feed/schedule.ts';
import { minutesTogether, rates, simulateClients, type NextAttempt } from '../../../tools/feed/simulate-clients.ts';
import { simulateOffices } from '../../../tools/feed/simulate-offices.ts';
import { figuresOf, reportTraffic, seededRandom } from '../../../tools/feed/traffic-report.ts';

const HOUR = 3_600_000;
const SIZES = { manifestSize: 1000, registrySize: 1_000_000 };
/** A day of exactly 24 hours, and an hour after a failure. */
const plain: NextAttempt = (now, end) => now + (end.kind === 'answered' ? 24 : 1) * HOUR;

describe('what clients ask of a host', () => {
  it('is one request a day each, and nothing of a body, while nothing is published', () => {
    const { answers, bytes, to99 } = simulateClients({ clients: 1000, days: 2, ...SIZES }, plain, seededRandom(1));
    expect(answers).toEqual({ unchanged: 2000, manifest: 0, registry: 0, failed: 0 });
    expect(bytes).toBe(0);
    expect(to99).toBe(undefined);
  });

  it('is the manifest once where the signature alone was renewed', () => {
    const scenario = { clients: 1000, days: 2, renewedAt: 12 * HOUR, ...SIZES };
    const { answers, bytes } = simulateClients(scenario, plain, seededRandom(1));
    expect(answers).toEqual({ unchanged: 1000, manifest: 1000, registry: 0, failed: 0 });
    expect(bytes).toBe(1000 * SIZES.manifestSize);
  });

  it('is manifest and registry once each after an update, within a day', () => {
    const scenario = { clients: 1000, days: 3, updateAt: 12 * HOUR, ...SIZES };
    const { answers, bytes, to99, perMinute } = simulateClients(scenario, plain, seededRandom(1));
    expect(answers).toEqual({ unchanged: 2000, manifest: 1000, registry: 1000, failed: 0 });
    expect(bytes).toBe(1000 * (SIZES.manifestSize + SIZES.registrySize));
    expect(perMinute.reduce((sum, one) => sum + one, 0)).toBe(4000);
    expect(to99! / HOUR).toBeGreaterThan(23);
    expect(to99! / HOUR).toBeLessThanOrEqual(24);
  });

  it('counts what is asked in vain, and loses nobody', () => {
    const outage = { from: 12 * HOUR, until: 18 * HOUR };
    const scenario = { clients: 1000, days: 3, updateAt: 12 * HOUR, outage, ...SIZES };
    const { answers } = simulateClients(scenario, plain, seededRandom(1));
    expect(answers.failed).toBeGreaterThan(250);
    expect(answers.registry).toBe(1000);
  });

  it('is asked while browsers are open, where they are open in office hours alone', () => {
    const perMinute = simulateOffices(1000, plain, (now) => now, seededRandom(1));
    const total = (from: number, until: number) =>
      perMinute.subarray(from * 60, until * 60).reduce((sum, one) => sum + one, 0);
    expect(total(0, 24)).toBeGreaterThan(950);
    expect(total(6, 20)).toBe(total(0, 24));
    // What fell due overnight, and what drifted into the morning since.
    expect(total(6, 11)).toBeGreaterThan(600);
  });

  it('is averaged over what it is taken from, and its peak over enough to mean something', () => {
    const perMinute = new Uint32Array(24 * 60);
    perMinute.set([60, 120, 0, 60], 0);
    const traffic = { perMinute, bytes: 0, answers: { unchanged: 0, manifest: 0, registry: 0, failed: 0 } };
    expect(rates(traffic, 0, 4 * 60_000, 1)).toEqual({ mean: 1, peak: 2 });
    expect(rates(traffic, 0, 4 * 60_000, 2)).toEqual({ mean: 1, peak: 1.5 });
    expect([1_000_000, 300_000, 10_000, 1].map(minutesTogether)).toEqual([1, 5, 60, 60]);
  });
});

describe('the schedule of the extension', () => {
  it.each([1, 2, 3])('keeps the host from peaks, also after six hours of outage (seed %i)', (seed) => {
    const report = reportTraffic(
      { clients: 200_000, ...SIZES },
      { nextAttempt, overdueAttempt: (now) => now },
      seededRandom(seed),
    );
    const figures = figuresOf(report);
    expect(figures.unchangedDayBytesPerClient).toBeLessThanOrEqual(1000);
    expect(figures.peakToMean).toBeLessThanOrEqual(3);
    expect(figures.peakToMeanAfterOutage).toBeLessThanOrEqual(3);
    expect(figures.hoursTo99Percent).toBeLessThanOrEqual(25);
    expect(report.outage.hoursTo99).toBeLessThanOrEqual(30);
  });

  it('waits longer after each failure, between two bounds, and a day at most', () => {
    const hours = (failures: number, draw: number) => nextAttempt(0, { kind: 'failed', failures }, 0, draw) / HOUR;
    expect([1, 2, 3, 4, 5, 50].map((failures) => [hours(failures, 0), hours(failures, 1)])).toEqual([
      [1, 9],
      [2, 18],
      [4, 24],
      [8, 24],
      [12, 24],
      [12, 24],
    ]);
  });
});
