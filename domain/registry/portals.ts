import { isHostAmong } from './host.ts';

interface Addressed {
  hosts: readonly string[];
  path?: string;
}

/**
 * The addresses on which the content script runs without being asked.
 * In: the portals and the build's mode; the `e2e` mode adds the loopback address that tests serve pages from.
 * Out: match patterns of the extension manifest, sorted.
 */
export function matchPatternsOf(portals: readonly Addressed[], mode: string): string[] {
  const patterns = portals
    .flatMap((portal) => portal.hosts.map((host) => `*://*.${host}${portal.path ?? '/'}*`))
    .sort();
  return mode === 'e2e' ? [...patterns, 'http://127.0.0.1/*'] : patterns;
}

/**
 * Tells whether a page is on a portal.
 * In: the portals, the page's host and path. Out: true for exactly a portal's host or one below it, and below its path
 * where it has one; never for a mere part of the name.
 */
export function isOnPortal(portals: readonly Addressed[], host: string, path: string): boolean {
  return portals.some((portal) => isHostAmong(host, portal.hosts) && path.startsWith(portal.path ?? '/'));
}
