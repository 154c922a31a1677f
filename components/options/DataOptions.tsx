import type { DataReport } from '../../domain/feed/data-report.ts';
import { FAILURE_KEYS } from '../../domain/feed/failure-keys.ts';
import { momentOf } from '../../domain/wording/clock.ts';
import type { Wording } from '../../domain/wording/wording.ts';
import { ChangeList } from '../ChangeList.tsx';
import { ExpiryNotice } from '../ExpiryNotice.tsx';
import { useWording } from '../wording-context.ts';

interface Props {
  report: DataReport;
  /** What the reader asked for: nothing yet, being done, or done as the report says. */
  asked: 'nothing' | 'asking' | 'answered' | 'failed';
  /** The version that was in force when the reader asked. */
  versionBefore: number;
  onCheck: () => void;
}

/** What the data in force are, how fresh, what went wrong the last time, and what the last updates changed. */
export function DataOptions({ report, asked, versionBefore, onCheck }: Props) {
  const wording = useWording();
  const { t, date, count } = wording;
  const { updates, leftOut, changes } = report;
  const checking = asked === 'asking' || report.checking;
  return (
    <>
      <ExpiryNotice report={report} class="option-callout" />
      {updates === 'unconfigured' && (
        <p class="option-help">{t('feed_unconfigured', String(report.registry.version), date(report.registry.date))}</p>
      )}
      <dl class="data-facts">
        {linesOf(report, wording).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {updates === 'on' && (
        <div class="option-buttons">
          {/* Not disabled while it works: a button that loses the focus loses the reader. */}
          <button
            type="button"
            class="plain-button"
            data-action="check"
            aria-disabled={checking}
            onClick={() => !checking && onCheck()}
          >
            {t('feed_check')}
          </button>
          <output class="data-outcome">{outcomeOf(report, asked, versionBefore, wording)}</output>
        </div>
      )}
      {leftOut.length > 0 && (
        <details class="left-out">
          <summary>{count('feed_leftOut', leftOut.length)}</summary>
          <ul>
            {leftOut.map(({ record, reason }) => (
              <li key={record}>
                <code>{record}</code> <span lang="en">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {changes !== null && (
        <>
          <h3>{t('changes_title', String(changes.from.version), String(changes.to.version))}</h3>
          <ChangeList changes={changes} />
        </>
      )}
    </>
  );
}

function linesOf(report: DataReport, wording: Wording): [string, string][] {
  const { t, date } = wording;
  const { registry, origin, host, updates, checkedAt, nextAttemptAt, lastError } = report;
  const lines: [string, string][] = [
    [t('feed_section_version'), t('feed_versionOf', String(registry.version), date(registry.date))],
    [t('feed_section_origin'), origin === 'bundled' ? t('feed_origin_bundled') : t('feed_origin_received', host)],
  ];
  if (updates === 'unconfigured') return lines;
  return [
    ...lines,
    [t('feed_section_checked'), checkedAt === null ? t('feed_never') : momentOf(checkedAt, wording)],
    ...(updates === 'on' && nextAttemptAt !== null
      ? [[t('feed_section_next'), momentOf(nextAttemptAt, wording)] as [string, string]]
      : []),
    [
      t('feed_section_error'),
      lastError === null
        ? t('feed_never')
        : t(
            'feed_errorAt',
            withDetail(t(FAILURE_KEYS[lastError.kind]), lastError.detail),
            momentOf(lastError.at, wording),
          ),
    ],
  ];
}

/** The detail is for those who look after a feed: a number, a name, as it came. */
function withDetail(sentence: string, detail: string): string {
  return detail === '' ? sentence : `${sentence} [${detail}]`;
}

function outcomeOf(
  { registry, lastError, checking }: DataReport,
  asked: Props['asked'],
  versionBefore: number,
  { t }: Wording,
): string {
  if (asked === 'asking' || checking) return t('feed_checking');
  if (asked === 'failed') return t('feed_checkFailed');
  if (asked === 'nothing') return '';
  if (lastError !== null) return t('feed_checked_failed', t(FAILURE_KEYS[lastError.kind]));
  return registry.version === versionBefore
    ? t('feed_checked_same')
    : t('feed_checked_updated', String(registry.version));
}
