import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';

import bundledRegistry from '../../generated/registry.json';
import { feedInForce, type FeedConfiguration } from '../../domain/feed/feed-configuration.ts';
import { FeedReceiver } from '../../domain/feed/feed-receiver.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { unpackRegistry } from '../../domain/registry/packing.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { policyInForce } from './policy-in-force.ts';
import { settingsInForce } from './settings-in-force.ts';
import { storeLocally } from './store-locally.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'feed';
/** After this a request is given up, in milliseconds. */
const PATIENCE = 20_000;

/** The feed that this build was made for (wxt.config.ts). */
const BUILT = import.meta.env['ANCRAGE_FEED'] as FeedConfiguration;

let bundled: Registry | undefined;

/** Receives the feed, in this browser. */
export const feedReceiver = new FeedReceiver({
  fetch: (address, options) => fetch(address, options),
  deadline: () => AbortSignal.timeout(PATIENCE),
  now: () => Date.now(),
  draw: () => Math.random(),
  // What a browser says of being online may be wrong one way only: offline is certain.
  online: () => navigator.onLine,
  storage: {
    get: (keys) => browser.storage.local.get(keys),
    set: storeLocally,
    remove: (keys) => browser.storage.local.remove(keys),
  },
  alarm: {
    standing: async () => (await browser.alarms.get(ALARM))?.scheduledTime ?? null,
    set: async (when) => {
      await browser.alarms.create(ALARM, { when });
    },
    clear: async () => void (await browser.alarms.clear(ALARM)),
  },
  feed: async () => feedInForce(BUILT, (await policyInForce()).policy),
  updatesOn: async () => (await settingsInForce()).updates,
  extensionVersion: browser.runtime.getManifest().version,
  // Held to its schema when it was built; unpacked once for each life of the worker.
  bundled: () => (bundled ??= unpackRegistry(bundledRegistry)),
  onEdition: () => void tellPages(),
  onReport: () => {
    const { sendMessage } = defineExtensionMessaging<Protocol>();
    // No page of ours may be open.
    sendMessage('dataChanged', undefined).catch(() => undefined);
  },
});

/** Asks the feed when it is time: the alarm is set again at every start, for a browser may have lost it. */
export function followFeed(): void {
  // Without a listener for it, nothing of ours starts with the browser, and Firefox keeps no alarm from one session to the next.
  browser.runtime.onStartup.addListener(() => void feedReceiver.wake());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void feedReceiver.ring();
  });
  void feedReceiver.wake();
}
