import { browser } from 'wxt/browser';

/**
 * Writes to the extension's own storage, all of it or nothing.
 * Tried twice: after a full disk, Firefox refuses the write that comes next, whatever it is, even where there is room again.
 */
export function storeLocally(values: Record<string, unknown>): Promise<void> {
  return browser.storage.local.set(values).catch(() => browser.storage.local.set(values));
}
