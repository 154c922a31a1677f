import { defineExtensionMessaging } from '@webext-core/messaging';

import { PlacedFrameCardRequestSchema } from '../../domain/protocol/frame-card.ts';
import { StepSchema, TabSchema, type Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import type { Annotator } from './annotator.ts';
import { pageSeenHere } from './page-seen-here.ts';

/**
 * Answers the popup and the background. `runtime.onMessage` in a content script hears our own extension only.
 * In: the page's annotator, null while the page is not annotated. Out: what stops the answers.
 */
export function answerMessages(annotator: () => Annotator | null): () => void {
  const { onMessage, removeAllListeners } = defineExtensionMessaging<Protocol>();
  onMessage('readInventory', () => annotator()?.inventory() ?? null);
  onMessage('readNamed', () => annotator()?.named() ?? []);
  onMessage('goToMention', ({ data }) => annotator()?.goTo(parseMessage(StepSchema, data)) ?? false);
  onMessage(
    'openFrameCard',
    ({ data }) => annotator()?.openForFrame(parseMessage(PlacedFrameCardRequestSchema, data)) ?? null,
  );
  onMessage('closeFrameCard', ({ data }) => annotator()?.closeForFrame(parseMessage(TabSchema, data)));
  onMessage('forgetFrameCard', () => annotator()?.forgetFrameCard());
  onMessage('readPageSeen', pageSeenHere);
  return removeAllListeners;
}
