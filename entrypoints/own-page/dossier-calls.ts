import { defineExtensionMessaging } from '@webext-core/messaging';
import type * as v from 'valibot';

import { readBeginning, type DossierBeginning } from '../../domain/dossier/beginning.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { readDossier as parseDossier, UnreadableDossier } from '../../domain/dossier/stored-dossier.ts';
import {
  BeginningAnswerSchema,
  DossierAnswerSchema,
  DossierComparisonSchema,
  DossierListSchema,
  type ChangeRequest,
  type DossierComparison,
  type DossierList,
} from '../../domain/protocol/dossier-messages.ts';
import {
  AdditionSchema,
  ChangeAnswerSchema,
  type AddRequest,
  type Addition,
  type ChangeAnswer,
  type DossierRefusal,
  type UndoRequest,
} from '../../domain/protocol/addition.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/** The dossiers in short. None of these calls rejects: a background that does not answer is a refusal like another. */
export function listDossiers(): Promise<DossierList> {
  return answerTo(DossierListSchema, sendMessage('listDossiers', undefined));
}

/** One dossier, whole, and whether a change of it can be taken back. */
export async function readDossier(
  id: string,
): Promise<{ ok: true; dossier: Dossier; undoable: boolean } | DossierRefusal> {
  const answer = await answerTo(DossierAnswerSchema, sendMessage('readDossier', id));
  if (!answer.ok) return answer;
  try {
    return { ...answer, dossier: parseDossier(answer.dossier) };
  } catch (error) {
    return { ok: false, problem: error instanceof UnreadableDossier ? error.problem : 'unreadable' };
  }
}

/** What to show of a dossier while the whole is read; null where there is nothing but the whole. */
export async function readDossierBeginning(id: string): Promise<DossierBeginning | null> {
  const answer = await answerTo(BeginningAnswerSchema, sendMessage('readDossierBeginning', id));
  return answer.ok ? readBeginning(answer.beginning) : null;
}

/** What the registry in force says otherwise than a dossier. */
export function compareDossier(id: string): Promise<DossierComparison> {
  return answerTo(DossierComparisonSchema, sendMessage('compareDossier', id));
}

export function createDossier(): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('createDossier', undefined));
}

/** Makes a dossier the one that names are added to. */
export function chooseDossier(id: string): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('chooseDossier', id));
}

export function changeDossier(request: ChangeRequest): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('changeDossier', request));
}

/** Keeps a dossier that comes from a file, or from a window that another one overtook. */
export function keepDossier(dossier: Dossier): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('keepDossier', dossier));
}

export function removeDossier(request: UndoRequest): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('removeDossier', request));
}

export function restoreDossier(id: string): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('restoreDossier', id));
}

/** Adds providers to a dossier, the active one unless it is named. */
export function addToDossier(request: AddRequest): Promise<Addition> {
  return answerTo(AdditionSchema, sendMessage('addToDossier', request));
}

/** Takes the last change of a dossier back. */
export function undoInDossier(request: UndoRequest): Promise<ChangeAnswer> {
  return answerTo(ChangeAnswerSchema, sendMessage('undoInDossier', request));
}

/** Calls back when something about the dossiers changed, here or elsewhere. Out: what stops it. */
export function onDossiersChanged(callback: () => void): () => void {
  return onMessage('dossiersChanged', callback);
}

async function answerTo<const Schema extends v.GenericSchema>(
  schema: Schema,
  asked: Promise<unknown>,
): Promise<v.InferOutput<Schema> | DossierRefusal> {
  try {
    return parseMessage(schema, await asked);
  } catch {
    return { ok: false, problem: 'failed' };
  }
}
