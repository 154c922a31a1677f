import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { copyText } from '../../components/copy-text.ts';
import { ConflictPanel } from '../../components/dossier/ConflictPanel.tsx';
import type { EntryCalls } from '../../components/dossier/EntryItem.tsx';
import { ExportMenu } from '../../components/dossier/ExportMenu.tsx';
import type { NoticeContent } from '../../components/dossier/Notice.tsx';
import { OpenDossier } from '../../components/dossier/OpenDossier.tsx';
import { SideTable } from '../../components/dossier/SideTable.tsx';
import { ProviderSearch } from '../../components/ProviderSearch.tsx';
import { useWording } from '../../components/wording-context.ts';
import { AXES } from '../../domain/assessment/assessment.ts';
import { writeCitation } from '../../domain/dossier/citation.ts';
import type { Dossier, DossierEntry } from '../../domain/dossier/dossier.ts';
import { entryName } from '../../domain/dossier/entry-order.ts';
import type { ExportFormat } from '../../domain/dossier/export/formats.ts';
import { plainLine } from '../../domain/dossier/plain-line.ts';
import { sideBySide } from '../../domain/dossier/side-by-side.ts';
import type { AddRequest, DossierProblem } from '../../domain/protocol/addition.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { additionWords, PROBLEM_KEYS } from '../../domain/wording/dossier-words.ts';
import { addToDossier, keepDossier } from '../own-page/dossier-calls.ts';
import { exportToFile, FORMATS } from './dossier-files.ts';
import { entriesBeside, focusEntry } from './entry-focus.ts';
import { usePrinting } from './printing.ts';
import { searchProviders } from '../own-page/provider-calls.ts';
import { readOfferings } from './registry-calls.ts';
import { DossierDesk, type DossierState } from './dossier-desk.ts';
import { coverText, entryNote, type TextPlace } from './text-place.ts';

const NOTHING_YET: DossierState = { reading: { kind: 'loading' }, comparison: null, conflict: null };

const sheetAddress = (provider: string) => `/provider.html?id=${encodeURIComponent(provider)}`;

interface Props {
  id: string;
  sets: RequirementSetList;
  go: (id: string | null, then?: NoticeContent | null) => void;
  notify: (notice: NoticeContent) => void;
  /** What was just done, and what stands in its way. */
  children: ComponentChildren;
}

/** One dossier: read, written on, added to, laid side by side, handed on. */
export function DossierView({ id, sets, go, notify, children }: Props) {
  const wording = useWording();
  const { t } = wording;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [beside, setBeside] = useState(false);
  const [{ reading, comparison, conflict }, setState] = useState<DossierState>(NOTHING_YET);
  const [desk] = useState(() => new DossierDesk(id, setState));
  useEffect(() => desk.start(), [desk]);
  const { printing, print } = usePrinting();
  const isShown = reading.kind === 'shown';
  useEffect(() => {
    // What the benchmark reads.
    if (isShown) performance.mark('dossier-drawn');
  }, [isShown]);
  const isCompared = comparison !== null;
  useEffect(() => {
    if (isCompared) performance.mark('dossier-compared');
  }, [isCompared]);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!beside) return;
    headingRef.current?.focus();
    scrollTo({ top: 0, behavior: 'instant' });
  }, [beside]);
  const name = reading.kind === 'shown' ? reading.dossier.name : '';
  useEffect(() => {
    document.title = t('dossier_pageTitle', name === '' ? t('dossier_unnamed') : plainLine(name));
  }, [name, t]);

  /** Says why a change was not made. Out: whether it was. */
  const isDone = (problem: DossierProblem | null) => {
    if (problem !== null) notify({ text: t(PROBLEM_KEYS[problem]) });
    return problem === null;
  };
  const takeBack = () =>
    void desk.undo().then((problem) => {
      if (isDone(problem)) notify({ text: t('dossier_undone') });
    });
  const told = (text: string) => {
    notify({ text, onUndo: takeBack });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return;
      event.preventDefault();
      takeBack();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  });

  const back = (
    <a
      class="dossier-back"
      href="/dossier.html"
      onClick={(event) => {
        event.preventDefault();
        go(null);
      }}
    >
      {t('dossier_all')}
    </a>
  );
  if (reading.kind === 'loading') return <p>{t('dossier_loading')}</p>;
  if (reading.kind === 'refused') {
    return (
      <>
        {back}
        <p class="dossier-none">{t(PROBLEM_KEYS[reading.problem])}</p>
      </>
    );
  }
  const { dossier, entries, undoable } = reading;

  const add = async (request: Omit<AddRequest, 'dossier'>) => {
    const addition = await addToDossier({ ...request, dossier: id });
    notify({
      // A private window says so on the page itself.
      text: additionWords(addition, wording, false),
      ...(addition.ok && addition.added > 0 && { onUndo: takeBack }),
    });
  };
  const exportAs = async (format: ExportFormat) => {
    notify({ text: t('dossier_exporting') });
    const set = sets.find((one) => one.id === dossier.requirementSet);
    const whole = await desk.whole().catch(() => null);
    const file = whole && (await exportToFile(whole, format, wording, set?.name).catch(() => null));
    notify({ text: file === null ? t('dossier_export_failed') : t('dossier_exported', file) });
  };
  const printWhole = async () => {
    const whole = await desk.whole().catch(() => null);
    if (whole === null) notify({ text: t('dossier_problem_failed') });
    else print();
  };
  const keepCopy = async (copy: Dossier) => {
    const named = { ...copy, name: t('dossier_copyOf', copy.name).slice(0, 300) };
    const kept = await keepDossier(named);
    desk.settle();
    if (kept.ok) go(kept.dossier, { text: t('dossier_conflict_copied', named.name) });
    else isDone(kept.problem);
  };
  const cite = async ({ assessment, offering, registry, page, addedAt }: DossierEntry) => {
    const citation = writeCitation(
      {
        assessment,
        axes: AXES,
        ...(offering !== undefined && { offering: offering.name }),
        registry,
        ...(page !== undefined && { page }),
        at: addedAt,
      },
      wording,
    );
    notify({ text: t((await copyText(citation)) ? 'cite_done' : 'cite_refused') });
  };
  const saveText = async (place: TextPlace, text: string, base: string) =>
    isDone(await desk.saveText(place, text, base));
  const calls: EntryCalls = {
    sheetAddress,
    onNote: (entry, text, base) => saveText(entryNote(entry), text, base),
    onCite: (entry) => void cite(entry),
    onRemove: (entry) => {
      const [nearest] = entriesBeside(entry.id);
      void desk.change({ kind: 'remove', entries: [entry.id] }).then((problem) => {
        if (!isDone(problem)) return;
        told(t('dossier_removed', entryName(entry)));
        // The button that had the focus is gone: the keyboard goes on from the entry beside it.
        focusEntry(nearest);
      });
    },
    onFreezeAgain: (entries) =>
      void desk.change({ kind: 'freeze-again', entries }).then((problem) => {
        if (isDone(problem)) told(t('dossier_frozenAgain'));
      }),
    onChoose: (entry, isChosen) => {
      const others = [...chosen].filter((one) => one !== entry);
      setChosen(new Set(isChosen ? [...others, entry] : others));
    },
    readOfferings,
    onAddOffering: (provider, offering) => void add({ providers: [provider], offering }),
  };
  const notices = (
    <>
      {children}
      {conflict !== null && (
        <ConflictPanel
          mine={conflict.mine}
          theirs={conflict.theirs}
          onReload={() => {
            desk.settle();
          }}
          onCopy={() => void keepCopy(conflict.copy)}
        />
      )}
    </>
  );
  const compared = dossier.entries.filter((entry) => chosen.has(entry.id));
  if (beside && compared.length >= 2) {
    return (
      <>
        <button
          type="button"
          class="second-button"
          data-action="back"
          onClick={() => {
            setBeside(false);
          }}
        >
          {t('dossier_beside_back')}
        </button>
        <h1 tabIndex={-1} ref={headingRef}>
          {t('dossier_beside')}
        </h1>
        <p class="dossier-lead">
          {[dossier.name, dossier.reference, dossier.buyer].filter((part) => part !== '').join(' · ')}
        </p>
        {notices}
        <SideTable table={sideBySide(compared)} printing={printing} />
        <p class="dossier-neutral">{t('dossier_neutral')}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <OpenDossier
        dossier={dossier}
        entries={entries}
        comparison={comparison}
        chosen={chosen}
        calls={calls}
        printing={printing}
        notices={notices}
        onBeside={() => {
          setBeside(true);
        }}
        onClearChosen={() => {
          setChosen(new Set());
        }}
        cover={{
          sets,
          onText: (field, text, base) => saveText(coverText(field), text, base),
          onChange: (cover) =>
            void desk.change({ kind: 'cover', cover }).then((problem) => {
              if (isDone(problem)) told(t('dossier_saved'));
            }),
        }}
        search={
          <ProviderSearch
            search={searchProviders}
            sheetAddress={sheetAddress}
            label={t('dossier_search')}
            onAdd={(provider) => void add({ providers: [provider] })}
          />
        }
        actions={
          <>
            <ExportMenu formats={FORMATS} onExport={(format) => void exportAs(format)} />
            <button type="button" class="second-button" data-action="print" onClick={() => void printWhole()}>
              {t('dossier_print')}
            </button>
            <button type="button" class="second-button" data-action="undo-last" disabled={!undoable} onClick={takeBack}>
              {t('dossier_undoLast')}
            </button>
          </>
        }
      />
    </>
  );
}
