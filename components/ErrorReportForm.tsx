import type { ErrorReport } from '../domain/dossier/error-report.ts';
import { useWording } from './wording-context.ts';

interface Props {
  report: ErrorReport;
  /** Where the report opens, filled in; null where the installation names no place. */
  address: string | null;
  onCopy: () => void;
}

/** The beginning of an error report, for its reader to see, finish and send. Nothing leaves by itself. */
export function ErrorReportForm({ report, address, onCopy }: Props) {
  const { t } = useWording();
  return (
    <section class="sheet-section sheet-report" id="report" aria-labelledby="report-title">
      <h2 id="report-title">{t('report_title')}</h2>
      <p>{t(address === null ? 'report_byHand' : 'report_nothingSent')}</p>
      <pre>{report.body}</pre>
      <div class="sheet-actions">
        {address !== null && (
          <a class="main-button" href={address} target="_blank" rel="noopener noreferrer">
            {t(address.startsWith('mailto:') ? 'report_mail' : 'report_form')}
            <span class="visually-hidden"> {t('receipt_newTab')}</span>
          </a>
        )}
        <button type="button" class={address === null ? 'main-button' : 'second-button'} onClick={onCopy}>
          {t('report_copy')}
        </button>
      </div>
    </section>
  );
}
