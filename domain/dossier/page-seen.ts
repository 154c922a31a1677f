import type { DossierEntry } from './dossier.ts';
import { plainLine } from './plain-line.ts';

export type PageSeen = NonNullable<DossierEntry['page']>;

const LONGEST_ADDRESS = 4000;

/**
 * Makes the title and the address of a page fit to be kept.
 * In: both as the page has them. Out: the title in one line, without marks that nobody sees; the address without a name and
 * a password in it, in its written-out form, and cut to its host and path where it is longer than 4,000 UTF-16 units.
 */
export function pageSeen({ title, url }: PageSeen): PageSeen {
  return { title: plainLine(title), url: plainAddress(url) };
}

function plainAddress(address: string): string {
  if (!URL.canParse(address)) return plainLine(address);
  const url = new URL(address);
  url.username = '';
  url.password = '';
  if (url.href.length > LONGEST_ADDRESS) {
    url.search = '';
    url.hash = '';
  }
  return url.href.slice(0, LONGEST_ADDRESS);
}
