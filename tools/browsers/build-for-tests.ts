import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import buildExtensions from './build-extensions.ts';
import { makeTestFeed, TEST_FEED_FILE } from './test-feed.ts';

/** Builds the extensions for a run of tests: the test extension has a feed on loopback, with a key made for this run. */
export default function buildForTests(): void {
  const feed = makeTestFeed();
  buildExtensions(feed);
  mkdirSync(dirname(TEST_FEED_FILE), { recursive: true });
  writeFileSync(TEST_FEED_FILE, JSON.stringify(feed), { mode: 0o600 });
}
