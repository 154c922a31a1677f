import * as v from 'valibot';

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);

/** The host of a site that a user or an organisation names, as addresses write it: lower case, punycode; an intranet's single word too. */
export const HostSchema = v.pipe(
  v.string(),
  v.maxLength(253, 'is longer than a host name'),
  v.regex(HOST, 'is not a host name'),
);

/**
 * Tells whether a host is on a list.
 * In: a host and listed ones, as addresses write them. Out: true for exactly a listed host or one below it (RFC 1034
 * § 3.1), never for a mere part of the name.
 */
export function isHostAmong(host: string, listed: readonly string[]): boolean {
  return listed.some((one) => host === one || host.endsWith(`.${one}`));
}
