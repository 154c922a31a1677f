import { defineExtensionMessaging } from '@webext-core/messaging';

import { assess } from '../../domain/assessment/assess.ts';
import {
  AssessRequestSchema,
  CiteRequestSchema,
  CountSchema,
  SearchTextSchema,
  SheetRequestSchema,
  type AssessRequest,
  type AssessResponse,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { IdSchema } from '../../domain/registry/text.ts';
import { checkRequirements } from '../../domain/requirements/check-requirements.ts';
import { extractProvider } from '../../domain/sheet/registry-extract.ts';
import { cite } from './citations.ts';
import { searchProviders } from './look-up.ts';
import { registryInForce } from './registry-in-force.ts';
import { requirementsInForce as requirements } from './requirements-in-force.ts';
import { settingsInForce } from './settings-in-force.ts';
import { openSheet } from './sheet-tab.ts';
import { dayIn } from './today.ts';
import { showCount } from './toolbar.ts';

/** Registers every message that the background answers. */
export function answerMessages(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('assess', ({ data }) => assessAll(parseMessage(AssessRequestSchema, data)));
  onMessage('listRequirementSets', () =>
    requirements.sets.map(({ id, name, legalText }) => ({ id, name, legalText: legalText.name })),
  );
  onMessage('readProvider', ({ data }) => extractProvider(registryInForce(), parseMessage(IdSchema, data)));
  onMessage('listProviders', () =>
    Object.values(registryInForce().providers).map(({ id, name }) => ({ provider: id, name })),
  );
  onMessage('openSheet', ({ data, sender }) => openSheet(parseMessage(SheetRequestSchema, data), sender.tab));
  onMessage('cite', ({ data }) => cite(parseMessage(CiteRequestSchema, data)));
  onMessage('searchProviders', ({ data }) => searchProviders(parseMessage(SearchTextSchema, data)));
  onMessage('countProviders', async ({ data, sender }) => {
    const count = parseMessage(CountSchema, data);
    // A content script speaks for the tab it is in, and for no other.
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await showCount(tabId, count);
  });
}

async function assessAll({ providers, requirementSet, buyer }: AssessRequest): Promise<AssessResponse> {
  const registry = registryInForce();
  const today = dayIn(registry);
  const chosen = requirementSet ?? (await settingsInForce()).requirementSet;
  // A set that a policy or an older version named and that is no more asks nothing.
  const set = requirements.sets.find(({ id }) => id === chosen);
  const found = providers.flatMap((id) => registry.providers[id] ?? []);
  return {
    registry: { version: registry.version, date: registry.date },
    assessments: found.map((provider) => assess(provider, today, registry)),
    ...(set !== undefined && {
      checklists: Object.fromEntries(
        found.map((provider) => [
          provider.id,
          checkRequirements(set, requirements, buyer ?? 'collectivite', provider, today, registry),
        ]),
      ),
    }),
  };
}
