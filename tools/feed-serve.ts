import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from './feed/command.ts';
import { FeedError, reasonOf } from './feed/feed-error.ts';
import { DEFAULT_FOLDER, NAMES } from './feed/folder.ts';
import { serveFolder } from './feed/serve-folder.ts';

const HELP = `
npm run feed:serve -- [FOLDER] [--port NUMBER]

Serves a feed to this machine alone, for development, with the headers that its host should send. Ctrl+C stops it.

  FOLDER         the folder (${DEFAULT_FOLDER})
  --port NUMBER  the port (8780)
`;

await runCommand(
  { help: HELP, positionals: 1, options: { port: { type: 'string', default: '8780' } } },
  async ({ values, positionals: [folder = DEFAULT_FOLDER] }) => {
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new FeedError(`--port: "${values.port}" is not a port`);
    if (!existsSync(folder)) throw new FeedError(`${folder} is not there: npm run feed:build makes it`);
    const server = await serveFolder(folder, port, console.log).catch((error: unknown) => {
      throw new FeedError(`Port ${port} cannot be used: ${reasonOf(error)}; choose another --port`);
    });
    console.log(`${folder} is at ${server.url('/')}; the feed is ${server.url(`/${NAMES.feed}`)}`);
    if (!existsSync(join(folder, NAMES.feed))) console.log('It is not signed yet: npm run feed:sign');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  },
);
