import { browser } from 'wxt/browser';

interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** Throws for a content script: it lives beside a hostile page, and sees neither other sites nor what it may change. */
export function mustBeOwnPage(sender: Sender): void {
  if (!isOwnPage(sender)) throw new Error('only a page of the extension may ask this');
}

/** Whether a message comes from a page of ours, and not from a content script. */
export function isOwnPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}
