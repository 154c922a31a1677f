import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';

import type { Protocol } from '../../domain/protocol/messages.ts';

/** Tells every page of ours, and every page that we are in, to ask again. */
export async function tellPages(): Promise<void> {
  const { sendMessage } = defineExtensionMessaging<Protocol>();
  // No page of ours may be open.
  await sendMessage('settingsChanged', undefined).catch(() => undefined);
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      // A tab that we are not in has nobody to tell.
      if (id !== undefined) await sendMessage('settingsChanged', undefined, id).catch(() => undefined);
    }),
  );
}
