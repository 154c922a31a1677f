import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ROOT } from '../../tools/data-folder.ts';
import { archivesOf, buildArchives, unpack } from '../../tools/supply-chain/archives.ts';

// `npm run zip:prove` does the same with packages that it installs itself.
describe('what is released', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-sources-'));
  let archives: Record<string, string>;

  beforeAll(() => {
    buildArchives(ROOT);
    archives = archivesOf(ROOT);
    const sources = Object.keys(archives).find((name) => name.endsWith('-sources.zip'));
    unpack(join(ROOT, '.output', sources ?? ''), folder);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    buildArchives(folder);
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is an archive for each store, and the sources', () => {
    const kinds = Object.keys(archives).map((name) => /-([a-z]+)\.zip$/.exec(name)?.[1]);
    expect(kinds).toEqual(['chrome', 'firefox', 'sources']);
  });

  it('is the same, byte for byte, when the sources alone are built in another folder', () => {
    expect(archivesOf(folder)).toEqual(archives);
  });
});
