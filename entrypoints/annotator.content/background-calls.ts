import { defineExtensionMessaging } from '@webext-core/messaging';

import * as v from 'valibot';

import type { CitationText } from '../../domain/dossier/citation.ts';
import {
  AssessResponseSchema,
  CitationTextSchema,
  type AssessResponse,
  type CiteRequest,
  type Protocol,
  type SheetRequest,
} from '../../domain/protocol/messages.ts';
import { BoxSchema, type Box, type FrameCardRequest } from '../../domain/protocol/frame-card.ts';
import {
  AdditionSchema,
  ChangeAnswerSchema,
  type Addition,
  type AddRequest,
  type ChangeAnswer,
  type UndoRequest,
} from '../../domain/protocol/addition.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import {
  NameEvidenceSchema,
  NameListSchema,
  type NameEvidence,
  type NameList,
} from '../../domain/registry/name-index.ts';
import { MessagesSchema, type Messages } from '../../domain/wording/messages.ts';
import { PageSettingsSchema, type PageSettings } from '../../domain/settings/page-settings.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/** Asks the background for a provider's three axes as of today. Rejects when the extension is gone or the answer is malformed. */
export async function assess(provider: string): Promise<AssessResponse> {
  return parseMessage(AssessResponseSchema, await sendMessage('assess', { providers: [provider] }));
}

/** Tells that this frame names others than before. An extension that is gone needs not know. */
export function providersChanged(): void {
  sendMessage('providersChanged', undefined).catch(() => undefined);
}

/** Has the page around this frame show a card. Out: where it is, in this frame's pixels; null where the frame has to show it itself. */
export async function showFrameCard(request: FrameCardRequest): Promise<Box | null> {
  return parseMessage(v.nullable(BoxSchema), await sendMessage('showFrameCard', request).catch(() => null));
}

/** Takes that card away. */
export function dropFrameCard(): void {
  sendMessage('dropFrameCard', undefined).catch(() => undefined);
}

/** Tells a frame that its card is closed. */
export function frameCardClosed(frame: number): void {
  sendMessage('frameCardClosed', frame).catch(() => undefined);
}

/** Asks how this page is to be marked. Rejects when the extension is gone or the answer is malformed. */
export async function readPageSettings(): Promise<PageSettings> {
  const topOrigin = [...(location.ancestorOrigins ?? [])].at(-1) ?? null;
  return parseMessage(PageSettingsSchema, await sendMessage('readPageSettings', topOrigin));
}

/** Asks for the names of the registry in force. Out: null where they are the bundled ones. Rejects as the others do. */
export async function readNames(): Promise<NameList | null> {
  return parseMessage(v.nullable(NameListSchema), await sendMessage('readNames', undefined));
}

/** Asks what tells the ambiguous names of an edition apart. Out: null for one that is in force no more. Rejects as the others do. */
export async function readNameEvidence(edition: string): Promise<NameEvidence | null> {
  return parseMessage(v.nullable(NameEvidenceSchema), await sendMessage('readNameEvidence', edition));
}

/** Asks for the messages of a language that is not the browser's. Rejects as the others do. */
export async function readMessages(language: Exclude<PageSettings['language'], 'browser'>): Promise<Messages> {
  return parseMessage(MessagesSchema, await sendMessage('readMessages', language));
}

/** Calls back when the settings changed. Out: what stops it. */
export function onSettingsChanged(callback: () => void): () => void {
  return onMessage('settingsChanged', callback);
}

/** Has the background write a citation. Out: null for a provider that the registry no longer holds. Rejects when the extension is gone. */
export async function cite(request: CiteRequest): Promise<CitationText | null> {
  return parseMessage(v.nullable(CitationTextSchema), await sendMessage('cite', request));
}

/** Opens a provider's full sheet in a tab of its own. */
export function openSheet(request: SheetRequest): void {
  sendMessage('openSheet', request).catch(() => undefined);
}

/** Adds a provider to the active dossier. An extension that is gone is a refusal like another. */
export async function addToDossier(provider: string, page: NonNullable<AddRequest['page']>): Promise<Addition> {
  try {
    return parseMessage(AdditionSchema, await sendMessage('addToDossier', { providers: [provider], page }));
  } catch {
    return { ok: false, problem: 'failed' };
  }
}

/** Takes an addition back. */
export async function undoAddition(request: UndoRequest): Promise<ChangeAnswer> {
  try {
    return parseMessage(ChangeAnswerSchema, await sendMessage('undoInDossier', request));
  } catch {
    return { ok: false, problem: 'failed' };
  }
}

/** Opens a dossier in a tab of its own. */
export function openDossier(id: string): void {
  sendMessage('openDossier', id).catch(() => undefined);
}
