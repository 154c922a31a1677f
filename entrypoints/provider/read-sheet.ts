import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';

import {
  AssessResponseSchema,
  DirectorySchema,
  type Directory,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { RegistrySchema, type Registry } from '../../domain/registry/registry.ts';
import type { Checklist } from '../../domain/requirements/checklist.ts';
import type { InternalNotes } from '../../domain/settings/internal-note.ts';
import { IdSchema } from '../../domain/registry/text.ts';
import { describeProvider, type ProviderSheet } from '../../domain/sheet/provider-sheet.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** What the page's address leads to. */
export type SheetState =
  | { kind: 'loading' }
  | {
      kind: 'shown';
      sheet: ProviderSheet;
      registry: Pick<Registry, 'version' | 'date'>;
      /** The day as of which the facts are weighed. */
      day: string;
      checklist: Checklist | undefined;
      internal: InternalNotes | undefined;
    }
  /** No id, or one that the registry in force does not hold: the reader can choose another. */
  | { kind: 'missing'; id: string | null; directory: Directory }
  | { kind: 'failed' };

/** Reads the sheet that an address names. In: the address's query, an ISO day. Every failure is a state with a sentence of its own. */
export async function readSheet(query: string, today: string): Promise<SheetState> {
  const id = new URLSearchParams(query).get('id');
  try {
    const registry = v.is(IdSchema, id)
      ? parseMessage(v.nullable(RegistrySchema), await sendMessage('readProvider', id))
      : null;
    const provider = id === null ? undefined : registry?.providers[id];
    if (registry === null || provider === undefined) {
      return { kind: 'missing', id, directory: parseMessage(DirectorySchema, await sendMessage('listProviders')) };
    }
    const { version, date } = registry;
    // A clock that is behind the registry's edition must be wrong.
    const day = today < date ? date : today;
    const { checklists, internal } = parseMessage(
      AssessResponseSchema,
      await sendMessage('assess', { providers: [provider.id] }),
    );
    return {
      kind: 'shown',
      sheet: describeProvider(provider, day, registry),
      registry: { version, date },
      day,
      checklist: checklists?.[provider.id],
      internal,
    };
  } catch {
    return { kind: 'failed' };
  }
}
