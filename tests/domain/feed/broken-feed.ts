import { afterEach, beforeEach, expect } from 'vitest';

import type { FeedFailureKind } from '../../../domain/feed/feed-failure.ts';
import type { FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';
import { DAY, fileOf, HOUR, manifestOf, newKey, signed, type PublishedFile, type TestKey } from './feed-publisher.ts';
import { Installation } from './installation.ts';
import { file, serveFeed, type Answer, type LoopbackFeed } from './loopback-feed.ts';

const PROVIDERS = ['aube', 'brume', 'cirrus', 'dune'].map((id) =>
  provider({ id, name: id, aliases: [{ text: id, kind: 'brand', case: 'any' }] }),
);
export const registry = (version: number, ...more: Registry['providers'][string][]): Registry => ({
  ...registryOf(...PROVIDERS, ...more),
  version,
});
const BUNDLED = registry(1);
export const HELD = registry(2, provider({ id: 'held', name: 'held' }));
export const NEXT = registry(3, provider({ id: 'next', name: 'next' }));

export let feed: LoopbackFeed;
export let key: TestKey;
export let other: TestKey;
export let installation: Installation;

beforeEach(async () => {
  feed = await serveFeed();
  key = newKey('2026');
  other = newKey('2027');
  installation = new Installation({ url: feed.url, keys: [{ kid: key.kid, x: key.x }] }, BUNDLED);
  publish(HELD);
  await installation.receiver.check();
  if (await installation.isBundled) throw new Error('the feed that is to be broken was never taken');
  installation.editions = 0;
  installation.now += DAY + HOUR;
  installation.start();
});
afterEach(async () => {
  await feed.close();
});

/** Publishes a registry as it should be. */
export function publish(
  content: Registry,
  changes: Partial<FeedManifest> = {},
  keys: readonly TestKey[] = [key],
): PublishedFile {
  const published = fileOf(content);
  feed.answer(published.path, file(published.bytes));
  feed.answer('/feed.json', file(signed(manifestOf(content, published, changes), keys)));
  return published;
}

/** Serves this in the manifest's place. */
export const manifest = (body: string | Buffer, headers?: Record<string, string>) => {
  feed.answer('/feed.json', file(body, headers));
};
export const answering = (answer: Answer) => {
  feed.answer('/feed.json', answer);
};
/** Publishes NEXT, and serves this in the place of its file. */
export const nextFile = (answer: Answer) => {
  const { path } = publish(NEXT);
  feed.answer(path, answer);
};
/** Publishes content that no schema holds, signed and with its right hash. */
export const publishRaw = (content: unknown, version = 3, changes: Partial<FeedManifest> = {}) => {
  const published = fileOf(content);
  feed.answer(published.path, file(published.bytes));
  manifest(signed(manifestOf({ ...NEXT, version }, published, changes), [key]));
};
export const goodFeed = () => signed(manifestOf(NEXT, publish(NEXT)), [key]);
export const json: Record<string, string> = { 'content-type': 'application/json' };
/** Endless JSON. */
export const endless: Answer = (_request, response) => {
  response.writeHead(200, json);
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(16_384)));
  };
  response.on('drain', more);
  more();
};

/** A way for a feed to be wrong: how, the error that has to name it, and what makes it so. */
export type Fault = [what: string, kind: FeedFailureKind, break_: () => void];

/** The data in force unchanged, here and after a restart; the error named; the next check scheduled, here and in storage. */
export async function staysAsItWas(kind?: FeedFailureKind): Promise<void> {
  const { lastError } = await installation.receiver.report();
  if (kind !== undefined) expect(lastError?.kind).toBe(kind);
  expect(lastError?.at).toBe(installation.now);
  expect((await installation.inForce()).registry).toEqual(abridge(HELD));
  expect(installation.editions).toBe(0);
  expect(installation.alarm).toBeGreaterThan(installation.now);
  expect(installation.storage.state.nextAttemptAt).toBeGreaterThan(installation.now);
  expect(installation.storage.state.nextAttemptAt).toBeLessThanOrEqual(installation.now + 2 * DAY);

  installation.start();
  const { registry: restarted, names } = await installation.inForce();
  expect(restarted).toEqual(abridge(HELD));
  expect(names).toContain('held');
}
