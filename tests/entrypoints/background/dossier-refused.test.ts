import { expect, it } from 'vitest';

import { DossierFull } from '../../../domain/dossier/dossier-patch.ts';
import { UnreadableDossier } from '../../../domain/dossier/stored-dossier.ts';
import { DossierRefused, orRefusal } from '../../../entrypoints/background/dossier-refused.ts';

it.each([
  ['a full disk, in Chrome and Firefox', new DOMException('full', 'QuotaExceededError'), 'storage-full'],
  ['a dossier of a newer Ancrage', new UnreadableDossier('newer'), 'newer'],
  ['a broken dossier', new UnreadableDossier('unreadable', 'name'), 'unreadable'],
  ['a full dossier', new DossierFull(), 'too-many'],
  ['a refusal', new DossierRefused('changed-elsewhere'), 'changed-elsewhere'],
  ['anything else', new TypeError('no'), 'failed'],
  ['nothing that is an error', 'no', 'failed'],
])('says to the reader why nothing was changed: %s', async (_, error, problem) => {
  expect(await orRefusal(Promise.reject(error as Error))).toEqual({ ok: false, problem });
});
