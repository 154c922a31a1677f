import { readFileSync } from 'node:fs';

import { runCommand } from './feed/command.ts';
import { FeedError, reasonOf } from './feed/feed-error.ts';
import { checkKeyPlace, DEFAULT_KEY_FILE, writeKeyFile } from './feed/key-file.ts';
import { makeSigningKey, parseSigningKeys, publicHalf } from './feed/signing-key.ts';

const HELP = `
npm run feed:keygen -- [--out FILE] [--kid ID]
npm run feed:keygen -- --public FILE

Makes an Ed25519 key pair to sign a feed with. The private key goes to a file that only you can read; the public key is
printed, as ANCRAGE_FEED_KEYS wants it.

  --out FILE     where the private key goes (${DEFAULT_KEY_FILE});
                 never over a file, never inside a repository that would take it along
  --kid ID       the key's name: letters, digits, ".", "_", "-", 64 at most (the key's thumbprint, RFC 7638)
  --public FILE  makes nothing: prints the public key of an existing private one
`;

await runCommand(
  { help: HELP, options: { out: { type: 'string' }, kid: { type: 'string' }, public: { type: 'string' } } },
  async ({ values }) => {
    if (values.public !== undefined) {
      console.log(JSON.stringify(parseSigningKeys(read(values.public), values.public).map(publicHalf)));
      return;
    }
    const out = values.out ?? DEFAULT_KEY_FILE;
    checkKeyPlace(out);
    const key = await makeSigningKey(values.kid);
    writeKeyFile(key, out);
    // What a program wants to read is alone on the standard output.
    console.error(
      `The private key is in ${out}. Keep a copy offline: who has it signs in your name, and none can make it again.`,
    );
    console.error('The public key, for ANCRAGE_FEED_KEYS:');
    console.log(JSON.stringify([publicHalf(key)]));
  },
);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FeedError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
}
