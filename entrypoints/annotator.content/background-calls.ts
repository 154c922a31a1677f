import { defineExtensionMessaging } from '@webext-core/messaging';

import { AssessResponseSchema, type AssessResponse, type Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** Asks the background for a provider's three axes as of today. Rejects when the extension is gone or the answer is malformed. */
export async function assess(provider: string): Promise<AssessResponse> {
  return parseMessage(AssessResponseSchema, await sendMessage('assess', { providers: [provider] }));
}

/** Tells the toolbar how many distinct providers the page names. An extension that is gone needs no count. */
export function countProviders(count: number): void {
  sendMessage('countProviders', count).catch(() => undefined);
}
