import { plainLine } from '../dossier/plain-line.ts';
import type { Addition, DossierProblem } from '../protocol/addition.ts';
import type { MessageKey } from './message-key.ts';
import type { Wording } from './wording.ts';

/** The sentence for each reason why a dossier was not changed, or cannot be shown. */
export const PROBLEM_KEYS: Record<DossierProblem, MessageKey> = {
  missing: 'dossier_problem_missing',
  'changed-elsewhere': 'dossier_problem_changedElsewhere',
  'storage-full': 'dossier_problem_storageFull',
  'too-many': 'dossier_problem_tooMany',
  'nothing-to-undo': 'dossier_problem_nothingToUndo',
  'not-in-registry': 'dossier_problem_notInRegistry',
  newer: 'dossier_problem_newer',
  unreadable: 'dossier_problem_unreadable',
  failed: 'dossier_problem_failed',
};

/**
 * In: what became of an addition, the reader's wording, and whether it was made in a private window, which leaves no trace
 * otherwise. Out: it in a sentence or two, the dossier named; or why there is none.
 */
export function additionWords(addition: Addition, { t, count }: Wording, isPrivate: boolean): string {
  if (!addition.ok) return t(PROBLEM_KEYS[addition.problem]);
  const { added, already, name } = addition;
  const said = [
    ...(added > 0 ? [count('dossier_added', added)] : []),
    ...(already > 0 ? [count('dossier_already', already)] : []),
    ...(isPrivate ? [t('dossier_keep_private')] : []),
  ].join(' ');
  return t('dossier_inDossier', name === '' ? t('dossier_unnamed') : plainLine(name), said);
}
