import { describe, expect, it } from 'vitest';

import { provider } from '../assessment/sample-registry.ts';
import { feed, goodFeed, installation, manifest, NEXT, publish, registry, staysAsItWas } from './broken-feed.ts';
import { DAY, HOUR, NOW } from './feed-publisher.ts';
import { file } from './loopback-feed.ts';
import { MANIFEST_FAULTS } from './manifest-faults.ts';
import { REGISTRY_FAULTS } from './registry-faults.ts';
import { TRANSPORT_FAULTS } from './transport-faults.ts';

const FAULTS = [...MANIFEST_FAULTS, ...TRANSPORT_FAULTS, ...REGISTRY_FAULTS];

describe('a feed with a fault', () => {
  it('is tried in at least forty ways', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FAULTS)('changes nothing, is named and is tried again: %s (%s)', async (_what, kind, break_) => {
    break_();
    const requests = feed.asked.length;
    await installation.receiver.check();
    await staysAsItWas(kind);
    if (kind === 'offline') expect(feed.asked.length).toBe(requests);

    // Once the fault is gone, the next check takes what there is.
    installation.fetch = (address, options) => fetch(address, options);
    installation.storage.beforeSet = () => undefined;
    installation.online = true;
    installation.patience = 10_000;
    if (installation.now < NOW + 30 * DAY) {
      installation.now += 2 * HOUR;
      publish(registry(4, provider({ id: 'healed', name: 'healed' })));
      await installation.start().check();
      const { registry: healed, names } = await installation.inForce();
      expect(healed.version).toBe(4);
      expect(names).toContain('healed');
      expect((await installation.receiver.report()).lastError).toBeNull();
    }
  });

  it('takes nothing of a manifest cut at any twentieth', async () => {
    const whole = goodFeed();
    for (let part = 0; part < 20; part += 1) {
      manifest(whole.slice(0, Math.floor((whole.length * part) / 20)));
      await installation.receiver.check();
      await staysAsItWas(part === 0 ? 'empty' : 'not-a-feed');
    }
  });

  it('takes nothing of a registry cut at any twentieth', async () => {
    const { path, bytes } = publish(NEXT);
    for (let part = 0; part < 20; part += 1) {
      feed.answer(path, file(bytes.subarray(0, Math.floor((bytes.length * part) / 20))));
      await installation.receiver.check();
      await staysAsItWas(part === 0 ? 'empty' : 'size-mismatch');
    }
  });

  it('takes nothing of a manifest with a bit flipped, wherever it is', async () => {
    const whole = Buffer.from(goodFeed());
    for (let place = 0; place < whole.length; place += 17) {
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      manifest(flipped);
      await installation.receiver.check();
      const { lastError } = await installation.receiver.report();
      expect(lastError?.kind, `byte ${place}`).toMatch(/^(?:not-a-feed|wrong-header|unknown-key|bad-signature)$/);
      await staysAsItWas();
    }
  });

  it('takes nothing of a registry with a bit flipped', async () => {
    const { path, bytes } = publish(NEXT);
    for (let place = 0; place < bytes.length; place += 499) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      feed.answer(path, file(flipped));
      await installation.receiver.check();
      await staysAsItWas('hash-mismatch');
    }
  });
});
