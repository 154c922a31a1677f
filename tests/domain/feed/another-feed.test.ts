import { describe, expect, it } from 'vitest';

import { abridge } from '../../../domain/registry/abridging.ts';
import { FILE_KEY } from '../../../domain/feed/stored-registry.ts';
import { fileOf, HOUR, manifestOf, newKey, NOW, signed } from './feed-publisher.ts';
import { BUNDLED, feed, installation, publish, registry, version } from './followed-feed.ts';
import { file, serveFeed } from './loopback-feed.ts';

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
