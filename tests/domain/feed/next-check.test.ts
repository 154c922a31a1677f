import { describe, expect, it } from 'vitest';

import { DAY, HOUR, NOW } from './feed-publisher.ts';
import { error, feed, installation, publish, registry } from './followed-feed.ts';

describe('the time of the next check', () => {
  it('is kept at every start, and never put off by one', async () => {
    await installation.receiver.wake();
    const first = installation.alarm;
    expect(first).toBeGreaterThan(NOW);
    installation.now += 1000;
    await installation.start().wake();
    expect(installation.alarm).toBe(first);
    installation.alarm = null;
    await installation.start().wake();
    expect(installation.alarm).toBeGreaterThan(installation.now);
  });

  it('comes later after each failure, across lives of the worker', async () => {
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      await installation.start().check();
      waits.push((installation.storage.state.nextAttemptAt ?? 0) - installation.now);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(5 * HOUR);
    expect(waits.at(-1)).toBe(0.75 * DAY);
    publish(registry(2));
    await installation.start().check();
    expect(installation.storage.state).toMatchObject({ failures: 0, lastError: null });
  });

  it.each([
    ['429 with seconds', 429, () => '7200', 2.5 * HOUR],
    ['503 with a date', 503, () => new Date(NOW + 4 * HOUR).toUTCString(), 5 * HOUR],
    ['503 that asks for a moment', 503, () => '1', (1.25 * HOUR) / 4],
    ['500 that asks for a year', 500, () => '31536000', 2.5 * DAY],
    ['503 that says nothing readable', 503, () => 'soon', 5 * HOUR],
  ])('heeds the server, within reason: %s', async (_what, status, retryAfter, wait) => {
    feed.answer('/feed.json', (_, response) => response.writeHead(status, { 'retry-after': retryAfter() }).end());
    await installation.receiver.check();
    expect(await error()).toBe('http-status');
    expect(installation.storage.state.nextAttemptAt).toBe(NOW + wait);
    expect(installation.alarm).toBe(NOW + wait);
  });

  it('does not come while updates are off, and comes again when they are on', async () => {
    publish(registry(2));
    await installation.receiver.wake();
    installation.updates = false;
    await installation.receiver.wake();
    await installation.receiver.check();
    expect(installation.alarm).toBeNull();
    expect(feed.asked).toEqual([]);
    expect((await installation.receiver.report()).updates).toBe('off');
    installation.updates = true;
    await installation.receiver.wake();
    expect(installation.alarm).toBeGreaterThan(NOW);
  });

  it('rings for nothing before its time', async () => {
    publish(registry(2));
    await installation.receiver.check();
    const requests = feed.asked.length;
    installation.alarm = null;
    await installation.start().ring();
    expect(feed.asked.length).toBe(requests);
    expect(installation.alarm).toBe(installation.storage.state.nextAttemptAt);
  });

  it('is not days ahead for a clock that was set back', async () => {
    publish(registry(2));
    installation.now = NOW + 20 * DAY;
    await installation.receiver.check();
    installation.now = NOW;
    installation.alarm = null;
    await installation.start().wake();
    expect(installation.alarm).toBeLessThan(NOW + HOUR);
    const requests = feed.asked.length;
    await installation.receiver.ring();
    expect(feed.asked.length).toBeGreaterThan(requests);
  });
});
