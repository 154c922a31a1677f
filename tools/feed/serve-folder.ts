import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import sirv from 'sirv';

export interface ServedFolder {
  /** The address of a file on 127.0.0.1. */
  url: (path: string) => string;
  close: () => Promise<void>;
}

/** What a file named after its hash holds never changes; everything else is asked for again, for the price of a 304. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=300, must-revalidate';

/** An extension has no permission for the host of its feed, and reads it as any page of the web may. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};
const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Max-Age': '86400',
};

/**
 * Serves a folder as a host of the feed should, to this machine alone.
 * In: the folder, a port (0: any that is free), and what to do with each request's line. Out: the server. Throws when the
 * port is taken.
 */
export async function serveFolder(folder: string, port: number, log?: (line: string) => void): Promise<ServedFolder> {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    response.on('finish', () => log?.(`${request.method} ${request.url} ${response.statusCode}`));
    answer(request, response, files);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${taken}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, files: ReturnType<typeof sirv>): void {
  const { method } = request;
  if (method === 'OPTIONS') {
    response.writeHead(204, PREFLIGHT).end();
    return;
  }
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD, OPTIONS' }).end();
    return;
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', /\/registry-[0-9a-f]{64}\.json$/.test(path) ? FOREVER : ASK_AGAIN);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain;charset=utf-8');
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('Not found\n');
  });
}
