import { afterEach, beforeEach } from 'vitest';

import type { FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';
import { fileOf, manifestOf, newKey, signed, type TestKey } from './feed-publisher.ts';
import { Installation } from './installation.ts';
import { file, serveFeed, type LoopbackFeed } from './loopback-feed.ts';

/** An edition of the registry with one provider in it. */
export const registry = (version: number, name = 'Aube'): Registry => ({
  ...registryOf(provider({ id: 'aube', name, aliases: [{ text: name, kind: 'brand', case: 'any' }] })),
  version,
});
export const BUNDLED = registry(1);

/* A feed, its key, and an installation that follows it: anew for each test of the file that imports them. */
export let feed: LoopbackFeed;
export let key: TestKey;
export let installation: Installation;

beforeEach(async () => {
  feed = await serveFeed();
  key = newKey('2026');
  installation = new Installation({ url: feed.url, keys: [{ kid: key.kid, x: key.x }] }, BUNDLED);
});
afterEach(async () => {
  await feed.close();
});

/** Publishes an edition, signed by the feed's key unless others are given. */
export function publish(content: unknown, changes: Partial<FeedManifest> = {}, keys: readonly TestKey[] = [key]) {
  const published = fileOf(content);
  feed.answer(published.path, file(published.bytes));
  feed.answer('/feed.json', file(signed(manifestOf(content as Registry, published, changes), keys)));
  return published;
}

/** The version of the registry in force. */
export const version = async () => (await installation.inForce()).registry.version;
/** What the last check failed with, if it did. */
export const error = async () => (await installation.receiver.report()).lastError?.kind;
