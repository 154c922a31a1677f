import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { FeedConfiguration } from '../../domain/feed/feed-configuration.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The released extensions, as the stores get them. */
export const RELEASED = {
  chromium: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
} as const;

/** The same code for trying and testing: 127.0.0.1 is among the portals, and the card's shadow root is open. */
export const EXTENSIONS = {
  chromium: join(ROOT, '.output/chrome-mv3-e2e'),
  firefox: join(ROOT, '.output/firefox-mv3-e2e'),
} as const;

/**
 * Builds the registry, then the released and the test extension of each browser.
 * In: what the test extension takes for its feed; none unless given. Throws when a build fails; its output is shown.
 */
export default function buildExtensions(feed?: FeedConfiguration): void {
  // A test runner sets NODE_ENV, and JSX would be compiled for development, with paths of this machine in it.
  const plain = { ...process.env, NODE_ENV: 'production' };
  const withFeed = { ...plain, ANCRAGE_FEED_URL: feed?.url, ANCRAGE_FEED_KEYS: JSON.stringify(feed?.keys) };
  const run = (env: NodeJS.ProcessEnv, ...words: string[]) => {
    execFileSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env });
  };
  run(plain, 'tools/registry-build.ts');
  for (const browser of ['chrome', 'firefox']) {
    run(plain, 'node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser, '-m', 'production');
    run(withFeed, 'node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser, '-m', 'e2e');
  }
}
