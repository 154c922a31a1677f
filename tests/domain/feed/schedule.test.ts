import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { alarmAt, isDue, nextAttempt, retryAfterIn, type CheckEnd } from '../../../domain/feed/schedule.ts';
import { DAY, HOUR, NOW } from './feed-publisher.ts';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const end: fc.Arbitrary<CheckEnd> = fc.oneof(
  fc.constant({ kind: 'answered' } as const),
  fc.constant({ kind: 'offline' } as const),
  fc.record({
    kind: fc.constant('failed' as const),
    failures: fc.integer({ min: 1, max: 1e6 }),
    retryAfter: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: undefined }),
  }),
);

describe('the next attempt', () => {
  it.each<[string, CheckEnd, number, number, number]>([
    ['after an answer, the earliest installation', { kind: 'answered' }, 0, 0.5, 23 * HOUR],
    ['after an answer, one in the middle', { kind: 'answered' }, 0.5, 0, 24 * HOUR],
    ['offline', { kind: 'offline' }, 0.5, 0, HOUR / 4],
    ['the first failure', { kind: 'failed', failures: 1 }, 0.5, 0, HOUR],
    ['the first failure, by another draw', { kind: 'failed', failures: 1 }, 0.5, 0.5, 5 * HOUR],
    ['the third', { kind: 'failed', failures: 3 }, 0.5, 0, 4 * HOUR],
    ['the hundredth', { kind: 'failed', failures: 100 }, 0.5, 0, DAY / 2],
    ['the hundredth, by another draw', { kind: 'failed', failures: 100 }, 0.5, 0.5, 0.75 * DAY],
    ['as the server asked', { kind: 'failed', failures: 1, retryAfter: 7200 }, 0.5, 0, 2 * HOUR],
  ])('comes when it should: %s', (_what, how, jitter, draw, wait) => {
    expect(nextAttempt(NOW, how, jitter, draw) - NOW).toBe(wait);
  });

  it('lies ahead, and never further than three days, whatever happened', () => {
    fc.assert(
      fc.property(end, share, share, (how, jitter, draw) => {
        const at = nextAttempt(NOW, how, jitter, draw);
        // In whole milliseconds, as it is stored.
        expect(Number.isSafeInteger(at)).toBe(true);
        expect(at).toBeGreaterThanOrEqual(NOW + HOUR / 4);
        expect(at).toBeLessThanOrEqual(NOW + 3 * DAY);
        expect(isDue(NOW, at)).toBe(false);
        expect(isDue(at, at)).toBe(true);
      }),
    );
  });

  it('is the same day after day for one installation, and another for others', () => {
    const waits = [0.1, 0.1, 0.7].map((jitter) => nextAttempt(NOW, { kind: 'answered' }, jitter, Math.random()) - NOW);
    expect(waits[0]).toBe(waits[1]);
    expect(waits[0]).not.toBe(waits[2]);
  });
});

describe('the alarm', () => {
  it('is set to the next attempt, at least half a minute ahead', () => {
    expect(alarmAt(NOW, NOW + HOUR, null, 0)).toBe(NOW + HOUR);
    expect(alarmAt(NOW, NOW + 1, null, 0)).toBe(NOW + 30_000);
  });

  it('is never put off by waking up again and again', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: NOW - DAY, max: NOW + DAY }), { nil: null }),
        share,
        fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 50 }),
        (next, jitter, steps) => {
          let now = NOW;
          let standing = alarmAt(now, next, null, jitter);
          const first = standing ?? 0;
          for (const step of steps) {
            now = Math.min(now + step, first);
            standing = alarmAt(now, next, standing, jitter) ?? standing;
            expect(standing).toBeLessThanOrEqual(first);
          }
        },
      ),
    );
  });

  it('that stands too late is set again', () => {
    expect(alarmAt(NOW, NOW + HOUR, NOW + DAY, 0)).toBe(NOW + HOUR);
    expect(alarmAt(NOW, NOW + HOUR, NOW + HOUR / 2, 0)).toBeNull();
  });
});

it.each([
  [null, undefined],
  ['120', 120],
  ['0', 0],
  [new Date(NOW + HOUR).toUTCString(), 3600],
  [new Date(NOW - HOUR).toUTCString(), 0],
  ['-5', undefined],
  ['1e9', undefined],
  ['soon', undefined],
])('a Retry-After of %j is %j seconds', (header, seconds) => {
  expect(retryAfterIn(header, NOW)).toBe(seconds);
});
