import type { ComponentChildren } from 'preact';

import type { AxisAssessment } from '../domain/assessment/assessment.ts';
import type { ErrorReport } from '../domain/dossier/error-report.ts';
import { AXES } from '../domain/assessment/assessment.ts';
import type { Checklist as ChecklistContent } from '../domain/requirements/checklist.ts';
import type { InternalNotes } from '../domain/settings/internal-note.ts';
import type { ProviderSheet as Sheet } from '../domain/sheet/provider-sheet.ts';
import { AXIS_KEYS } from '../domain/wording/names.ts';
import { Badge } from './Badge.tsx';
import { Checklist } from './Checklist.tsx';
import { endingOf } from './ending.ts';
import { ErrorReportForm } from './ErrorReportForm.tsx';
import { ExposureTable } from './ExposureTable.tsx';
import { InternalNote } from './InternalNote.tsx';
import { LocationMap, type Europe } from './LocationMap.tsx';
import { OfferingTable } from './OfferingTable.tsx';
import { QualificationTable } from './QualificationTable.tsx';
import { Receipt } from './Receipt.tsx';
import { SheetAxis } from './SheetAxis.tsx';
import { SheetHead } from './SheetHead.tsx';
import { sourceAnchor } from './SourceRefs.tsx';
import { Timeline } from './Timeline.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  sheet: Sheet;
  registry: { version: number; date: string };
  day: string;
  europe: Europe;
  /** What the chosen requirement set asks; nothing where none is chosen. */
  checklist?: ChecklistContent | undefined;
  /** What the reader's organisation says itself. */
  internal?: InternalNotes | undefined;
  /** The choice of a requirement set. */
  choice?: ComponentChildren;
  report: ErrorReport;
  reportAddress: string | null;
  /** What was last copied or could not be, for everybody to see and hear. */
  notice: string;
  sheetAddress: (provider: string) => string;
  onCite: (axes: readonly AxisAssessment['axis'][]) => void;
  /** Adds the provider to the dossier. Absent where there is none. */
  onAdd?: (() => void) | undefined;
  onPrint: () => void;
  onCopyReport: () => void;
}

/** Everything the registry holds on one provider, each fact with its receipts. */
export function ProviderSheet(props: Props) {
  const { sheet, registry, day, europe, report, reportAddress, notice, onCite, onAdd, onPrint, onCopyReport } = props;
  const wording = useWording();
  const { t, count } = wording;
  const ending = endingOf(sheet.assessment.status, wording);
  const note = props.internal?.notes[sheet.assessment.provider];
  const [location, law, qualification] = sheet.assessment.axes;
  return (
    <article class="sheet">
      <SheetHead sheet={sheet} registry={registry} day={day}>
        <button
          type="button"
          class="second-button"
          onClick={() => {
            onCite(AXES);
          }}
        >
          {t('sheet_cite')}
        </button>
        {onAdd !== undefined && (
          <button type="button" class="second-button" data-action="add" onClick={onAdd}>
            {t('dossier_add')}
          </button>
        )}
        <button type="button" class="second-button" onClick={onPrint}>
          {t('sheet_print')}
        </button>
        <a class="second-button" href="#report">
          {t('report_title')}
        </a>
      </SheetHead>
      <output class="sheet-notice">{notice}</output>
      <nav class="sheet-contents" aria-label={t('sheet_contents')}>
        <ul>
          {AXES.map((axis) => (
            <li key={axis}>
              <a href={`#${axis}`}>{t(AXIS_KEYS[axis])}</a>
            </li>
          ))}
          <li>
            <a href="#offerings">{t('sheet_offerings')}</a>
          </li>
          <li>
            <a href="#timeline">{t('sheet_timeline')}</a>
          </li>
          <li>
            <a href="#sources">{t('sheet_sources')}</a>
          </li>
        </ul>
      </nav>
      {location !== undefined && (
        <SheetAxis
          axis={location}
          receipts={sheet.axisReceipts.location}
          ending={ending}
          onCite={() => onCite(['location'])}
        >
          {sheet.places.length > 0 && <LocationMap europe={europe} places={sheet.places} ending={ending} />}
        </SheetAxis>
      )}
      {law !== undefined && (
        <SheetAxis axis={law} receipts={sheet.axisReceipts.law} ending={ending} onCite={() => onCite(['law'])}>
          {sheet.exposures.length > 0 && <ExposureTable rows={sheet.exposures} />}
        </SheetAxis>
      )}
      {qualification !== undefined && (
        <SheetAxis
          axis={qualification}
          receipts={sheet.axisReceipts.qualification}
          ending={ending}
          onCite={() => onCite(['qualification'])}
        >
          {sheet.qualifications.length > 0 && <QualificationTable rows={sheet.qualifications} />}
        </SheetAxis>
      )}
      {note !== undefined && <InternalNote note={note} organisation={props.internal?.organisation} />}
      {(props.choice !== undefined || props.checklist !== undefined) && (
        <div class="sheet-section sheet-requirements">
          {props.choice}
          {props.checklist !== undefined && <Checklist checklist={props.checklist} level={2} />}
        </div>
      )}
      <section class="sheet-section" id="offerings" aria-labelledby="offerings-title">
        <h2 id="offerings-title">{t('sheet_offerings')}</h2>
        {sheet.offerings.length === 0 ? <p>{t('sheet_noOffering')}</p> : <OfferingTable offerings={sheet.offerings} />}
      </section>
      <section class="sheet-section" id="timeline" aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('sheet_timeline')}</h2>
        {sheet.timeline.length === 0 ? <p>{t('sheet_noEvent')}</p> : <Timeline entries={sheet.timeline} day={day} />}
      </section>
      {sheet.related.length > 0 && (
        <section class="sheet-section" aria-labelledby="related-title">
          <h2 id="related-title">{t('sheet_related')}</h2>
          <ul class="sheet-related">
            {sheet.related.map((one) => (
              <li key={one.provider}>
                <a href={props.sheetAddress(one.provider)}>{one.name}</a>
                <Badge axes={one.axes} size="inline" />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="sheet-section" aria-labelledby="aliases-title">
        <h2 id="aliases-title">{t('sheet_aliases')}</h2>
        <p>{sheet.aliases.join(' · ')}</p>
      </section>
      <section class="sheet-section" id="sources" aria-labelledby="sources-title">
        <h2 id="sources-title">{count('sheet_sourceCount', sheet.receipts.length)}</h2>
        <ol class="sheet-sources">
          {sheet.receipts.map(({ number, receipt }) => (
            <Receipt key={number} receipt={receipt} id={sourceAnchor(number)} />
          ))}
        </ol>
      </section>
      <ErrorReportForm report={report} address={reportAddress} onCopy={onCopyReport} />
      <footer class="sheet-foot">{t('sheet_foot')}</footer>
    </article>
  );
}
