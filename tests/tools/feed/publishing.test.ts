import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FeedKey, FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import type { ChangeLog } from '../../../tools/feed/change-log.ts';
import type { SigningKey } from '../../../tools/feed/signing-key.ts';
import { DATA, ROOT } from '../../../tools/data-folder.ts';
import { isNamedFile, verifiedPayload } from './independent-verifier.ts';

type Json = Record<string, unknown>;

// Each command is a process of its own, as it is for a maintainer.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
/** The folder that is published. */
let out: string;
let data: string;
let keyFile: string;

/** What most tests begin with, made once: the data, a key, and the feed built from the one and signed with the other. */
let published: string;
let publishedKey: FeedKey;

beforeAll(() => {
  published = mkdtempSync(join(tmpdir(), 'ancrage-published-'));
  use(published);
  cpSync(DATA, data, { recursive: true });
  [publishedKey] = keygen();
  done('build', build());
  done('sign', [out, '--key', keyFile]);
});
afterAll(() => {
  rmSync(published, { recursive: true });
});
beforeEach(() => {
  use(mkdtempSync(join(tmpdir(), 'ancrage-feed-')));
  cpSync(join(published, 'data'), data, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function use(place: string): void {
  folder = place;
  out = join(folder, 'feed');
  data = join(folder, 'data');
  keyFile = join(folder, 'keys', 'key.json');
}

function run(tool: string, args: string[], environment: Record<string, string> = {}) {
  const { ANCRAGE_FEED_KEYS: _keys, ANCRAGE_FEED_PRIVATE_KEY: _key, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/feed-${tool}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...env, ...environment },
  });
  return { status, stdout, stderr };
}

/** Runs what has to succeed. Out: what it printed. */
function done(tool: string, args: string[], environment?: Record<string, string>): string {
  const { status, stdout, stderr } = run(tool, args, environment);
  expect(stderr === '' || status === 0 ? '' : stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** Runs what has to fail, and says so in one line. */
function refused(tool: string, args: string[], environment?: Record<string, string>): string {
  const { status, stderr } = run(tool, args, environment);
  expect(status).toBe(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  return stderr;
}

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const manifest = () => json(out, 'manifest.json') as FeedManifest;
const raiseVersion = (version: number, date = '2026-12-21') => {
  writeFileSync(join(data, 'edition.json'), JSON.stringify({ version, date }));
};
const renewOutscale = () => {
  const file = join(data, 'providers/outscale.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('2026-11-30', '2029-11-30'));
};
const keygen = (file = keyFile) => JSON.parse(done('keygen', ['--out', file])) as [FeedKey];
const build = (...more: string[]) => ['--out', out, '--data', data, ...more];
/** A feed that is signed, as a test may spoil it. Out: the key that it is known by. */
const publish = () => {
  for (const part of ['feed', 'keys']) cpSync(join(published, part), join(folder, part), { recursive: true });
  return publishedKey;
};
/** Everything in the folder, to see that nothing of it changed. */
const content = () => Object.fromEntries(readdirSync(out).map((name) => [name, statSync(join(out, name)).mtimeMs]));

describe('a key', () => {
  it('is made once, for its owner alone', () => {
    const [{ kid, x }] = keygen();
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(json(keyFile) as SigningKey).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid, x });
    expect(JSON.parse(done('keygen', ['--public', keyFile]))).toEqual([{ kid, x }]);
    const before = readFileSync(keyFile, 'utf8');
    expect(refused('keygen', ['--out', keyFile])).toMatch(/exists already/);
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  });

  it('is not left where Git would take it along', () => {
    expect(refused('keygen', ['--out', 'tools/key.json'])).toMatch(/inside a Git repository/);
    expect(existsSync(join(ROOT, 'tools/key.json'))).toBe(false);
  });

  it('has a name that can stand in a header', () => {
    expect(refused('keygen', ['--out', keyFile, '--kid', 'é'])).toMatch(/kid is not a key id/);
    expect(existsSync(keyFile)).toBe(false);
  });
});

describe('a feed', () => {
  it('is built, signed, verified, and read by the second verifier', () => {
    const [key] = keygen();
    done('build', build());
    done('sign', [out, '--key', keyFile]);
    expect(done('verify', [out], { ANCRAGE_FEED_KEYS: JSON.stringify([key]) })).toMatch(/version 1 of/);
    const payload = verifiedPayload(readFileSync(join(out, 'feed.json')), [key]) ?? '{}';
    expect(JSON.parse(payload)).toEqual(manifest());
    const { registry } = manifest();
    expect(isNamedFile(readFileSync(join(out, registry.file)), registry)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'feed', 'keys']);
  });

  it('has the same registry file for the same data', () => {
    publish();
    const first = manifest().registry;
    done('build', build('--fresh'));
    expect(manifest().registry).toEqual(first);
    expect(first.size).toBeLessThanOrEqual(2_000_000);
  });

  it('carries a schema that the registry meets, and that a registry with an odd field does not', () => {
    publish();
    const ajv = new Ajv2020({ validateFormats: false, allowUnionTypes: true });
    const meets = ajv.compile(json(out, 'registry.schema.json') as Json);
    const registry = json(out, manifest().registry.file) as { providers: Record<string, Json> };
    expect([meets(registry), meets.errors]).toEqual([true, null]);
    expect(meets({ ...registry, date: 7 })).toBe(false);
    registry.providers['outscale'] = { ...registry.providers['outscale'], odd: true };
    expect(meets(registry)).toBe(false);
  });

  it('is followed by the next: the changes are told, the file before stays, the log goes on', () => {
    const key = publish();
    const first = manifest().registry;
    raiseVersion(2);
    renewOutscale();
    const keys = { ANCRAGE_FEED_KEYS: JSON.stringify([key]) };
    done('build', build('--previous', out, '--address', 'https://data.example.org/ancrage'), keys);
    // Not signed yet: what can be published is still the version before, whole.
    expect(done('verify', [out], keys)).toMatch(/version 1 of/);
    done('sign', [out, '--key', keyFile]);
    expect(done('verify', [out], keys)).toMatch(/version 2 of 2026-12-21/);
    expect(manifest().previous).toEqual(first);
    expect(isNamedFile(readFileSync(join(out, first.file)), first)).toBe(true);

    const { editions } = json(out, 'changes.json') as ChangeLog;
    expect(editions.map(({ version, changes }) => [version, changes?.length])).toEqual([
      [2, 1],
      [1, undefined],
    ]);
    expect(editions[0]?.changes?.[0]).toMatchObject({
      provider: 'outscale',
      fact: { fr: 'SecNumCloud', en: 'SecNumCloud' },
    });
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    for (const told of ['Version 2 du 21 décembre 2026', 'Version 2 of 21 December 2026', 'Outscale', '30/11/2029'])
      expect(page).toContain(told);
    const atom = readFileSync(join(out, 'changes.en.atom'), 'utf8');
    expect(atom).toContain('href="https://data.example.org/ancrage/changes.en.atom"');
    expect(atom.match(/<entry>/g)).toHaveLength(2);
  });

  it('takes its new signature where nothing else changed', () => {
    const key = publish();
    const log = readFileSync(join(out, 'changes.json'), 'utf8');
    done('build', build('--previous', out, '--renew'));
    done('sign', [out, '--key', keyFile, '--expires', '2030-01-31']);
    expect(manifest()).toMatchObject({ registryVersion: 1, previous: null, expires: '2030-01-31T23:59:59Z' });
    expect(readFileSync(join(out, 'changes.json'), 'utf8')).toBe(log);
    done('verify', [out, '--keys', JSON.stringify(key)]);
  });

  it('is signed on another machine, which has the manifest and the key alone', () => {
    const key = publish();
    rmSync(join(out, 'feed.json'));
    const offline = mkdtempSync(join(folder, 'offline-'));
    copyFileSync(join(out, 'manifest.json'), join(offline, 'manifest.json'));
    expect(done('sign', [offline, '--key', keyFile])).toMatch(/The registry itself is not here/);
    for (const name of ['feed.json', 'manifest.json']) copyFileSync(join(offline, name), join(out, name));
    done('verify', [out, '--keys', JSON.stringify(key)]);
  });

  it('is signed with the key of the environment', () => {
    const key = publish();
    rmSync(join(out, 'feed.json'));
    done('sign', [out], { ANCRAGE_FEED_PRIVATE_KEY: readFileSync(keyFile, 'utf8') });
    done('verify', [out, '--keys', JSON.stringify(key)]);
  });

  it('goes over from one key to another, and takes the old one back', () => {
    const old = publish();
    const other = join(folder, 'keys', 'next.json');
    const [next] = keygen(other);
    done('sign', [out, '--key', keyFile, '--key', other, '--coming', JSON.stringify(next)]);
    for (const key of [old, next]) done('verify', [out, '--keys', JSON.stringify(key)]);
    expect(manifest().keys.coming).toEqual([next]);

    done('sign', [out, '--key', other, '--revoke', old.kid]);
    expect(manifest().keys).toEqual({ coming: [next], revoked: [old.kid] });
    done('verify', [out, '--keys', JSON.stringify(next)]);
    expect(refused('verify', [out, '--keys', JSON.stringify(old)])).toMatch(/unknown-key/);
    expect(refused('sign', [out, '--key', keyFile])).toMatch(/is revoked/);
    // What was said of keys is said again by the next version.
    raiseVersion(2);
    done('build', build('--previous', out));
    expect(manifest().keys.revoked).toEqual([old.kid]);
    done('sign', [out, '--key', other, '--forget', old.kid, '--forget', next.kid]);
    expect(manifest().keys).toEqual({ coming: [], revoked: [] });
  });
});

describe('what cannot be published', () => {
  it.each<[what: string, spoil: () => void, args: string[], says: RegExp]>([
    ['the same version with the same content', () => undefined, [], /published already, with this very content/],
    ['the same version with other content', renewOutscale, ['--renew'], /published already, with other content/],
    [
      'an older version',
      () => {
        raiseVersion(2);
        done('build', build('--previous', out));
        done('sign', [out, '--key', keyFile]);
        raiseVersion(1);
      },
      [],
      /is older than the one published, 2/,
    ],
    ['data that do not hold', () => writeFileSync(join(data, 'providers/gandi.json'), '{}'), [], /nothing was written/],
    ['data that are not there', () => rmSync(data, { recursive: true }), [], /providers: cannot be read/],
    [
      'a registry before it that somebody changed',
      () => {
        raiseVersion(2);
        const file = join(out, manifest().registry.file);
        writeFileSync(file, readFileSync(file, 'utf8').replace('Outscale', 'Outscalf'));
      },
      [],
      /its content has changed/,
    ],
    [
      'a manifest before it that somebody changed',
      () => {
        raiseVersion(2);
        const feed = json(out, 'feed.json') as { payload: string; signatures: unknown[] };
        const payload = Buffer.from(JSON.stringify({ ...manifest(), keys: { coming: [], revoked: ['k'] } }));
        writeFileSync(
          join(out, 'feed.json'),
          `${JSON.stringify({ ...feed, payload: payload.toString('base64url') })}\n`,
        );
      },
      [],
      /the feed published before does not hold: bad-signature/,
    ],
    [
      'half the providers without a word',
      () => {
        raiseVersion(2);
        const names = readdirSync(join(data, 'providers'));
        for (const name of names.slice(0, 0.6 * names.length)) rmSync(join(data, 'providers', name));
      },
      [],
      /fewer than half/,
    ],
  ])('%s', (_, spoil, args, says) => {
    const key = publish();
    spoil();
    const before = content();
    const environment = { ANCRAGE_FEED_KEYS: JSON.stringify([key]) };
    expect(refused('build', build('--previous', out, ...args), environment)).toMatch(says);
    expect(content()).toEqual(before);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('over a feed without a word, or over what is none', () => {
    publish();
    expect(refused('build', build())).toMatch(/holds a feed: say --previous/);
    expect(refused('build', ['--out', data, '--data', data])).toMatch(/is no feed and not empty/);
    expect(refused('build', build('--previous', out, '--fresh'))).toMatch(/exclude each other/);
    expect(refused('build', build('--previous', join(folder, 'nowhere')))).toMatch(/feed\.json: cannot be read/);
  });

  it.each<[what: string, args: (key: FeedKey) => string[], says: RegExp]>([
    ['no key', () => [out], /No private key: give --key FILE, or set ANCRAGE_FEED_PRIVATE_KEY/],
    ['a key that is not there', () => [out, '--key', join(folder, 'none.json')], /the key cannot be read/],
    ['a file that is no key', () => [out, '--key', join(out, 'LICENCE.txt')], /is not JSON/],
    ['JSON that is no key', () => [out, '--key', join(out, 'manifest.json')], /is not an Ed25519 private key/],
    ['the public half alone', () => [out, '--key', join(folder, 'public.json')], /"d"|d is missing/],
    ['halves of two keys', () => [out, '--key', join(folder, 'mixed.json')], /does not belong to its secret/],
    ['one key twice', () => [out, '--key', keyFile, '--key', keyFile], /is given twice/],
    ['an expiry that has passed', () => [out, '--key', keyFile, '--expires', '2020-01-01'], /would have expired/],
    ['an expiry that is none', () => [out, '--key', keyFile, '--expires', 'soon'], /is no expiry/],
    [
      'a coming key that is none',
      () => [out, '--key', keyFile, '--coming', '{"kid":"a"}'],
      /is not a list of public keys/,
    ],
    [
      'a coming key that has the id of another',
      ({ kid }) => [out, '--key', keyFile, '--coming', JSON.stringify({ kid, x: 'A'.repeat(43) })],
      /keys-unusable/,
    ],
    ['its own key revoked', ({ kid }) => [out, '--key', keyFile, '--revoke', kid], /is revoked/],
    ['a folder without manifest', () => [folder, '--key', keyFile], /manifest\.json: cannot be read/],
  ])('with %s', (_, args, says) => {
    const key = publish();
    const secret = json(keyFile) as SigningKey;
    writeFileSync(join(folder, 'public.json'), JSON.stringify({ ...secret, d: undefined }));
    writeFileSync(join(folder, 'mixed.json'), JSON.stringify({ ...secret, x: 'A'.repeat(43) }));
    const before = content();
    const message = refused('sign', args(key));
    expect(message).toMatch(says);
    expect(message).not.toContain(secret.d);
    expect(content()).toEqual(before);
  });

  it('with a registry that somebody changed after it was built', () => {
    const key = publish();
    const file = join(out, manifest().registry.file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Outscale', 'Outscalf'));
    const before = content();
    expect(refused('sign', [out, '--key', keyFile])).toMatch(/its content has changed/);
    expect(content()).toEqual(before);
    expect(refused('verify', [out, '--keys', JSON.stringify(key)])).toMatch(/would be refused: hash-mismatch/);
  });

  it('is told by verify: no key, another key, after its end, not there', () => {
    const key = publish();
    const [other] = keygen(join(folder, 'keys', 'other.json'));
    expect(refused('verify', [out])).toMatch(/No key to trust/);
    expect(refused('verify', [out, '--keys', JSON.stringify(other)])).toMatch(/unknown-key/);
    expect(refused('verify', [out, '--keys', JSON.stringify({ ...other, kid: key.kid })])).toMatch(/bad-signature/);
    expect(refused('verify', [out, '--keys', JSON.stringify(key), '--at', '2099-01-01T00:00:00Z'])).toMatch(/expired/);
    expect(refused('verify', [folder, '--keys', JSON.stringify(key)])).toMatch(/http-status: 404|cannot be read/);
  });
});

describe('every command', () => {
  it.each(['keygen', 'build', 'sign', 'verify', 'serve', 'simulate'])(
    'feed:%s says what it takes, and refuses the rest',
    (tool) => {
      expect(done(tool, ['--help'])).toContain(`npm run feed:${tool} -- `);
      const { status, stderr } = run(tool, ['--nonsense']);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/--nonsense[\s\S]*--help/)]);
      expect(run(tool, ['a', 'b', 'c']).status).toBe(2);
    },
  );
});
