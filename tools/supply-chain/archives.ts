import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { unzipSync } from 'fflate';

const CHECKSUMS = 'SHA256SUMS';

/**
 * Builds what is released, into `.output/` of a project's folder: an archive for each store, and the sources.
 * In: the folder. Throws when a build fails; its output is shown.
 */
export function buildArchives(root: string): void {
  // A test runner sets NODE_ENV, and JSX would be compiled for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const run = (...words: string[]) => {
    execFileSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
  };
  run('tools/registry-build.ts');
  for (const browser of ['chrome', 'firefox']) run('node_modules/wxt/bin/wxt.mjs', 'zip', '-b', browser);
}

/** In: a project's folder. Out: the archives of its version, by name, each with its SHA-256 in hexadecimal. */
export function archivesOf(root: string): Record<string, string> {
  const output = join(root, '.output');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const names = readdirSync(output).filter((name) => name.startsWith(`ancrage-${version}-`) && name.endsWith('.zip'));
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(output, name)))]));
}

/** Writes the checksums of some files of `.output/` beside them, as `sha256sum --check` reads them. Out: the lines. */
export function writeChecksums(root: string, names: readonly string[]): string {
  const output = join(root, '.output');
  const lines = names.map((name) => `${sha256(readFileSync(join(output, name)))}  ${name}\n`).join('');
  writeFileSync(join(output, CHECKSUMS), lines);
  return lines;
}

/** Unpacks an archive. In: its path and the folder to unpack it in, which is made. Throws on a name that leads out of it. */
export function unpack(archive: string, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(archive)))) {
    if (name.split('/').includes('..') || name.startsWith('/')) throw new Error(`${archive} holds ${name}`);
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
