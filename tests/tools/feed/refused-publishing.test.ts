import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { FeedKey } from '../../../domain/feed/feed-manifest.ts';
import type { SigningKey } from '../../../tools/feed/signing-key.ts';
import {
  build,
  content,
  data,
  done,
  folder,
  json,
  keyFile,
  keygen,
  manifest,
  out,
  publish,
  publishOnce,
  raiseVersion,
  refused,
  renewOutscale,
} from './feed-commands.ts';

publishOnce();

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
