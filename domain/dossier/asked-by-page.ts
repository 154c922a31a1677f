import type { AddRequest } from '../protocol/addition.ts';
import type { DossierPatch } from './dossier-patch.ts';

/**
 * Narrows what a content script may ask, which lives beside a hostile page: one provider, for the active dossier, as named
 * on the page that it is in.
 * In: the request, and the page's address as the browser gives it. Out: the request that is granted.
 */
export function askedByPage({ providers, page }: AddRequest, address: string | undefined): AddRequest {
  // An application changes its address without the browser's telling it here; its origin it cannot change.
  const url = address !== undefined && page !== undefined && isSameOrigin(page.url, address) ? page.url : address;
  return {
    providers: providers.slice(0, 1),
    ...(page !== undefined && url !== undefined && { page: { title: page.title, url } }),
  };
}

/** In: the way back from a change. Out: whether it takes back an addition, and nothing else: all that a content script may. */
export function takesBackAddition({ cover, put }: DossierPatch): boolean {
  return cover === null && put.length === 0;
}

function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
