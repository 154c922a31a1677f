import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';

import type { FeedKey, FeedManifest } from '../../../domain/feed/feed-manifest.ts';
import { DATA, ROOT } from '../../../tools/data-folder.ts';

// Each command is a process of its own, as it is for a maintainer.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export let folder: string;
/** The folder that is published. */
export let out: string;
export let data: string;
export let keyFile: string;

/** What most tests begin with, made once: the data, a key, and the feed built from the one and signed with the other. */
let published: string;
let publishedKey: FeedKey;

/** Has the tests of a file begin with a feed that `publish` puts in place: built and signed once, since that takes its time. */
export function publishOnce(): void {
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
}

/* Each test of a file that imports this has a folder of its own, with the data in it. */
beforeEach(() => {
  use(mkdtempSync(join(tmpdir(), 'ancrage-feed-')));
  cpSync(DATA, data, { recursive: true });
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

export function run(tool: string, args: string[], environment: Record<string, string> = {}) {
  const { ANCRAGE_FEED_KEYS: _keys, ANCRAGE_FEED_PRIVATE_KEY: _key, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/feed-${tool}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...env, ...environment },
  });
  return { status, stdout, stderr };
}

/** Runs what has to succeed. Out: what it printed. */
export function done(tool: string, args: string[], environment?: Record<string, string>): string {
  const { status, stdout, stderr } = run(tool, args, environment);
  expect(stderr === '' || status === 0 ? '' : stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** Runs what has to fail, and says so in one line. */
export function refused(tool: string, args: string[], environment?: Record<string, string>): string {
  const { status, stderr } = run(tool, args, environment);
  expect(status).toBe(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  return stderr;
}

export const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
export const manifest = () => json(out, 'manifest.json') as FeedManifest;
export const raiseVersion = (version: number, date = '2026-12-21') => {
  writeFileSync(join(data, 'edition.json'), JSON.stringify({ version, date }));
};
export const renewOutscale = () => {
  const file = join(data, 'providers/outscale.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('2026-11-30', '2029-11-30'));
};
export const keygen = (file = keyFile) => JSON.parse(done('keygen', ['--out', file])) as [FeedKey];
export const build = (...more: string[]) => ['--out', out, '--data', data, ...more];
/** A feed that is signed, as a test may spoil it. Out: the key that it is known by. */
export const publish = () => {
  for (const part of ['feed', 'keys']) cpSync(join(published, part), join(folder, part), { recursive: true });
  return publishedKey;
};
/** Everything in the folder, to see that nothing of it changed. */
export const content = () =>
  Object.fromEntries(readdirSync(out).map((name) => [name, statSync(join(out, name)).mtimeMs]));
