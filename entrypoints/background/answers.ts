import { defineExtensionMessaging } from '@webext-core/messaging';

import { assess } from '../../domain/assessment/assess.ts';
import {
  AssessRequestSchema,
  CiteRequestSchema,
  SearchTextSchema,
  SheetRequestSchema,
  type AssessRequest,
  type AssessResponse,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { IdSchema } from '../../domain/registry/text.ts';
import { checkRequirements } from '../../domain/requirements/check-requirements.ts';
import { internalNotes } from '../../domain/settings/policy.ts';
import { extractProvider } from '../../domain/sheet/registry-extract.ts';
import { cite } from './citations.ts';
import { searchProviders } from './look-up.ts';
import { policyInForce } from './policy-in-force.ts';
import { registryInForce } from './registry-in-force.ts';
import { requirementsInForce as requirements } from './requirements-in-force.ts';
import { settingsInForce } from './settings-in-force.ts';
import { openSheet } from './sheet-tab.ts';
import { dayIn } from './today.ts';

/** Registers every message that the background answers. */
export function answerMessages(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('assess', ({ data }) => assessAll(parseMessage(AssessRequestSchema, data)));
  onMessage('listRequirementSets', () =>
    requirements.sets.map(({ id, name, legalText }) => ({ id, name, legalText: legalText.name })),
  );
  onMessage('readProvider', async ({ data }) => extractProvider(await registryInForce(), parseMessage(IdSchema, data)));
  onMessage('listProviders', async () =>
    Object.values((await registryInForce()).providers).map(({ id, name }) => ({ provider: id, name })),
  );
  onMessage('openSheet', ({ data, sender }) => openSheet(parseMessage(SheetRequestSchema, data), sender.tab));
  onMessage('cite', ({ data }) => cite(parseMessage(CiteRequestSchema, data)));
  onMessage('searchProviders', ({ data }) => searchProviders(parseMessage(SearchTextSchema, data)));
}

async function assessAll({ providers, requirementSet, buyer }: AssessRequest): Promise<AssessResponse> {
  const registry = await registryInForce();
  const today = dayIn(registry);
  const chosen = requirementSet ?? (await settingsInForce()).requirementSet;
  // A set that a policy or an older version named and that is no more asks nothing.
  const set = requirements.sets.find(({ id }) => id === chosen);
  const found = providers.flatMap((id) => registry.providers[id] ?? []);
  const { policy } = await policyInForce();
  const internal = internalNotes(
    policy,
    found.map(({ id }) => id),
  );
  return {
    registry: { version: registry.version, date: registry.date },
    assessments: found.map((provider) => assess(provider, today, registry)),
    ...(internal !== null && { internal }),
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
