import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import type { NoticeContent } from '../../components/dossier/Notice.tsx';
import { copyText } from '../../components/copy-text.ts';
import { useWording } from '../../components/wording-context.ts';
import { AXES } from '../../domain/assessment/assessment.ts';
import type { UndoRequest } from '../../domain/protocol/addition.ts';
import { additionWords, PROBLEM_KEYS } from '../../domain/wording/dossier-words.ts';
import { addToDossier, undoInDossier } from '../own-page/dossier-calls.ts';
import { readCitation } from '../own-page/provider-calls.ts';
import { readPageSeen } from './page.ts';

/**
 * What the popup does for the file: adds providers to the dossier, and copies citations.
 * In: the tab that names them; null where they were looked up by hand. Out: what became of it, and what can be done.
 */
export function useAdditions(tabId: number | null) {
  const wording = useWording();
  const { t } = wording;
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const pageSeen = async () => (tabId === null ? undefined : readPageSeen(tabId));

  const undo = async (request: UndoRequest) => {
    const answer = await undoInDossier(request);
    setNotice({ text: t(answer.ok ? 'dossier_undone' : PROBLEM_KEYS[answer.problem]) });
  };
  /** In: providers, and whether they were looked up by hand: their names were then read on no page. */
  const add = async (providers: string[], byHand = false) => {
    const page = byHand ? undefined : await pageSeen();
    const addition = await addToDossier({ providers, ...(page !== undefined && { page }) });
    const text = additionWords(addition, wording, browser.extension.inIncognitoContext);
    if (!addition.ok) {
      setNotice({ text });
      return;
    }
    const { dossier, revision, added } = addition;
    setNotice({
      text,
      ...(added > 0 && { onUndo: () => void undo({ dossier, revision }) }),
      link: { label: t('dossier_open'), href: `/dossier.html?id=${dossier}` },
    });
  };
  const cite = async (provider: string) => {
    const page = await pageSeen();
    const citation = await readCitation({ provider, axes: [...AXES], ...(page !== undefined && { page }) }).catch(
      () => null,
    );
    const done = citation !== null && (await copyText(citation));
    setNotice({ text: t(done ? 'cite_done' : 'cite_refused') });
  };
  return { notice, add, cite };
}
