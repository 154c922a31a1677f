import { useEffect, useRef, useState } from 'preact/hooks';

import { KeepingLine, type Keeping } from '../../components/dossier/KeepingLine.tsx';
import { Notice, type NoticeContent } from '../../components/dossier/Notice.tsx';
import { useWording } from '../../components/wording-context.ts';
import { plainLine } from '../../domain/dossier/plain-line.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { PROBLEM_KEYS } from '../../domain/wording/dossier-words.ts';
import { keepDossier, listDossiers } from '../own-page/dossier-calls.ts';
import { listRequirementSets } from '../own-page/settings-calls.ts';
import { readChosenFile, reasonOf } from './dossier-files.ts';
import { DossierView } from './DossierView.tsx';
import { askToKeep, keepingOf } from './keeping.ts';
import { ListView } from './ListView.tsx';

const addressOf = (id: string) => `/dossier.html?id=${id}`;
/** Beside a page the address asks for the dossier that names are added to. */
const isBeside = () => parameter('active') !== null && parameter('id') === null;
const parameter = (name: string) => new URLSearchParams(location.search).get(name);

/** The dossiers: all of them, or one. As a page of its own, and beside another page. */
export function DossierPage() {
  const wording = useWording();
  const { t } = wording;
  const [open, setOpen] = useState(parameter('id'));
  const [ready, setReady] = useState(!isBeside());
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [sets, setSets] = useState<RequirementSetList>([]);
  const pageRef = useRef<HTMLDivElement>(null);

  const go = (id: string | null, then: NoticeContent | null = null) => {
    history.pushState(null, '', id === null ? '/dossier.html' : addressOf(id));
    setOpen(id);
    setNotice(then);
    // What a screen reader goes on from; a pointer sees nothing of it.
    pageRef.current?.focus();
  };

  useEffect(() => {
    listRequirementSets().then(setSets, () => undefined);
    void listDossiers().then(async (list) => {
      if (isBeside() && list.ok) setOpen(list.active);
      setReady(true);
      setKeeping(await keepingOf(list.ok && list.forgetful));
    });
    const onBack = () => {
      setOpen(parameter('id'));
      setNotice(null);
    };
    addEventListener('popstate', onBack);
    return () => {
      removeEventListener('popstate', onBack);
    };
  }, []);

  const importFile = async (file: File) => {
    try {
      const dossier = await readChosenFile(file);
      const kept = await keepDossier(dossier);
      if (kept.ok)
        go(kept.dossier, {
          text: t('dossier_imported', dossier.name === '' ? t('dossier_unnamed') : plainLine(dossier.name)),
        });
      else setNotice({ text: t(PROBLEM_KEYS[kept.problem]) });
    } catch (error) {
      setNotice({ text: reasonOf(error, wording) });
    }
  };
  const notices = (
    <>
      <Notice content={notice} />
      <KeepingLine keeping={keeping} onAsk={() => void askToKeep().then(setKeeping)} />
    </>
  );

  if (!ready) return <p class="dossier-page">{t('dossier_loading')}</p>;
  return (
    <div class="dossier-page" tabIndex={-1} ref={pageRef}>
      {open === null ? (
        <ListView addressOf={addressOf} go={go} notify={setNotice} onImport={(file) => void importFile(file)}>
          {notices}
        </ListView>
      ) : (
        <DossierView key={open} id={open} sets={sets} go={go} notify={setNotice}>
          {notices}
        </DossierView>
      )}
    </div>
  );
}
