import { browser } from 'wxt/browser';

/** Throws for a content script: it lives beside a hostile page, and sees neither other sites nor what it may change. */
export function mustBeOwnPage({ id, url }: { id?: string | undefined; url?: string | undefined }): void {
  const own = id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
  if (!own) throw new Error('only a page of the extension may ask this');
}
