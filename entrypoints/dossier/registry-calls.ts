import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';

import { offeringChoices } from '../../domain/dossier/freeze.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { RegistrySchema } from '../../domain/registry/registry.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** The offerings of a provider, by name; none for one that the registry in force does not hold. Rejects when the background does not answer. */
export async function readOfferings(provider: string): Promise<{ id: string; name: string }[]> {
  const registry = parseMessage(v.nullable(RegistrySchema), await sendMessage('readProvider', provider));
  const found = registry?.providers[provider];
  return found === undefined ? [] : offeringChoices(found);
}
