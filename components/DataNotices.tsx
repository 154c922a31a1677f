import type { DataReport } from '../domain/feed/data-report.ts';
import { ExpiryNotice } from './ExpiryNotice.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  report: DataReport | null;
  onSeen: () => void;
}

/** What a reader has to know of the data before relying on them: that they are past their time, or no longer what they were. */
export function DataNotices({ report, onSeen }: Props) {
  const { t, count } = useWording();
  if (report === null) return null;
  const { changes } = report;
  const changed = changes === null || changes.seen ? 0 : changes.changes.length + changes.more;
  return (
    <>
      <ExpiryNotice report={report} class="data-notice" />
      {changed > 0 && (
        <p class="data-notice" data-notice="changes">
          {count('changes_notice', changed)}{' '}
          <a class="text-button" href="/options.html#data" target="_blank" rel="noopener">
            {t('changes_show')}
          </a>
          <button type="button" class="text-button" onClick={onSeen}>
            {t('changes_dismiss')}
          </button>
        </p>
      )}
    </>
  );
}
