import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FeedKey } from '../../domain/feed/feed-manifest.ts';

/** Below the ports that systems give out by themselves, so that nobody else has it by chance. */
const PORT = 24_617;
const KID = 'test';

/** Where the feed of a run is told; build output, which is never committed. */
export const TEST_FEED_FILE = join(import.meta.dirname, '../../.output/test-feed.json');

/** The feed that the test extension is built for. */
export interface TestFeed {
  url: string;
  port: number;
  keys: FeedKey[];
  /** PKCS #8, PEM. */
  secret: string;
}

/** Makes the feed of a run of tests, with a key of its own. */
export function makeTestFeed(): TestFeed {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    url: `http://127.0.0.1:${PORT}/feed.json`,
    port: PORT,
    keys: [{ kid: KID, x }],
    secret: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** The feed of this run, and the key that signs it. Throws where no run was begun (`build-for-tests.ts`). */
export function readTestFeed(): Omit<TestFeed, 'secret'> & { key: FeedKey & { secret: KeyObject } } {
  const { secret, ...feed } = JSON.parse(readFileSync(TEST_FEED_FILE, 'utf8')) as TestFeed;
  const [key] = feed.keys;
  if (key === undefined) throw new Error('the run has no feed');
  return { ...feed, key: { ...key, secret: createPrivateKey(secret) } };
}
