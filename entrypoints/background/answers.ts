import { defineExtensionMessaging } from '@webext-core/messaging';

import { assess } from '../../domain/assessment/assess.ts';
import {
  AssessRequestSchema,
  CiteRequestSchema,
  CountSchema,
  SheetRequestSchema,
  type AssessResponse,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { IdSchema } from '../../domain/registry/text.ts';
import { extractProvider } from '../../domain/sheet/registry-extract.ts';
import { cite } from './citations.ts';
import { registryInForce } from './registry-in-force.ts';
import { openSheet } from './sheet-tab.ts';
import { showCount } from './toolbar.ts';

/** Registers every message that the background answers. */
export function answerMessages(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('assess', ({ data }) => assessAll(parseMessage(AssessRequestSchema, data).providers));
  onMessage('readProvider', ({ data }) => extractProvider(registryInForce(), parseMessage(IdSchema, data)));
  onMessage('listProviders', () =>
    Object.values(registryInForce().providers).map(({ id, name }) => ({ provider: id, name })),
  );
  onMessage('openSheet', ({ data, sender }) => openSheet(parseMessage(SheetRequestSchema, data), sender.tab));
  onMessage('cite', ({ data }) => cite(parseMessage(CiteRequestSchema, data)));
  onMessage('countProviders', async ({ data, sender }) => {
    const count = parseMessage(CountSchema, data);
    // A content script speaks for the tab it is in, and for no other.
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await showCount(tabId, count);
  });
}

function assessAll(providers: string[]): AssessResponse {
  const registry = registryInForce();
  const today = new Date().toISOString().slice(0, 10);
  return {
    registry: { version: registry.version, date: registry.date },
    assessments: providers.flatMap((id) => {
      const provider = registry.providers[id];
      return provider === undefined ? [] : [assess(provider, today, registry)];
    }),
  };
}
