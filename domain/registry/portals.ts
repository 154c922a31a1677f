/**
 * The addresses on which the content script runs without being asked.
 * In: the portals and the build's mode; the `e2e` mode adds the loopback address that tests serve pages from.
 * Out: match patterns of the extension manifest, sorted.
 */
export function matchPatternsOf(portals: readonly { hosts: readonly string[] }[], mode: string): string[] {
  const patterns = portals.flatMap((portal) => portal.hosts.map((host) => `*://*.${host}/*`)).sort();
  return mode === 'e2e' ? [...patterns, 'http://127.0.0.1/*'] : patterns;
}
