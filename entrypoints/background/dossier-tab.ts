import { browser } from 'wxt/browser';
import type { Tabs } from 'webextension-polyfill';

/** Opens a dossier beside the tab that asks. */
export async function openDossier(id: string, from: Tabs.Tab | undefined): Promise<void> {
  const url = browser.runtime.getURL(`/dossier.html?id=${id}` as '/popup.html');
  const { id: openerTabId, index } = from ?? {};
  const beside = openerTabId === undefined || index === undefined ? {} : { openerTabId, index: index + 1 };
  // A private window may not show a page of ours: the browser then chooses the window.
  await browser.tabs.create({ url, ...beside }).catch(() => browser.tabs.create({ url }));
}
