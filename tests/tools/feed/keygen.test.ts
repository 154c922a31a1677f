import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { SigningKey } from '../../../tools/feed/signing-key.ts';
import { ROOT } from '../../../tools/data-folder.ts';
import { done, json, keyFile, keygen, refused } from './feed-commands.ts';

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
