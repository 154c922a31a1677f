import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { FeedFailureKind } from '../../../domain/feed/feed-failure.ts';
import type { FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';
import {
  base64url,
  DAY,
  fileOf,
  HOUR,
  instant,
  manifestOf,
  newKey,
  NOW,
  signed,
  type PublishedFile,
  type TestKey,
} from './feed-publisher.ts';
import { Installation } from './installation.ts';
import { file, serveFeed, type Answer, type LoopbackFeed } from './loopback-feed.ts';

const PROVIDERS = ['aube', 'brume', 'cirrus', 'dune'].map((id) =>
  provider({ id, name: id, aliases: [{ text: id, kind: 'brand', case: 'any' }] }),
);
const registry = (version: number, ...more: Registry['providers'][string][]): Registry => ({
  ...registryOf(...PROVIDERS, ...more),
  version,
});
const BUNDLED = registry(1);
const HELD = registry(2, provider({ id: 'held', name: 'held' }));
const NEXT = registry(3, provider({ id: 'next', name: 'next' }));

let feed: LoopbackFeed;
let key: TestKey;
let other: TestKey;
let installation: Installation;

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
function publish(
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
const manifest = (body: string | Buffer, headers?: Record<string, string>) => {
  feed.answer('/feed.json', file(body, headers));
};
const answering = (answer: Answer) => {
  feed.answer('/feed.json', answer);
};
/** Publishes NEXT, and serves this in the place of its file. */
const nextFile = (answer: Answer) => {
  const { path } = publish(NEXT);
  feed.answer(path, answer);
};
/** Publishes content that no schema holds, signed and with its right hash. */
const publishRaw = (content: unknown, version = 3, changes: Partial<FeedManifest> = {}) => {
  const published = fileOf(content);
  feed.answer(published.path, file(published.bytes));
  manifest(signed(manifestOf({ ...NEXT, version }, published, changes), [key]));
};
const goodFeed = () => signed(manifestOf(NEXT, publish(NEXT)), [key]);
const json: Record<string, string> = { 'content-type': 'application/json' };
/** Endless JSON. */
const endless: Answer = (_request, response) => {
  response.writeHead(200, json);
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(16_384)));
  };
  response.on('drain', more);
  more();
};
const withHeader = (header: object | string) => () => {
  manifest(signed(manifestOf(NEXT, publish(NEXT)), [key], { header }));
};

/** Every way to be wrong: how, and the error that has to name it. */
const FAULTS: [what: string, kind: FeedFailureKind, break_: () => void][] = [
  // The signature.
  ['signed by another key under our key’s id', 'bad-signature', () => publish(NEXT, {}, [{ ...other, kid: key.kid }])],
  ['an unknown key id', 'unknown-key', () => publish(NEXT, {}, [other])],
  ['no signature at all', 'not-a-feed', () => manifest(signed(manifestOf(NEXT, publish(NEXT)), []))],
  ['alg none', 'wrong-header', withHeader({ alg: 'none' })],
  ['alg HS256', 'wrong-header', withHeader({ alg: 'HS256' })],
  ['alg ES256', 'wrong-header', withHeader({ alg: 'ES256' })],
  ['alg Ed25519 by its newer name', 'wrong-header', withHeader({ alg: 'Ed25519' })],
  ['no type', 'wrong-header', withHeader({ typ: undefined })],
  ['the type of something else', 'wrong-header', withHeader({ typ: 'JWT' })],
  ['a critical extension', 'wrong-header', withHeader({ crit: ['exp'], exp: 1 })],
  ['a key in the header', 'wrong-header', withHeader({ jwk: { kty: 'OKP' } })],
  ['a header that is not JSON', 'wrong-header', withHeader('EdDSA')],
  ['two signatures by one id', 'wrong-header', () => publish(NEXT, {}, [key, { ...other, kid: key.kid }])],
  [
    'a signature of zeros',
    'bad-signature',
    () => manifest(signed(manifestOf(NEXT, publish(NEXT)), [key], { signature: base64url(Buffer.alloc(64)) })),
  ],
  [
    'the signature of another feed',
    'bad-signature',
    () => {
      const [mine, old] = [goodFeed(), signed(manifestOf(HELD, fileOf(HELD)), [key])].map(
        (text) => JSON.parse(text) as { payload: string; signatures: unknown[] },
      );
      manifest(`${JSON.stringify({ payload: mine?.payload, signatures: old?.signatures })}\n`);
    },
  ],
  ['written otherwise than it was signed', 'not-a-feed', () => manifest(goodFeed().replace('","', '", "'))],
  ['a field beside the signature', 'not-a-feed', () => manifest(goodFeed().replace('{', '{"alg":"none",'))],
  // The manifest.
  ['an older manifest, replayed', 'rolled-back', () => publish(registry(1))],
  ['the same version with other content', 'other-content', () => publish({ ...HELD, date: '2026-11-24' })],
  ['an expired manifest', 'expired', () => publish(NEXT, { expires: instant(installation.now) })],
  [
    'one issued in the future',
    'issued-in-future',
    () => publish(NEXT, { issued: instant(installation.now + DAY + 1000) }),
  ],
  [
    'one that expires before it was issued',
    'bad-manifest',
    () => publish(NEXT, { issued: instant(NOW + 40 * DAY), expires: instant(NOW + 39 * DAY) }),
  ],
  ['another format', 'other-format', () => publish(NEXT, { format: 2 as 1 })],
  ['a manifest without an expiry', 'bad-manifest', () => publish(NEXT, { expires: undefined as unknown as string })],
  ['a payload that is not JSON', 'bad-manifest', () => manifest(signed('bonjour', [key]))],
  [
    'a file of another name than its hash',
    'bad-manifest',
    () => publish(NEXT, { registry: { ...fileOf(NEXT).entry, file: '../other.json' } }),
  ],
  ['a newer extension needed', 'extension-too-old', () => publish(NEXT, { minimumExtensionVersion: '0.1.0.1' })],
  ['every key revoked', 'keys-unusable', () => publish(NEXT, { keys: { coming: [], revoked: [key.kid] } })],
  [
    'a known key id for another key',
    'keys-unusable',
    () => publish(NEXT, { keys: { coming: [{ kid: key.kid, x: other.x }], revoked: [] } }),
  ],
  // On the way.
  ['nothing there', 'http-status', () => answering((_, response) => response.writeHead(404).end())],
  ['an error of the server', 'http-status', () => answering((_, response) => response.writeHead(500).end('{}'))],
  ['an empty answer', 'empty', () => manifest('')],
  ['a web page of an error, called JSON', 'not-a-feed', () => manifest('<!doctype html><h1>Oups</h1>')],
  [
    'the sign-in page of a network',
    'wrong-type',
    () => manifest('<!doctype html>', { 'content-type': 'text/html; charset=utf-8' }),
  ],
  ['a picture', 'wrong-type', () => manifest(goodFeed(), { 'content-type': 'image/png' })],
  ['a manifest of 17 kB', 'too-large', () => manifest(`{"payload":"${'A'.repeat(17_000)}","signatures":[]}\n`)],
  ['a manifest without end', 'too-large', () => answering(endless)],
  ['a gzip bomb', 'too-large', () => manifest(gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' })],
  [
    'a slow drip',
    'timed-out',
    () =>
      answering((_, response) => {
        response.writeHead(200, json);
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => {
          clearInterval(drip);
        });
      }),
  ],
  ['a server that never answers', 'timed-out', () => answering(() => undefined)],
  [
    'a connection that breaks',
    'cut-short',
    () =>
      answering((_, response) => {
        response.writeHead(200, { ...json, 'content-length': '1000' });
        response.write('{"payload":"', () => response.destroy());
      }),
  ],
  [
    'a redirect on the same host',
    'redirected',
    () => {
      feed.answer('/elsewhere.json', file(goodFeed()));
      answering((_, response) => response.writeHead(302, { location: '/elsewhere.json' }).end());
    },
  ],
  [
    'a redirect to another host',
    'redirected',
    () => answering((_, response) => response.writeHead(301, { location: 'https://feed.example.org/' }).end()),
  ],
  [
    '“unchanged” to somebody who has nothing',
    'unchanged-without-copy',
    () => {
      installation.storage.values.set('feed.state', { ...installation.storage.state, etag: null });
      installation.start();
      answering((_, response) => response.writeHead(304).end());
    },
  ],
  [
    '“unchanged” for ever',
    'expired',
    () => {
      installation.now += 60 * DAY;
    },
  ],
  ['a manifest that is not UTF-8', 'not-a-feed', () => manifest(Buffer.from([0x7b, 0xff, 0x7d]))],
  [
    'no such host',
    'unreachable',
    () => {
      installation.fetch = (_address, options) => fetch('http://feed.invalid/feed.json', options);
    },
  ],
  [
    'nobody listening',
    'unreachable',
    () => {
      installation.fetch = (_address, options) => fetch('http://127.0.0.1:9/feed.json', options);
    },
  ],
  [
    'no network',
    'offline',
    () => {
      publish(NEXT);
      installation.online = false;
    },
  ],
  // The registry.
  ['a registry that is not there', 'http-status', () => nextFile((_, response) => response.writeHead(404).end())],
  [
    'the registry of another version under the new name',
    'size-mismatch',
    () => nextFile(file(Buffer.from(JSON.stringify({ ...HELD, date: '2026-11-2' })))),
  ],
  [
    'one letter of the registry changed',
    'hash-mismatch',
    () => nextFile(file(Buffer.from(JSON.stringify(NEXT).replace('"dune"', '"lune"')))),
  ],
  ['a registry without end', 'too-large', () => nextFile(endless)],
  ['a registry announced as too large', 'too-large', () => publishRaw(Buffer.alloc(2_000_001, ' '))],
  [
    'a registry that unpacks into more',
    'too-large',
    () => nextFile(file(gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' })),
  ],
  ['a registry as a web page', 'wrong-type', () => nextFile(file('<p>', { 'content-type': 'text/html' }))],
  ['a mix of two versions', 'other-version', () => publishRaw(HELD, 3)],
  ['a registry that is not JSON', 'not-a-registry', () => publishRaw(Buffer.from('registry'))],
  ['a registry that is not UTF-8', 'not-a-registry', () => publishRaw(Buffer.from([0x7b, 0xff, 0x7d]))],
  ['lists within lists without end', 'not-a-registry', () => publishRaw(Buffer.from('['.repeat(1_000_000)))],
  ['another format of registry', 'not-a-registry', () => publishRaw({ ...NEXT, format: 2 })],
  ['a registry without countries', 'not-a-registry', () => publishRaw({ ...NEXT, countries: undefined })],
  [
    'a provider that stands twice',
    'duplicate-key',
    () => publishRaw(Buffer.from(JSON.stringify(NEXT).replace('"brume":', '"aube":'))),
  ],
  [
    'fewer than half the providers',
    'too-few-providers',
    () => publish({ ...NEXT, providers: { aube: NEXT.providers['aube']!, brume: NEXT.providers['brume']! } }),
  ],
  [
    'more than half of them unreadable, and said to be meant',
    'too-few-providers',
    () => {
      const strange = Object.fromEntries(
        Object.entries(NEXT.providers).map(([id, one], place) => [id, place > 0 ? { ...one, kind: 'nebula' } : one]),
      );
      publishRaw({ ...NEXT, providers: strange }, 3, { fewerProviders: true });
    },
  ],
  [
    'a full disk',
    'not-stored',
    () => {
      publish(NEXT);
      installation.storage.beforeSet = (values) => {
        if ('feed.file' in values) throw new Error('QUOTA_BYTES quota exceeded');
      };
    },
  ],
];

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

/** The data in force unchanged, here and after a restart; the error named; the next check scheduled, here and in storage. */
async function staysAsItWas(kind?: FeedFailureKind): Promise<void> {
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
