import { browser } from 'wxt/browser';

/**
 * Keeps content scripts out of local storage, where the browser can (Chrome; Firefox has no such setting yet): settings, keys
 * and data are the background's, whatever a page does to the script beside it.
 */
export function keepStoragePrivate(): void {
  const { local } = browser.storage as unknown as {
    local: { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };
  };
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
