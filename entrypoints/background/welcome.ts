import { browser } from 'wxt/browser';

import { managedPolicy } from './policy-in-force.ts';

/** Opens the welcome page once, after the installation; never at an update, nor where the organisation does without. */
export function welcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void open();
  });
}

async function open(): Promise<void> {
  const { policy } = await managedPolicy();
  if (policy.welcome === false) return;
  // Tests look at pages of their own, and find it behind them.
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html'), active: import.meta.env.MODE !== 'e2e' });
}
