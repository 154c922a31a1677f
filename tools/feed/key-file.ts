import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

import { ROOT } from '../data-folder.ts';
import { FeedError, reasonOf } from './feed-error.ts';
import { parseSigningKeys, type SigningKey } from './signing-key.ts';

/** Outside any repository, readable by its owner alone. */
export const DEFAULT_KEY_FILE = join(
  process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
  'ancrage',
  'feed-key.json',
);

/** The variable from which an automatic build takes its keys: a JWK, or a list of them while keys change. */
export const KEY_VARIABLE = 'ANCRAGE_FEED_PRIVATE_KEY';

/**
 * Refuses a place where a private key must not lie.
 * In: a path. Throws FeedError when a file is there already, or when Git would take it along.
 */
export function checkKeyPlace(file: string): void {
  const path = resolve(file);
  if (existsSync(path)) throw new FeedError(`${path} exists already: a key is never overwritten; choose another --out`);
  if (isInRepository(path)) {
    throw new FeedError(`${path} is inside a Git repository, which does not ignore it: choose a place outside`);
  }
}

/**
 * Writes a private key where only its owner can read it.
 * In: the key and a path that `checkKeyPlace` lets through. Throws FeedError when it cannot be written; nothing is then left there.
 */
export function writeKeyFile(key: SigningKey, file: string): void {
  checkKeyPlace(file);
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // `wx`: two keygens at once do not overwrite each other either.
    writeFileSync(path, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
    throw new FeedError(`${path}: the key cannot be written: ${reasonOf(error)}`);
  }
}

/**
 * Finds the keys to sign with.
 * In: paths of key files, and the environment. Out: the keys of the files, or those of the environment where no file is
 * given. Throws FeedError when there is none, when one cannot be read, or when two are one.
 */
export function findSigningKeys(files: readonly string[], environment: NodeJS.ProcessEnv): SigningKey[] {
  const text = environment[KEY_VARIABLE];
  if (files.length === 0 && (text === undefined || text.trim() === '')) {
    throw new FeedError(`No private key: give --key FILE, or set ${KEY_VARIABLE}; feed:keygen makes one`);
  }
  const keys =
    files.length > 0
      ? files.flatMap((file) => parseSigningKeys(readKeyFile(file), file))
      : parseSigningKeys(text ?? '', KEY_VARIABLE);
  const twice = keys.find(({ kid }, place) => keys.findIndex((other) => other.kid === kid) !== place);
  if (twice !== undefined) throw new FeedError(`The key ${twice.kid} is given twice`);
  return keys;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FeedError(`${file}: the key cannot be read: ${reasonOf(error)}`);
  }
}

/** Asks Git where there is one. Without Git, only this project's own folder is known to be a repository. */
function isInRepository(path: string): boolean {
  const existing = nearestFolder(dirname(path));
  const folder = realpathSync(existing);
  const real = join(folder, relative(existing, path));
  const git = (...args: string[]) => spawnSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  if (git('--version').error !== undefined) return !relative(realpathSync(ROOT), real).startsWith('..');
  if (git('rev-parse', '--is-inside-work-tree').status !== 0) return false;
  return git('check-ignore', '--quiet', '--', real).status !== 0;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
