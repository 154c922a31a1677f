import { defineExtensionMessaging } from '@webext-core/messaging';

import { askedByPage, takesBackAddition } from '../../domain/dossier/asked-by-page.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { AddRequestSchema, UndoRequestSchema, type ChangeAnswer } from '../../domain/protocol/addition.ts';
import {
  ChangeRequestSchema,
  DossierRequestSchema,
  KeepRequestSchema,
} from '../../domain/protocol/dossier-messages.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { orRefusal } from './dossier-refused.ts';
import {
  chooseStored,
  readRaw,
  readRawBeginning,
  readStored,
  removeStored,
  restoreStored,
  undoStored,
} from './dossier-store.ts';
import {
  addToDossier,
  changeDossier,
  compareDossier,
  createDossier,
  keepDossier,
  listDossiers,
  now,
} from './dossiers.ts';
import { openDossier } from './dossier-tab.ts';
import { isOwnPage, mustBeOwnPage } from './own-pages-only.ts';

/** Answers for the dossiers: whole to our own pages alone. A content script may add a name, and take that back. */
export function answerForDossiers(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('listDossiers', ({ sender }) => {
    mustBeOwnPage(sender);
    return orRefusal(listDossiers());
  });
  onMessage('readDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return orRefusal(
      readRaw(parseMessage(DossierRequestSchema, data)).then((read) => ({ ok: true as const, ...read })),
    );
  });
  onMessage('readDossierBeginning', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return orRefusal(
      readRawBeginning(parseMessage(DossierRequestSchema, data)).then((beginning) => ({
        ok: true as const,
        beginning,
      })),
    );
  });
  onMessage('compareDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return orRefusal(compareDossier(parseMessage(DossierRequestSchema, data)));
  });
  onMessage('createDossier', ({ sender }) => {
    mustBeOwnPage(sender);
    return afterChange(createDossier());
  });
  onMessage('chooseDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    const id = parseMessage(DossierRequestSchema, data);
    return afterChange(chooseStored(id).then(() => readStored(id)));
  });
  onMessage('changeDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return afterChange(changeDossier(parseMessage(ChangeRequestSchema, data)));
  });
  onMessage('keepDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return afterChange(keepDossier(parseMessage(KeepRequestSchema, data)));
  });
  onMessage('removeDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { dossier, revision } = parseMessage(UndoRequestSchema, data);
    return afterChange(removeStored(dossier, revision, Date.now()).then(() => ({ id: dossier, revision })));
  });
  onMessage('restoreDossier', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return afterChange(restoreStored(parseMessage(DossierRequestSchema, data)));
  });
  onMessage('addToDossier', async ({ data, sender }) => {
    const request = parseMessage(AddRequestSchema, data);
    const asked = isOwnPage(sender) ? request : askedByPage(request, sender.url);
    const addition = await orRefusal(addToDossier(asked));
    if (addition.ok) tellOwnPages();
    return addition;
  });
  onMessage('undoInDossier', ({ data, sender }) => {
    const { dossier, revision } = parseMessage(UndoRequestSchema, data);
    return afterChange(undoStored(dossier, revision, isOwnPage(sender) ? () => true : takesBackAddition, now()));
  });
  onMessage('openDossier', ({ data, sender }) => openDossier(parseMessage(DossierRequestSchema, data), sender.tab));
}

async function afterChange(change: Promise<Pick<Dossier, 'id' | 'revision'>>): Promise<ChangeAnswer> {
  const answer = await orRefusal(change.then(({ id, revision }) => ({ ok: true as const, dossier: id, revision })));
  if (answer.ok) tellOwnPages();
  return answer;
}

/** Windows that show a dossier read it again. */
function tellOwnPages(): void {
  const { sendMessage } = defineExtensionMessaging<Protocol>();
  // No page of ours may be open.
  sendMessage('dossiersChanged', undefined).catch(() => undefined);
}
