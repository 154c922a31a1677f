import { describe, expect, it } from 'vitest';

import { STATE_KEY } from '../../../domain/feed/feed-memory.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import { STORED_KEYS } from '../../../domain/feed/stored-registry.ts';
import { offering, provider, qualified, registryOf } from '../assessment/sample-registry.ts';
import { DAY, fileOf, instant, NOW } from './feed-publisher.ts';
import { BUNDLED, error, feed, installation, publish, registry, version } from './followed-feed.ts';
import { Installation } from './installation.ts';

describe('an update', () => {
  it('puts the new registry in force whole, before and after a restart', async () => {
    publish(registry(2, 'Brume'));
    await installation.receiver.check();
    for (const _life of [1, 2]) {
      const { edition, registry: held, names } = await installation.inForce();
      expect(held).toEqual(abridge(registry(2, 'Brume')));
      expect(names).toEqual(['aube']);
      expect(edition).toBe(fileOf(registry(2, 'Brume')).entry.sha256);
      installation.start();
    }
    expect(installation.editions).toBe(1);
    expect(await installation.receiver.report()).toMatchObject({
      registry: { version: 2 },
      origin: 'received',
      updates: 'on',
      checkedAt: NOW,
      lastError: null,
      expiredOn: null,
    });
  });

  it('is asked for with nothing that tells who asks', async () => {
    let seen: RequestInit | undefined;
    let address = '';
    installation.fetch = (url, options) => {
      [address, seen] = [url, options];
      return fetch(url, options);
    };
    publish(registry(2));
    await installation.receiver.check();
    expect(seen).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
    expect(new URL(address).search).toBe('');
    expect(Object.keys(feed.lastHeaders())).not.toContain('cookie');
  });

  it('is asked for once where two ask at the same time', async () => {
    publish(registry(2));
    await Promise.all([installation.receiver.check(), installation.receiver.check(), installation.receiver.ring()]);
    expect(feed.asked.filter((path) => path === '/feed.json')).toHaveLength(1);
    expect(await version()).toBe(2);
  });

  it('that did not come costs no body, and moves the date of the last check', async () => {
    publish(registry(2));
    await installation.receiver.check();
    installation.now += DAY;
    await installation.start().check();
    expect(feed.lastHeaders()['if-none-match']).toBeDefined();
    expect(feed.asked).toHaveLength(3);
    expect(installation.storage.state).toMatchObject({ checkedAt: NOW + DAY, failures: 0, lastError: null });
  });

  it('“unchanged” since something that is not known here is an error, and everything is asked for again', async () => {
    publish(registry(2));
    await installation.receiver.check();
    const state = { ...installation.storage.state, manifest: null, received: null };
    await installation.storage.set({ [STATE_KEY]: state });
    await installation.start().check();
    expect(await error()).toBe('unchanged-without-copy');
    expect(installation.storage.state.etag).toBeNull();
    await installation.start().check();
    expect(await version()).toBe(2);
    expect(await error()).toBeUndefined();
  });

  it('that only prolongs the manifest fetches no registry again', async () => {
    publish(registry(2));
    await installation.receiver.check();
    publish(registry(2), { issued: instant(NOW), expires: instant(NOW + 60 * DAY) });
    await installation.receiver.check();
    expect(feed.asked.filter((path) => path !== '/feed.json')).toHaveLength(1);
    expect(installation.storage.state.manifest?.expires).toBe(instant(NOW + 60 * DAY));
    publish(registry(2));
    await installation.receiver.check();
    expect(installation.storage.state.manifest?.expires).toBe(instant(NOW + 60 * DAY));
  });

  it.each([
    ['a day behind', -DAY],
    ['a day ahead', DAY],
  ])('is taken by a clock that is %s', async (_what, skew) => {
    publish(registry(2), { issued: instant(NOW), expires: instant(NOW + 7 * DAY) });
    installation.now = NOW + skew;
    await installation.receiver.check();
    expect(await version()).toBe(2);
  });

  it('with fewer than half the providers is taken where the manifest says that it is meant', async () => {
    const many = ['a', 'b', 'c'].map((id) =>
      provider({ id, name: id, aliases: [{ text: `${id}${id}`, kind: 'brand', case: 'any' }] }),
    );
    installation.bundled = registryOf(...many);
    publish(registry(2));
    await installation.start().check();
    expect(await error()).toBe('too-few-providers');
    publish(registry(2), { fewerProviders: true });
    await installation.receiver.check();
    expect(await version()).toBe(2);
  });

  it('that is older than what came with the extension is no error, and changes nothing', async () => {
    publish(registry(2));
    await installation.receiver.check();
    installation.bundled = registry(5);
    installation.start();
    expect(await version()).toBe(5);
    publish(registry(3));
    await installation.receiver.check();
    expect(await version()).toBe(5);
    expect(await error()).toBeUndefined();
    expect(STORED_KEYS.filter((stored) => installation.storage.values.has(stored))).toEqual([]);
  });

  it('reaches a reader whose host refuses the question whether anything changed', async () => {
    publish(registry(2));
    await installation.receiver.check();
    publish(registry(3));
    // A preflight that fails looks like no network at all.
    installation.fetch = (address, options) =>
      new Headers(options.headers).has('if-none-match')
        ? Promise.reject(new TypeError('CORS'))
        : fetch(address, options);
    await installation.receiver.check();
    expect(await version()).toBe(3);
    expect(installation.storage.state.conditional).toBe(false);
    const before = feed.asked.length;
    await installation.start().check();
    expect(feed.asked.length).toBe(before + 1);
  });
});

describe('data whose promise has run out', () => {
  const expiredOn = async (now: number, installed = installation) => {
    installed.now = now;
    return (await installed.start().report()).expiredOn;
  };

  it('are said to be, where they were received', async () => {
    publish(registry(2));
    await installation.receiver.check();
    expect(await expiredOn(NOW + 30 * DAY - 1)).toBeNull();
    expect(await expiredOn(NOW + 30 * DAY)).toBe('2026-12-25');
    expect(await version()).toBe(2);
  });

  it.each([true, false])('are said to be, where they came with the extension (with a feed: %s)', async (hasFeed) => {
    const installed = hasFeed ? installation : new Installation(null, BUNDLED);
    const end = Date.parse(`${BUNDLED.date}T00:00:00Z`) + 45 * DAY;
    expect(await expiredOn(end - 1, installed)).toBeNull();
    expect(await expiredOn(end, installed)).toBe(new Date(end).toISOString().slice(0, 10));
  });

  it('hold for longer where a manifest vouches again for what came with the extension', async () => {
    installation.now = Date.parse(`${BUNDLED.date}T00:00:00Z`) + 40 * DAY;
    const { now } = installation;
    publish(BUNDLED, { issued: instant(now), expires: instant(now + 45 * DAY) });
    await installation.receiver.check();
    expect(await expiredOn(now + 45 * DAY - 1)).toBeNull();
    expect(await expiredOn(now + 45 * DAY)).not.toBeNull();
  });
});

describe('what an update changed', () => {
  it('is there until it was seen, over several updates', async () => {
    publish({
      ...registry(2),
      providers: {
        aube: provider({
          id: 'aube',
          name: 'Aube',
          offerings: [offering({ qualifications: [qualified({ until: '2027-01-01' })] })],
        }),
      },
    });
    await installation.receiver.check();
    publish({
      ...registry(3),
      providers: {
        aube: provider({
          id: 'aube',
          name: 'Aube',
          offerings: [offering({ qualifications: [qualified({ until: '2029-01-01' })] })],
        }),
      },
    });
    await installation.start().check();
    const { changes } = await installation.receiver.report();
    expect(changes).toMatchObject({ from: { version: 1 }, to: { version: 3 }, seen: false });
    expect(changes?.changes).toHaveLength(1);
    await installation.receiver.markSeen();
    expect((await installation.start().report()).changes).toMatchObject({ seen: true, to: { version: 3 } });
  });
});
