import { describe, expect, it } from 'vitest';

import { STATE_KEY } from '../../../domain/feed/feed-memory.ts';
import { BUNDLED_EDITION } from '../../../domain/registry/edition.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import { FILE_KEY, NAMES_KEY, REGISTRY_KEY } from '../../../domain/feed/stored-registry.ts';
import { newKey, NOW } from './feed-publisher.ts';
import { BUNDLED, error, feed, installation, key, publish, registry, version } from './followed-feed.ts';

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
