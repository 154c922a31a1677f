import { defineExtensionMessaging } from '@webext-core/messaging';

import type { Protocol } from '../../domain/protocol/messages.ts';
import { feedReceiver } from './feed.ts';
import { mustBeOwnPage } from './own-pages-only.ts';

/** Answers for the data in force: what is said of them and what can be asked for to our own pages, the names to every page. */
export function answerForData(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('readNameIndex', () => feedReceiver.names());
  onMessage('readDataReport', async ({ sender }) => {
    mustBeOwnPage(sender);
    return feedReceiver.report();
  });
  onMessage('checkFeed', async ({ sender }) => {
    mustBeOwnPage(sender);
    await feedReceiver.check();
    return feedReceiver.report();
  });
  onMessage('markChangesSeen', async ({ sender }) => {
    mustBeOwnPage(sender);
    await feedReceiver.markSeen();
    return feedReceiver.report();
  });
}
