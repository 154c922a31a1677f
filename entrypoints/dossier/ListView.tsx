import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { DossierList } from '../../components/dossier/DossierList.tsx';
import type { NoticeContent } from '../../components/dossier/Notice.tsx';
import { useWording } from '../../components/wording-context.ts';
import type { ChangeAnswer } from '../../domain/protocol/addition.ts';
import type { DossierList as List, DossierSummary } from '../../domain/protocol/dossier-messages.ts';
import { PROBLEM_KEYS } from '../../domain/wording/dossier-words.ts';
import {
  chooseDossier,
  createDossier,
  listDossiers,
  onDossiersChanged,
  removeDossier,
  restoreDossier,
} from '../own-page/dossier-calls.ts';

interface Props {
  addressOf: (id: string) => string;
  go: (id: string, then?: NoticeContent | null) => void;
  notify: (notice: NoticeContent) => void;
  onImport: (file: File) => void;
  /** What was just done, and what stands in its way. */
  children: ComponentChildren;
}

/** All dossiers. */
export function ListView({ addressOf, go, notify, onImport, children }: Props) {
  const { t } = useWording();
  const [list, setList] = useState<List | null>(null);
  useEffect(() => {
    document.title = t('dossier_pageTitle', t('dossier_title'));
  }, [t]);
  useEffect(() => {
    const read = () => void listDossiers().then(setList);
    read();
    return onDossiersChanged(read);
  }, []);

  const after = (answer: ChangeAnswer, then?: NoticeContent) => {
    if (!answer.ok) notify({ text: t(PROBLEM_KEYS[answer.problem]) });
    else if (then !== undefined) notify(then);
  };
  const remove = async ({ id, name, revision }: DossierSummary) => {
    after(await removeDossier({ dossier: id, revision }), {
      text: t('dossier_deleted', name),
      onUndo: () =>
        void restoreDossier(id).then((answer) => {
          after(answer, { text: t('dossier_undone') });
        }),
    });
  };
  if (list === null) return <p>{t('dossier_loading')}</p>;
  return (
    <>
      {list.ok ? (
        <DossierList
          dossiers={list.dossiers}
          active={list.active}
          notices={children}
          address={addressOf}
          onOpen={go}
          onImport={onImport}
          onCreate={() =>
            void createDossier().then((answer) => {
              if (answer.ok) go(answer.dossier);
              else after(answer);
            })
          }
          onActivate={(id) => void chooseDossier(id).then((answer) => after(answer, { text: t('dossier_saved') }))}
          onDelete={(dossier) => void remove(dossier)}
        />
      ) : (
        <>
          {children}
          <p class="dossier-none">{t(PROBLEM_KEYS[list.problem])}</p>
        </>
      )}
    </>
  );
}
