import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A portal of `data/portals.json`. */
export const PORTAL = 'www.boamp.fr';

export interface ServedPage {
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface PageServer {
  /** The address of a page on 127.0.0.1, which the test build takes for a portal. */
  url: (path: string) => string;
  /** The same page on a real portal's name, which the browsers under test look for on this machine. */
  portalUrl: (path: string) => string;
  /** The same page on `localhost`, which it does not. */
  unlistedUrl: (path: string) => string;
  add: (path: string, page: ServedPage) => void;
  close: () => Promise<void>;
}

/** Serves pages from loopback, on a free port. */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const missing = request.url === '/favicon.ico' ? 204 : 404;
    response.writeHead(page === undefined ? missing : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    portalUrl: (path) => `http://${PORTAL}:${port}${path}`,
    unlistedUrl: (path) => `http://localhost:${port}${path}`,
    add: (path, page) => pages.set(path, page),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** In: the name of a file in `tests/pages/`. Out: the page. */
export function ownPage(name: string): ServedPage {
  return { body: readFileSync(new URL(`../../tests/pages/${name}`, import.meta.url)) };
}
