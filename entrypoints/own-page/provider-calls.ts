import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';

import type { CitationText } from '../../domain/dossier/citation.ts';
import {
  CitationTextSchema,
  ProviderHitsSchema,
  type CiteRequest,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import type { ProviderHit } from '../../domain/registry/provider-search.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** The providers that a text names. Rejects when the background does not answer. */
export async function searchProviders(text: string): Promise<ProviderHit[]> {
  return parseMessage(ProviderHitsSchema, await sendMessage('searchProviders', text.slice(0, 200)));
}

/** Has the background write a citation. Out: null when there is nothing to cite any more. Rejects when the extension is gone. */
export async function readCitation(request: CiteRequest): Promise<CitationText | null> {
  return parseMessage(v.nullable(CitationTextSchema), await sendMessage('cite', request));
}
