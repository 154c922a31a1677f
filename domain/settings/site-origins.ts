import { HostSchema } from '../registry/host.ts';
import * as v from 'valibot';

const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Every site there is, as a match pattern. */
export const EVERY_ORIGIN = '*://*/*';

/**
 * The match pattern of a site that a user adds.
 * In: a host. Out: the host and all below it; an IP address or a single word has nothing below it.
 */
export function originOf(host: string): string {
  return ADDRESS.test(host) || !host.includes('.') ? `*://${host}/*` : `*://*.${host}/*`;
}

/**
 * Reads what somebody typed or pasted as a site.
 * In: a host, or an address that holds one, in any case, accents too. Out: the host as addresses write it, without `www.`;
 * null when it is none.
 */
export function hostFrom(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  return /^https?:$/.test(protocol) && v.is(HostSchema, host) ? host : null;
}
