import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import buildExtensions from './build-extensions.ts';
import { FIREFOX_ID } from './firefox.ts';
import { POLICY_FOLDERS } from './private-policies.ts';
import { makeTestFeed, TEST_FEED_FILE } from './test-feed.ts';

const FIREFOX_POLICIES = join(POLICY_FOLDERS.firefox, 'policies.json');

/**
 * Builds the extensions for a run of tests: the test extension has a feed on loopback, with a key made for this run.
 * Throws where a build fails, and where the machine's Firefox is governed by a policy for Ancrage.
 */
export default function buildForTests(): void {
  // Sixty failures that look like anything else, otherwise.
  if (existsSync(FIREFOX_POLICIES) && readFileSync(FIREFOX_POLICIES, 'utf8').includes(FIREFOX_ID)) {
    throw new Error(`${FIREFOX_POLICIES} governs Ancrage in this machine's Firefox: move it away while the tests run`);
  }
  const feed = makeTestFeed();
  buildExtensions(feed);
  mkdirSync(dirname(TEST_FEED_FILE), { recursive: true });
  writeFileSync(TEST_FEED_FILE, JSON.stringify(feed), { mode: 0o600 });
}
