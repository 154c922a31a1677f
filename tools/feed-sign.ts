import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FeedKey } from '../domain/feed/feed-manifest.ts';
import { runCommand } from './feed/command.ts';
import { FeedError } from './feed/feed-error.ts';
import { DEFAULT_FOLDER, NAMES, placeFiles, readManifest, readRegistryFile } from './feed/folder.ts';
import { findSigningKeys, KEY_VARIABLE } from './feed/key-file.ts';
import { parsePublicKeys } from './feed/public-keys.ts';
import { signFeed } from './feed/sign-feed.ts';

const HELP = `
npm run feed:sign -- [FOLDER] [--key FILE]… [--coming KEY]… [--revoke ID]… [--forget ID]… [--expires WHEN]

Signs the manifest of a built feed. Only manifest.json is needed: it can be taken to a machine that is on no network, with
the key, and feed.json and manifest.json brought back.

  FOLDER          the folder (${DEFAULT_FOLDER})
  --key FILE      a private key (feed:keygen); twice while keys change, so that readers of either follow.
                  Without it, ${KEY_VARIABLE}: a key in JWK, or a list of them
  --coming KEY    a public key that readers are to trust from now on: {"kid":"…","x":"…"}, or a file that holds it
  --revoke ID     a key that they are never to trust again
  --forget ID     takes a key back out of those coming and those revoked
  --expires WHEN  days from now, a day (2027-01-31) or an instant (2027-01-31T12:00:00Z); 45 days unless told
`;

await runCommand(
  {
    help: HELP,
    positionals: 1,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      coming: { type: 'string', multiple: true, default: [] },
      revoke: { type: 'string', multiple: true, default: [] },
      forget: { type: 'string', multiple: true, default: [] },
      expires: { type: 'string' },
    },
  },
  async ({ values, positionals: [folder = DEFAULT_FOLDER] }) => {
    const before = readManifest(folder);
    const keys = findSigningKeys(values.key, process.env);
    const hasRegistry = existsSync(join(folder, before.registry.file));
    if (hasRegistry) readRegistryFile(folder, before.registry);
    const { manifest, feed } = await signFeed({
      manifest: before,
      keys,
      coming: values.coming.flatMap(publicKeys),
      revoke: values.revoke,
      forget: values.forget,
      ...(values.expires !== undefined && { expires: values.expires }),
      now: Date.now(),
    });
    placeFiles(
      folder,
      new Map([
        [NAMES.manifest, `${JSON.stringify(manifest, null, 1)}\n`],
        [NAMES.feed, feed],
      ]),
    );
    const { coming, revoked } = manifest.keys;
    console.log(`${join(folder, NAMES.feed)}: version ${manifest.registryVersion}, holds until ${manifest.expires}.`);
    console.log(`Signed by ${keys.map(({ kid }) => kid).join(' and ')}.`);
    if (coming.length > 0) console.log(`Keys to come: ${coming.map(({ kid }) => kid).join(', ')}.`);
    if (revoked.length > 0) console.log(`Keys revoked: ${revoked.join(', ')}.`);
    if (!hasRegistry)
      console.log('The registry itself is not here: what was signed is the hash that the manifest gives.');
  },
);

function publicKeys(given: string): FeedKey[] {
  if (given.trimStart().startsWith('{') || given.trimStart().startsWith('[')) return parsePublicKeys(given, '--coming');
  if (!existsSync(given)) throw new FeedError(`--coming: "${given}" is neither a key nor a file`);
  return parsePublicKeys(readFileSync(given, 'utf8'), given);
}
