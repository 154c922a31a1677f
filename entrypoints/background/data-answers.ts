import { defineExtensionMessaging } from '@webext-core/messaging';

import bundledNameIndex from '../../generated/name-index.json';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { BUNDLED_EDITION, EditionSchema } from '../../domain/registry/edition.ts';
import { evidenceAlone, namesAlone, type NameIndex } from '../../domain/registry/name-index.ts';
import { feedReceiver } from './feed.ts';
import { mustBeOwnPage } from './own-pages-only.ts';

/** Answers for the data in force: what is said of them and what can be asked for to our own pages, the names to every page. */
export function answerForData(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('readNames', async () => {
    const index = await feedReceiver.names();
    return index === null ? null : namesAlone(index);
  });
  onMessage('readNameEvidence', async ({ data }) => {
    const index = await indexOf(parseMessage(EditionSchema, data));
    return index === null ? null : evidenceAlone(index);
  });
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

/** The names of an edition; null for one that is in force no more. */
async function indexOf(edition: string): Promise<NameIndex | null> {
  // Held to its schema when it was built.
  if (edition === BUNDLED_EDITION) return bundledNameIndex as unknown as NameIndex;
  return edition === (await feedReceiver.edition()) ? feedReceiver.names() : null;
}
