import { describe, expect, it } from 'vitest';

import { instant, newKey, NOW, type TestKey } from './feed-publisher.ts';
import { error, feed, installation, key, publish, registry, version } from './followed-feed.ts';

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
