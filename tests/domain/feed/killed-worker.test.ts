import { describe, expect, it } from 'vitest';

import { abridge } from '../../../domain/registry/abridging.ts';
import { FILE_KEY, STORED_KEYS } from '../../../domain/feed/stored-registry.ts';
import { NOW } from './feed-publisher.ts';
import { feed, installation, publish, registry, version } from './followed-feed.ts';

/** A promise that never settles: what a worker that is gone waits for. */
const never = new Promise<void>(() => undefined);

/** A place where a worker dies. Out: what to do there, and what settles once it was reached. */
function end() {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const at = (values: Record<string, unknown>) => {
    if (!(FILE_KEY in values)) return undefined;
    resolve();
    return never;
  };
  return { at, reached, resolve };
}

describe('a worker that is killed', () => {
  const update = registry(2, 'Brume');

  it('while it asks: what was in force stays, the next check is set, and comes', async () => {
    publish(update);
    const { reached, resolve } = end();
    feed.answer('/feed.json', () => {
      resolve();
    });
    void installation.receiver.check();
    await reached;
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
    const { at, reached } = end();
    installation.storage.beforeSet = at;
    void installation.receiver.check();
    await reached;
    installation.storage.beforeSet = () => undefined;
    installation.start();
    expect(await version()).toBe(1);
    expect(installation.alarm).toBeGreaterThan(NOW);
    await installation.receiver.check();
    expect(await version()).toBe(2);
  });

  it('after the write: the new one is in force, whole', async () => {
    publish(update);
    const { at, reached } = end();
    installation.storage.afterSet = at;
    void installation.receiver.check();
    await reached;
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
