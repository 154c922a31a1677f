import { browser } from 'wxt/browser';
import type { Tabs } from 'webextension-polyfill';

/** Also the name of its keyboard command. */
export const DOSSIERS_MENU = 'open-dossiers';

/** Opens the dossiers from the toolbar button's menu, and by the keyboard command that the reader gave a key. */
export function openDossiersOnDemand(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === DOSSIERS_MENU) void browser.tabs.create({ url: addressOf('') });
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === DOSSIERS_MENU) void browser.tabs.create({ url: addressOf('') });
  });
}

/** Opens a dossier beside the tab that asks. */
export async function openDossier(id: string, from: Tabs.Tab | undefined): Promise<void> {
  const url = addressOf(`?id=${id}`);
  const { id: openerTabId, index } = from ?? {};
  const beside = openerTabId === undefined || index === undefined ? {} : { openerTabId, index: index + 1 };
  // A private window may not show a page of ours: the browser then chooses the window.
  await browser.tabs.create({ url, ...beside }).catch(() => browser.tabs.create({ url }));
}

function addressOf(query: string): string {
  return browser.runtime.getURL(`/dossier.html${query}` as '/dossier.html');
}
