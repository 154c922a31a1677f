import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import type { ChangeLog } from '../../../tools/feed/change-log.ts';
import { isNamedFile, verifiedPayload } from './independent-verifier.ts';
import {
  build,
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

type Json = Record<string, unknown>;

publishOnce();

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
