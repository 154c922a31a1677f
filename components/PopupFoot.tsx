import type { DataReport } from '../domain/feed/data-report.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { momentOf } from '../domain/wording/clock.ts';
import { useWording } from './wording-context.ts';

/** The data that answers. */
export interface DataState {
  version: number;
  date: string;
}

interface Props {
  /** Null while it is not known. */
  registry: DataState | null;
  /** What is said of the feed; absent or null while it is not known. */
  report?: DataReport | null | undefined;
  links: readonly { label: MessageKey; href: string }[];
}

/** The bottom of the popup: which data answer, how fresh they are, and where to go from here. */
export function PopupFoot({ registry, report, links }: Props) {
  const { t, date } = useWording();
  return (
    <footer class="popup-foot">
      <span>
        {registry !== null &&
          t(
            report?.updates === 'unconfigured' ? 'feed_unconfigured' : 'card_registry',
            String(registry.version),
            date(registry.date),
          )}
        {report != null && report.updates !== 'unconfigured' && <FeedState report={report} />}
      </span>
      <nav aria-label={t('popup_links')}>
        {links.map(({ label, href }) => (
          <a key={label} class="text-button" href={href} target="_blank" rel="noopener">
            {t(label)}
          </a>
        ))}
      </nav>
    </footer>
  );
}

/** How fresh the data are, and where it is said why they are not. */
function FeedState({ report: { updates, checkedAt, lastError } }: { report: DataReport }) {
  const wording = useWording();
  const { t } = wording;
  const checked =
    updates === 'off'
      ? t('feed_off')
      : checkedAt === null
        ? t('feed_neverChecked')
        : t('popup_checkedOn', momentOf(checkedAt, wording));
  return (
    <>
      {` · ${checked}`}
      {updates === 'on' && lastError !== null && (
        <>
          {' · '}
          <a href="/options.html#data" target="_blank" rel="noopener">
            {t('feed_lastFailed')}
          </a>
        </>
      )}
    </>
  );
}
