import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FeedFailure } from '../domain/feed/feed-failure.ts';
import type { FeedKey } from '../domain/feed/feed-manifest.ts';
import { ROOT } from './data-folder.ts';
import { runCommand } from './feed/command.ts';
import { FeedError, reasonOf } from './feed/feed-error.ts';
import { DEFAULT_FOLDER } from './feed/folder.ts';
import { KEYS_VARIABLE, parsePublicKeys } from './feed/public-keys.ts';
import { readFeed } from './feed/read-feed.ts';

const HELP = `
npm run feed:verify -- [FOLDER or URL] [--keys KEYS] [--at INSTANT]

Reads a feed as the extension does, with its code: signature, version, expiry, size, hash, schema. Prints what it says.

  FOLDER or URL  a folder (${DEFAULT_FOLDER}), or the address of its feed.json
  --keys KEYS    the public keys to trust, [{"kid":"…","x":"…"}], or a file that holds them; ${KEYS_VARIABLE} unless told
  --at INSTANT   reads it as if it were then (2027-01-31T12:00:00Z)
`;

await runCommand(
  { help: HELP, positionals: 1, options: { keys: { type: 'string' }, at: { type: 'string' } } },
  async ({ values, positionals: [from = DEFAULT_FOLDER] }) => {
    const now = values.at === undefined ? Date.now() : Date.parse(values.at);
    if (Number.isNaN(now)) throw new FeedError(`--at: "${values.at ?? ''}" is not an instant`);
    const keys = trustedKeys(values.keys);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    try {
      const { manifest, fetched } = await readFeed({ from, keys, extensionVersion: version, now });
      const { registry, previous, keys: others } = manifest;
      console.log(`${from}: holds for an extension ${version}, which trusts ${keys.map(({ kid }) => kid).join(', ')}.`);
      console.log(
        `registry   version ${manifest.registryVersion} of ${fetched.registry.date}, ${fetched.announced} providers`,
      );
      console.log(`file       ${registry.file}, ${registry.size} bytes`);
      console.log(`previous   ${previous === null ? 'none' : previous.file}`);
      console.log(`issued     ${manifest.issued}, expires ${manifest.expires}`);
      console.log(`readers    from version ${manifest.minimumExtensionVersion} of the extension on`);
      console.log(`keys       to come: ${list(others.coming.map(({ kid }) => kid))}; revoked: ${list(others.revoked)}`);
      for (const { record, reason } of fetched.leftOut) console.log(`left out   ${record}: ${reason}`);
      if (fetched.leftOut.length > 0) throw new FeedError(`${fetched.leftOut.length} record(s) would be left out`);
    } catch (error) {
      if (!(error instanceof FeedFailure)) throw error;
      throw new FeedError(`${from}: would be refused: ${error.message}`);
    }
  },
);

function list(kids: readonly string[]): string {
  return kids.length === 0 ? 'none' : kids.join(', ');
}

function trustedKeys(given: string | undefined): FeedKey[] {
  const text = given ?? process.env[KEYS_VARIABLE] ?? '';
  if (text.trim() === '') throw new FeedError(`No key to trust: give --keys, or set ${KEYS_VARIABLE}`);
  const keys =
    text.trimStart().startsWith('[') || text.trimStart().startsWith('{')
      ? parsePublicKeys(text, 'the keys')
      : parsePublicKeys(read(text), text);
  if (keys.length === 0) throw new FeedError('No key to trust: the list is empty');
  return keys;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FeedError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
}
