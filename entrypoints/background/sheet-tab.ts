import { browser } from 'wxt/browser';
import type { Tabs } from 'webextension-polyfill';

import type { SheetRequest } from '../../domain/protocol/messages.ts';
import { registryInForce } from './registry-in-force.ts';

/**
 * Opens a provider's sheet beside the tab that asks: a page may not lead to a page of ours, its content script asks for it.
 * Nothing opens for a provider that the registry does not hold.
 */
export async function openSheet({ provider, section }: SheetRequest, from: Tabs.Tab | undefined): Promise<void> {
  if ((await registryInForce()).providers[provider] === undefined) return;
  const address = browser.runtime.getURL(`/provider.html?id=${provider}${section === undefined ? '' : `#${section}`}`);
  const { id, index } = from ?? {};
  // A private window may not show a page of ours: the browser then chooses the window, which beside its opener it could not.
  const beside = id === undefined || index === undefined ? {} : { openerTabId: id, index: index + 1 };
  await browser.tabs.create({ url: address, ...beside }).catch(() => browser.tabs.create({ url: address }));
}
