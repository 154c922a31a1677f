import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { verifySignedFeed } from '../domain/feed/verify-feed.ts';
import { assembleRegistry } from './assemble-registry.ts';
import { DATA, readDataFolder, type DataFolder } from './data-folder.ts';
import { buildFeed, MINIMUM_EXTENSION_VERSION } from './feed/build-feed.ts';
import { runCommand } from './feed/command.ts';
import { FeedError, reasonOf } from './feed/feed-error.ts';
import { DEFAULT_FOLDER, NAMES, placeFolder, readSignedManifest, whatStandsAt } from './feed/folder.ts';
import { KEYS_VARIABLE, parsePublicKeys } from './feed/public-keys.ts';
import { DataError } from './read-data.ts';

const HELP = `
npm run feed:build -- [--out FOLDER] [--previous FOLDER | --fresh] [--renew] [--data FOLDER] [--address URL]

Builds the folder of a feed from the data: the registry, the manifest, a page for people, the schema, the changes as Atom.
What is missing then is the signature (feed:sign).

  --out FOLDER             where the folder goes (${DEFAULT_FOLDER})
  --previous FOLDER        the folder published before: the version has to be higher than its, its registry is kept beside
                           the new one, and the changes are told against it; it may be the same folder as --out.
                           Its signature is checked where ${KEYS_VARIABLE} is set
  --fresh                  begins a feed, and forgets one that stands at --out
  --renew                  takes the registry published already as well: its signature is then all that is renewed
  --fewer-providers        says that fewer than half the providers may remain
  --data FOLDER            the data (${relative(process.cwd(), DATA)})
  --address URL            where the folder will be published, for the links of the Atom feed
  --minimum-extension V    the first version of the extension that can read it (${MINIMUM_EXTENSION_VERSION})
`;

await runCommand(
  {
    help: HELP,
    options: {
      out: { type: 'string', default: DEFAULT_FOLDER },
      previous: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      renew: { type: 'boolean', default: false },
      'fewer-providers': { type: 'boolean', default: false },
      data: { type: 'string', default: DATA },
      address: { type: 'string' },
      'minimum-extension': { type: 'string' },
    },
  },
  async ({ values }) => {
    const { out, previous, fresh, renew, data } = values;
    checkPlace(out, previous, fresh);
    if (previous !== undefined) await checkSignature(previous);

    const { raw, edition } = readData(data);
    const assembled = assembleRegistry(raw, edition);
    if ('problems' in assembled) {
      for (const { file, field, message } of assembled.problems) console.error(`data/${file}: ${field}: ${message}`);
      throw new FeedError(`${assembled.problems.length} problem(s) in the data; nothing was written`);
    }
    const minimum = values['minimum-extension'];
    const address = values.address === undefined ? undefined : folderAddress(values.address);
    const built = buildFeed({
      registry: assembled.registry,
      renew,
      fewerProviders: values['fewer-providers'],
      now: Date.now(),
      ...(previous !== undefined && { previous }),
      ...(minimum !== undefined && { minimumExtensionVersion: minimum }),
      ...(address !== undefined && { address }),
    });
    placeFolder(out, built.files);

    const { manifest, edition: said } = built;
    console.log(`${out}: version ${manifest.registryVersion} of ${said.date}, ${said.providers} providers.`);
    console.log(`${manifest.registry.file}: ${manifest.registry.size} bytes.`);
    console.log(
      said.changes === null ? 'Not compared with another version.' : `${said.changes.length} fact(s) changed.`,
    );
    console.log(
      previous === undefined
        ? 'Not signed yet: npm run feed:sign'
        : `Not signed yet, ${NAMES.feed} is still the one published before: npm run feed:sign`,
    );
  },
);

function checkPlace(out: string, previous: string | undefined, fresh: boolean): void {
  const stands = whatStandsAt(out);
  if (stands === 'other')
    throw new FeedError(`${out} is no feed and not empty: it is left as it is; choose another --out`);
  if (previous !== undefined && fresh) throw new FeedError('--previous and --fresh exclude each other');
  if (stands === 'feed' && previous === undefined && !fresh) {
    throw new FeedError(`${out} holds a feed: say --previous ${out} to publish after it, or --fresh to forget it`);
  }
}

function readData(folder: string): DataFolder {
  try {
    return readDataFolder(folder);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new FeedError(`${folder}: is no folder of data: ${reasonOf(error)}`);
  }
}

/** What the next manifest says of keys comes from the previous one: nobody may have put it there on the way. */
async function checkSignature(previous: string): Promise<void> {
  readSignedManifest(previous);
  const text = process.env[KEYS_VARIABLE];
  if (text === undefined || text.trim() === '') {
    console.error(`The signature of ${previous} is not checked: ${KEYS_VARIABLE} is not set.`);
    return;
  }
  const keys = parsePublicKeys(text, KEYS_VARIABLE);
  try {
    await verifySignedFeed(readFileSync(join(previous, NAMES.feed)), { keys, revoked: [] });
  } catch (error) {
    throw new FeedError(`${previous}: the feed published before does not hold: ${reasonOf(error)}`);
  }
}

function folderAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new FeedError(`--address: "${text}" is not an address`);
  }
  return new URL('.', text.endsWith('.json') || text.endsWith('/') ? text : `${text}/`).href;
}
