import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi;

/**
 * Sends the background a message, from a page of ours or from a content script's place.
 * In: its type and data, as `@webext-core/messaging` writes them. Out: the answer, or what it failed with. Runs in the page.
 */
export async function sendToBackground({ type, data }: { type: string; data?: unknown }): Promise<unknown> {
  const message = { id: 1, type, data, timestamp: 0 };
  const answer: { res?: unknown; err?: { message: string } } | undefined = await chrome.runtime.sendMessage(message);
  return answer?.err === undefined ? answer?.res : `failed: ${answer.err.message}`;
}

/** The same, with the answer as JSON: Firefox's driver hands deep objects over in part. */
export async function sendForText({ type, data }: { type: string; data?: unknown }): Promise<string> {
  const message = { id: 1, type, data, timestamp: 0 };
  const answer: { res?: unknown } | undefined = await chrome.runtime.sendMessage(message);
  return JSON.stringify(answer?.res ?? null);
}

/** The same to a tab: to the content script of its top frame. */
export async function sendToTab({ tab, type, data }: { tab: number; type: string; data?: unknown }): Promise<unknown> {
  const message = { id: 1, type, data, timestamp: 0 };
  const answer: { res?: unknown; err?: { message: string } } | undefined = await chrome.tabs.sendMessage(tab, message, {
    frameId: 0,
  });
  return answer?.err === undefined ? answer?.res : `failed: ${answer.err.message}`;
}
