import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import europe from '../../components/europe.json';
import { ProviderFinder } from '../../components/ProviderFinder.tsx';
import { RequirementChoice } from '../../components/RequirementChoice.tsx';
import { ProviderSheet } from '../../components/ProviderSheet.tsx';
import { copyText } from '../../components/copy-text.ts';
import { useWording } from '../../components/wording-context.ts';
import type { AxisAssessment } from '../../domain/assessment/assessment.ts';
import { reportAddress, writeErrorReport } from '../../domain/dossier/error-report.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { usePolicy } from '../own-page/policy.ts';
import { additionWords } from '../../domain/wording/dossier-words.ts';
import { addToDossier } from '../own-page/dossier-calls.ts';
import { changeSettings, listRequirementSets } from '../own-page/settings-calls.ts';
import { readCitation } from '../own-page/provider-calls.ts';
import { readSheet, type SheetState } from './read-sheet.ts';

const sheetAddress = (provider: string) => `/provider.html?id=${encodeURIComponent(provider)}`;

/** The full sheet of the provider that the page's address names, or why there is none. */
export function ProviderPage({ settings }: { settings: Settings }) {
  const { requirementSet } = settings;
  const { locked } = usePolicy(settings);
  const wording = useWording();
  const { t } = wording;
  const [state, setState] = useState<SheetState>({ kind: 'loading' });
  const [notice, setNotice] = useState('');
  const [sets, setSets] = useState<RequirementSetList>([]);
  const add = async (provider: string) => {
    const addition = await addToDossier({ providers: [provider] });
    setNotice(additionWords(addition, wording, browser.extension.inIncognitoContext));
  };

  useEffect(() => {
    listRequirementSets().then(setSets, () => undefined);
  }, []);
  useEffect(() => {
    // Answers may overtake each other: only the one to the last question counts.
    let isLast = true;
    void readSheet(location.search, new Date().toISOString().slice(0, 10)).then((read) => {
      if (isLast) setState(read);
    });
    return () => {
      isLast = false;
    };
  }, [requirementSet]);
  useEffect(() => {
    document.title =
      state.kind === 'shown' ? t('sheet_title', state.sheet.assessment.name) : t('sheet_title', t('sheet_find'));
  }, [state, t]);
  useEffect(() => {
    // What the address leads to was not there yet when the browser looked for it.
    if (state.kind === 'shown') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [state.kind]);

  switch (state.kind) {
    case 'loading':
      return <p class="sheet-message">{t('sheet_loading')}</p>;
    case 'failed':
      return (
        <section class="sheet-message">
          <h1>{t('sheet_failed_title')}</h1>
          <p>{t('sheet_failed_body')}</p>
        </section>
      );
    case 'missing':
      return <ProviderFinder id={state.id} directory={state.directory} sheetAddress={sheetAddress} />;
    case 'shown': {
      const { sheet, registry, day, checklist, internal } = state;
      const report = writeErrorReport(sheet.assessment, registry, wording);
      const cite = async (axes: readonly AxisAssessment['axis'][]) => {
        const citation = await readCitation({ provider: sheet.assessment.provider, axes: [...axes] });
        return citation !== null && (await copyText(citation));
      };
      return (
        <ProviderSheet
          sheet={sheet}
          registry={registry}
          day={day}
          europe={europe}
          checklist={checklist}
          internal={internal}
          choice={
            sets.length === 0 ? undefined : (
              <RequirementChoice
                sets={sets}
                chosen={requirementSet}
                locked={locked.includes('requirementSet')}
                onChoose={(chosen) => {
                  changeSettings({ requirementSet: chosen }).catch(() => setState({ kind: 'failed' }));
                }}
              />
            )
          }
          report={report}
          reportAddress={reportAddress(import.meta.env['ANCRAGE_REPORT_URL'] as string, report)}
          notice={notice}
          sheetAddress={sheetAddress}
          onCite={(axes) => {
            void cite(axes)
              .catch(() => false)
              .then((done) => setNotice(t(done ? 'cite_done' : 'cite_refused')));
          }}
          onAdd={() => void add(sheet.assessment.provider)}
          onPrint={() => {
            print();
          }}
          onCopyReport={() => {
            void copyText({ plain: report.body }).then((done) => setNotice(t(done ? 'report_copied' : 'cite_refused')));
          }}
        />
      );
    }
  }
}
