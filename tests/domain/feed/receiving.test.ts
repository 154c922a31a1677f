import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { STATE_KEY } from '../../../domain/feed/feed-memory.ts';
import { BUNDLED_EDITION } from '../../../domain/registry/edition.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import { FILE_KEY, NAMES_KEY, REGISTRY_KEY, STORED_KEYS } from '../../../domain/feed/stored-registry.ts';
import type { FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { known, offering, provider, qualified, registryOf } from '../assessment/sample-registry.ts';
import { DAY, fileOf, HOUR, instant, manifestOf, newKey, NOW, signed, type TestKey } from './feed-publisher.ts';
import { Installation } from './installation.ts';
import { file, serveFeed, type LoopbackFeed } from './loopback-feed.ts';

const registry = (version: number, name = 'Aube'): Registry => ({
  ...registryOf(provider({ id: 'aube', name, aliases: [{ text: name, kind: 'brand', case: 'any' }] })),
  version,
});
const BUNDLED = registry(1);

let feed: LoopbackFeed;
let key: TestKey;
let installation: Installation;

beforeEach(async () => {
  feed = await serveFeed();
  key = newKey('2026');
  installation = new Installation({ url: feed.url, keys: [{ kid: key.kid, x: key.x }] }, BUNDLED);
});
afterEach(async () => {
  await feed.close();
});

function publish(content: unknown, changes: Partial<FeedManifest> = {}, keys: readonly TestKey[] = [key]) {
  const published = fileOf(content);
  feed.answer(published.path, file(published.bytes));
  feed.answer('/feed.json', file(signed(manifestOf(content as Registry, published, changes), keys)));
  return published;
}
const version = async () => (await installation.inForce()).registry.version;
const error = async () => (await installation.receiver.report()).lastError?.kind;
/** A promise that never settles: what a worker that is gone waits for. */
const never = new Promise<void>(() => undefined);
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

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

describe('a registry from the future', () => {
  const future = (changes: (one: Record<string, unknown>) => object) => {
    const one = provider({ id: 'brume', name: 'Brume', aliases: [{ text: 'Brume', kind: 'brand', case: 'any' }] });
    const content = registry(2);
    return { ...content, providers: { ...content.providers, brume: { ...one, ...changes({ ...one }) } } };
  };

  it('keeps fields that are not known, in the file as it was signed, and reads the rest', async () => {
    const content = { ...future(() => ({ carbon: { state: 'known', value: 12 } })), licence: 'ODbL' };
    const { bytes } = publish(content);
    await installation.receiver.check();
    expect(await error()).toBeUndefined();
    const { registry: held } = await installation.inForce();
    expect(Object.keys(held.providers)).toEqual(['aube', 'brume']);
    expect(held.providers['brume']).not.toHaveProperty('carbon');
    expect(installation.storage.values.get(FILE_KEY)).toBe(bytes.toString());
  });

  it('is read again by a later version of the extension, without a request', async () => {
    publish(registry(2, 'Brume'));
    await installation.receiver.check();
    const requests = feed.asked.length;
    installation.version = '0.2.0';
    installation.start();
    expect((await installation.inForce()).registry).toEqual(abridge(registry(2, 'Brume')));
    expect(installation.storage.values.get(REGISTRY_KEY)).toMatchObject({ by: '0.2.0' });
    expect(feed.asked.length).toBe(requests);
  });

  it.each<[string, (one: Record<string, unknown>) => object, RegExp]>([
    ['a kind', () => ({ kind: 'nebula' }), /^providers\.brume\.kind$/],
    ['a state of a fact', () => ({ status: { state: 'rumoured' } }), /^providers\.brume\.status/],
    [
      'a scheme',
      () => ({ offerings: [offering({ qualifications: [known({ scheme: 'eucs', state: 'qualified' })] })] }),
      /^providers\.brume$/,
    ],
    [
      'a source',
      () => ({ status: { ...known({ state: 'active' }), sources: [{ source: 'nowhere', checkedOn: '2026-01-01' }] } }),
      /^providers\.brume$/,
    ],
    ['another id', () => ({ id: 'bruine' }), /^providers\.brume$/],
    ['a right-to-left override in a name', () => ({ name: 'Bru\u202eme' }), /^providers\.brume$/],
    ['a control character in a text', () => ({ name: 'Bru\u0007me' }), /^providers\.brume$/],
    ['a name of a megabyte', () => ({ name: 'B'.repeat(1_000_000) }), /^providers\.brume\.name$/],
  ])('keeps the one record out that it cannot read, and names it: %s', async (_what, changes, where) => {
    publish(future(changes));
    await installation.receiver.check();
    const { registry: held, names } = await installation.inForce();
    expect(held.version).toBe(2);
    expect(Object.keys(held.providers)).toEqual(['aube']);
    expect(names).toEqual(['aube']);
    const { leftOut } = await installation.receiver.report();
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]?.record).toMatch(where);
    expect(leftOut[0]?.reason).not.toBe('');
  });

  it('names what it kept out, and why it refused, without the characters that deceive', async () => {
    const content = future(() => ({ kind: 'ne\u202ebula' }));
    const { aube, brume } = content.providers as Registry['providers'];
    for (const [version, providers] of [
      [2, { aube, brume }],
      [3, { aube, 'br\u202eume': brume }],
    ] as const) {
      publish({ ...content, version, providers });
      await installation.receiver.check();
      expect(await error()).toBeUndefined();
      const { leftOut } = await installation.receiver.report();
      expect(leftOut).toHaveLength(1);
      expect(JSON.stringify(leftOut)).toContain('\uFFFD');
      expect(JSON.stringify(leftOut)).not.toContain('\u202e');
    }
    feed.answer('/feed.json', file(JSON.stringify({ payload: 'YQ', signatures: '\u202eis fine' })));
    await installation.receiver.check();
    const { lastError } = await installation.receiver.report();
    expect(lastError?.detail).toContain('\uFFFDis fine');
  });

  it('keeps out a source with a javascript: address, and whoever rests on it', async () => {
    const content = future(() => ({ status: known({ state: 'active' }, 'own-page') }));
    const page = { ...content.sources['own-page'], url: 'javascript:alert(1)' };
    publish({ ...content, sources: { ...content.sources, 'own-page': page } });
    await installation.receiver.check();
    const { registry: held } = await installation.inForce();
    expect(Object.keys(held.providers)).toEqual(['aube']);
    expect(JSON.stringify(held)).not.toContain('javascript:');
    const { leftOut } = await installation.receiver.report();
    expect(leftOut.map(({ record }) => record)).toEqual(['sources.own-page.url', 'providers.brume']);
  });

  it('keeps out an event and a name that it cannot read, and keeps the provider', async () => {
    const event = { on: '2026', kind: 'eclipse', text: { fr: 'a', en: 'a' }, provenance: 'press', sources: [] };
    const alias = { text: 'Brume', kind: 'brand', case: 'any' };
    publish(future(() => ({ events: [event], aliases: [alias, { ...alias, text: 'Brouillard', case: 'most' }] })));
    await installation.receiver.check();
    const { registry: held } = await installation.inForce();
    expect(held.providers['brume']).toMatchObject({ events: [], aliases: [alias] });
    expect((await installation.receiver.report()).leftOut).toHaveLength(2);
  });

  it('shows HTML as the text that it is', async () => {
    publish(registry(2, '<img src=x onerror=alert(1)>'));
    await installation.receiver.check();
    expect((await installation.inForce()).registry.providers['aube']?.name).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a worker that is killed', () => {
  const update = registry(2, 'Brume');

  it('while it asks: what was in force stays, the next check is set, and comes', async () => {
    publish(update);
    feed.answer('/feed.json', () => undefined);
    void installation.receiver.check();
    await settled();
    installation.start();
    expect(await version()).toBe(1);
    expect(installation.alarm).toBeGreaterThan(NOW);
    expect(installation.storage.state).toMatchObject({ failures: 1 });
    expect(installation.storage.state.nextAttemptAt).toBeGreaterThan(NOW);
    publish(update);
    installation.now = installation.alarm ?? 0;
    await installation.receiver.ring();
    expect(await version()).toBe(2);
  });

  it('before the write: the same', async () => {
    publish(update);
    installation.storage.beforeSet = (values) => (FILE_KEY in values ? never : undefined);
    void installation.receiver.check();
    await settled();
    installation.storage.beforeSet = () => undefined;
    installation.start();
    expect(await version()).toBe(1);
    expect(installation.alarm).toBeGreaterThan(NOW);
    await installation.receiver.check();
    expect(await version()).toBe(2);
  });

  it('after the write: the new one is in force, whole', async () => {
    publish(update);
    installation.storage.afterSet = (values) => (FILE_KEY in values ? never : undefined);
    void installation.receiver.check();
    await settled();
    installation.storage.afterSet = () => undefined;
    installation.start();
    expect((await installation.inForce()).registry).toEqual(abridge(update));
    expect(installation.storage.state).toMatchObject({ failures: 0, highestVersion: 2 });
    expect(installation.alarm).toBeGreaterThan(NOW);
  });

  it.each(STORED_KEYS)('in a write that kept all but %s: the new one whole, or the bundled one', async (missing) => {
    publish(update);
    await installation.receiver.check();
    installation.storage.values.delete(missing);
    installation.start();
    const { registry: held, names } = await installation.inForce();
    // The file makes the other two again; without it they still answer.
    expect(held).toEqual(abridge(update));
    expect(names).toEqual(['aube']);
  });
});

describe('storage that is corrupt', () => {
  it.each<[string, Record<string, unknown>]>([
    ['the state', { [STATE_KEY]: { format: 1, feed: 3 } }],
    ['the state is of another time', { [STATE_KEY]: 'v0' }],
    ['all that was received', { [REGISTRY_KEY]: {}, [NAMES_KEY]: null, [FILE_KEY]: '{}' }],
    ['the registry is another', { [REGISTRY_KEY]: { of: 'x', by: '0.1.0', text: '{}', check: '' }, [FILE_KEY]: 1 }],
  ])('lets the bundled registry answer, and repairs itself: %s', async (_what, values) => {
    publish(registry(2));
    await installation.receiver.check();
    await installation.storage.set(values);
    installation.start();
    expect((await installation.inForce()).registry).toEqual(abridge(BUNDLED));
    expect(await installation.receiver.edition()).toBe(BUNDLED_EDITION);
    await installation.receiver.wake();
    expect(installation.alarm).toBeGreaterThan(installation.now);
    installation.now = installation.alarm ?? 0;
    await installation.start().ring();
    expect(await version()).toBe(2);
    installation.start();
    expect(await version()).toBe(2);
  });

  it('that gives and takes nothing still leaves the bundled registry', async () => {
    publish(registry(2));
    installation.storage.get = () => Promise.reject(new Error('corrupt'));
    installation.storage.set = () => Promise.reject(new Error('corrupt'));
    installation.storage.remove = () => Promise.reject(new Error('corrupt'));
    await installation.receiver.check();
    expect((await installation.inForce()).registry).toEqual(abridge(BUNDLED));
    expect(await error()).toBe('not-stored');
    expect(installation.alarm).toBeGreaterThan(NOW);
  });

  it('of a state that another version of the extension wrote: no version goes back, no key taken back comes again', async () => {
    const next = newKey('2027');
    publish(registry(3), { keys: { coming: [{ kid: next.kid, x: next.x }], revoked: [] } });
    await installation.receiver.check();
    publish(registry(4), { keys: { coming: [], revoked: [key.kid] } }, [next]);
    await installation.start().check();
    await installation.storage.set({ [STATE_KEY]: { ...installation.storage.state, format: 2, mirrors: [] } });
    installation.start();
    publish(registry(5), {}, [key]);
    await installation.receiver.check();
    expect(await error()).toBe('revoked-key');
    publish(registry(3), {}, [next]);
    await installation.start().check();
    expect(await error()).toBe('rolled-back');
    publish(registry(4), {}, [next]);
    await installation.start().check();
    expect(await version()).toBe(4);
  });

  it('that does not answer for a moment loses nothing of what it holds', async () => {
    publish(registry(2));
    await installation.receiver.check();
    const [held, requests] = [installation.storage.state, feed.asked.length];
    const { get } = installation.storage;
    installation.storage.get = () => Promise.reject(new Error('busy'));
    await installation.start().check();
    expect(await error()).toBe('not-stored');
    expect(feed.asked.length).toBe(requests);
    expect(installation.storage.state).toEqual(held);
    expect(installation.alarm).toBeGreaterThan(NOW);
    installation.storage.get = get;
    await installation.receiver.check();
    expect(await version()).toBe(2);
    expect(await error()).toBeUndefined();
  });

  it('of a letter changed is noticed', async () => {
    publish(registry(2, 'Brume'));
    await installation.receiver.check();
    const stored = installation.storage.values.get(REGISTRY_KEY) as { text: string };
    await installation.storage.set({ [REGISTRY_KEY]: { ...stored, text: stored.text.replace('Brume', 'Brune') } });
    installation.start();
    expect((await installation.inForce()).registry.providers['aube']?.name).toBe('Brume');
  });
});

describe('a key', () => {
  const next = newKey('2027');
  const third = newKey('2028');
  const publicHalf = ({ kid, x }: TestKey) => ({ kid, x });

  it('that the feed announced signs by itself later, over several rotations', async () => {
    publish(registry(2), { keys: { coming: [publicHalf(next)], revoked: [] } });
    await installation.receiver.check();
    publish(registry(3), { keys: { coming: [publicHalf(next), publicHalf(third)], revoked: [] } }, [key, next]);
    await installation.start().check();
    publish(registry(4), { keys: { coming: [publicHalf(third)], revoked: [key.kid] } }, [next]);
    await installation.start().check();
    expect(await version()).toBe(4);
    publish(registry(5), {}, [key]);
    await installation.start().check();
    expect(await error()).toBe('revoked-key');
    publish(registry(5), {}, [third]);
    await installation.start().check();
    expect(await version()).toBe(5);
  });

  it('that was taken back is taken back even where the registry of that manifest cannot be had', async () => {
    publish(registry(2), { keys: { coming: [publicHalf(next)], revoked: [] } });
    await installation.receiver.check();
    const { path } = publish(registry(3), { keys: { coming: [], revoked: [key.kid] } }, [next]);
    feed.answer(path, (_, response) => response.writeHead(404).end());
    await installation.receiver.check();
    expect(await error()).toBe('http-status');
    publish(registry(4), {}, [key]);
    await installation.start().check();
    expect(await error()).toBe('revoked-key');
    expect(await version()).toBe(2);
  });

  it('that was taken back never comes back, not even announced again, under its own id or with other bytes', async () => {
    publish(registry(2), { keys: { coming: [publicHalf(next)], revoked: [] } });
    await installation.receiver.check();
    publish(registry(3), { keys: { coming: [], revoked: [key.kid] } }, [next]);
    await installation.start().check();
    for (const again of [key, { ...third, kid: key.kid }]) {
      publish(registry(4), { keys: { coming: [publicHalf(again)], revoked: [] } }, [next]);
      await installation.start().check();
      expect(await error()).toBeUndefined();
      publish(registry(5), {}, [again]);
      await installation.start().check();
      expect(await error()).toBe('revoked-key');
      expect(await version()).toBe(4);
      expect(installation.storage.state.revoked).toEqual([key.kid]);
    }
  });

  it('that was taken back is taken back even for an extension that is too old for the data', async () => {
    publish(registry(2), { keys: { coming: [publicHalf(next)], revoked: [] } });
    await installation.receiver.check();
    publish(registry(3), { minimumExtensionVersion: '9.0', keys: { coming: [], revoked: [key.kid] } }, [next]);
    await installation.start().check();
    expect(await error()).toBe('extension-too-old');
    publish(registry(4), {}, [key]);
    await installation.start().check();
    expect(await error()).toBe('revoked-key');
    expect(await version()).toBe(2);
  });

  it('is one of a few: who announces more and more fills no disk', async () => {
    const coming = (from: number) =>
      Array.from({ length: 8 }, (_, place) => ({ kid: `k${from + place}`, x: publicHalf(next).x }));
    for (const [round, expected] of [undefined, 'keys-unusable'].entries()) {
      publish(registry(2 + round), { keys: { coming: coming(8 * round), revoked: [] } });
      await installation.start().check();
      expect(await error()).toBe(expected);
    }
    expect(installation.storage.state.keys).toHaveLength(9);
  });

  it('that a manifest not accepted announces is not trusted', async () => {
    publish(registry(2), { expires: instant(NOW - 1000), keys: { coming: [publicHalf(next)], revoked: [] } });
    await installation.receiver.check();
    publish(registry(2), {}, [next]);
    await installation.receiver.check();
    expect(await error()).toBe('unknown-key');
  });
});

describe('another feed', () => {
  it('set by the organisation knows nothing of the one before, nor the other way round', async () => {
    publish(registry(7, 'Brume'));
    await installation.receiver.check();
    const own = await serveFeed();
    const ownKey = newKey('own');
    const published = fileOf(registry(2, 'Cirrus'));
    own.answer(published.path, file(published.bytes));
    own.answer('/feed.json', file(signed(manifestOf(registry(2), published), [ownKey])));
    const { jitter } = installation.storage.state;
    installation.feed = { url: own.url, keys: [{ kid: ownKey.kid, x: ownKey.x }] };
    await installation.receiver.wake();
    expect(installation.editions).toBe(2);
    expect((await installation.inForce()).registry).toEqual(abridge(BUNDLED));
    expect(installation.storage.state).toMatchObject({ checkedAt: null, highestVersion: 0, etag: null, jitter });
    await installation.receiver.check();
    expect((await installation.inForce()).registry).toEqual(abridge(registry(2, 'Cirrus')));
    await own.close();
  });

  it('named while a check is under way: what arrives from the one before is not kept', async () => {
    publish(registry(2));
    const before = installation.fetch;
    installation.fetch = async (address, options) => {
      const response = await before(address, options);
      if (address.includes('registry-')) {
        installation.feed = { url: 'https://own.example.org/feed.json', keys: [] };
        await installation.receiver.wake();
      }
      return response;
    };
    await installation.receiver.check();
    expect(await version()).toBe(1);
    expect(installation.storage.values.has(FILE_KEY)).toBe(false);
  });

  it('that is none at all: no request, no alarm, no error', async () => {
    installation.feed = null;
    installation.alarm = NOW + HOUR;
    await installation.start().wake();
    await installation.receiver.check();
    expect(feed.asked).toEqual([]);
    expect(installation.alarm).toBeNull();
    expect(await installation.receiver.report()).toMatchObject({
      origin: 'bundled',
      updates: 'unconfigured',
      lastError: null,
      checkedAt: null,
    });
  });
});

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

describe('data whose promise has run out', () => {
  const expiredOn = async (now: number) => {
    installation.now = now;
    return (await installation.start().report()).expiredOn;
  };

  it('are said to be, where they were received', async () => {
    publish(registry(2));
    await installation.receiver.check();
    expect(await expiredOn(NOW + 30 * DAY - 1)).toBeNull();
    expect(await expiredOn(NOW + 30 * DAY)).toBe('2026-12-25');
    expect(await version()).toBe(2);
  });

  it.each([true, false])('are said to be, where they came with the extension (with a feed: %s)', async (hasFeed) => {
    if (!hasFeed) installation = new Installation(null, BUNDLED);
    const end = Date.parse(`${BUNDLED.date}T00:00:00Z`) + 45 * DAY;
    expect(await expiredOn(end - 1)).toBeNull();
    expect(await expiredOn(end)).toBe(new Date(end).toISOString().slice(0, 10));
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
