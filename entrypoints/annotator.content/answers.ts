import { defineExtensionMessaging } from '@webext-core/messaging';

import { DirectionSchema, type Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { IdSchema } from '../../domain/registry/text.ts';
import type { Annotator } from './annotator.ts';
import { pageSeenHere } from './page-seen-here.ts';

/**
 * Answers the popup and the background. `runtime.onMessage` in a content script hears our own extension only.
 * In: the page's annotator, null while the page is not annotated. Out: what stops the answers.
 */
export function answerMessages(annotator: () => Annotator | null): () => void {
  const { onMessage, removeAllListeners } = defineExtensionMessaging<Protocol>();
  onMessage('readInventory', () => annotator()?.inventory() ?? null);
  onMessage('showNext', ({ data }) => annotator()?.showNext(parseMessage(IdSchema, data)) ?? false);
  onMessage('goToMention', ({ data }) => annotator()?.goToMention(parseMessage(DirectionSchema, data)) ?? false);
  onMessage('readPageSeen', pageSeenHere);
  return removeAllListeners;
}
