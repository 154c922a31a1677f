import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackFeed {
  url: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** The headers of the last request. */
  lastHeaders: () => IncomingMessage['headers'];
  answer: (path: string, answer: Answer) => void;
  close: () => Promise<void>;
}

/** Serves a feed from loopback, each path as it is told to. In: the port; a free one unless given. */
export async function serveFeed(port = 0): Promise<LoopbackFeed> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  let headers: IncomingMessage['headers'] = {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    for (const [name, value] of Object.entries(ANY_ORIGIN)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    asked.push(path);
    ({ headers } = request);
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/feed.json`,
    asked,
    lastHeaders: () => headers,
    answer: (path, answer) => answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** What a host has to say so that an extension without access to it may read, and ask whether anything changed. */
const ANY_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'If-None-Match',
  'access-control-expose-headers': 'ETag, Retry-After',
};

/** A file as a static host hands it out, with "unchanged" for who has it. */
export function file(body: string | Buffer, headers: Record<string, string> = {}): Answer {
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'application/json', etag, ...headers }).end(body);
  };
}
