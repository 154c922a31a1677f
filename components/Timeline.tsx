import { endOf, startOf } from '../domain/registry/period.ts';
import {
  placeOnScale,
  rowsApart,
  startOfEntry,
  timeScale,
  type TimelineEntry,
  type TimeScale,
} from '../domain/sheet/timeline.ts';
import { Said } from './Said.tsx';
import { SourceRefs } from './SourceRefs.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  entries: readonly TimelineEntry[];
  /** The day on which it is drawn. */
  day: string;
}

/** How far apart two marks have to be to stand on one row, as a share of the width. */
const APART = 0.07;

/** What happened when, drawn to scale, each mark with the number of its line in the list below, which says the same. */
export function Timeline({ entries, day }: Props) {
  const { t, date } = useWording();
  const scale = timeScale(entries, day);
  return (
    <div class="timeline">
      <div class="timeline-picture" aria-hidden="true">
        <div class="timeline-plot">
          <Lane entries={entries} kind="event" scale={scale} />
          <Lane entries={entries} kind="qualification" scale={scale} />
          <div class="timeline-years">
            {scale.ticks.map((year) => (
              <span key={year} style={{ insetInlineStart: percent(placeOnScale(`${year}-01-01`, scale)) }}>
                {year}
              </span>
            ))}
          </div>
          <div class="timeline-today" style={{ insetInlineStart: percent(placeOnScale(day, scale)) }} />
        </div>
      </div>
      <ol class="timeline-list">
        {entries.map((entry) => (
          <li
            key={`${entry.kind} ${entry.from ?? ''} ${entry.until ?? ''} ${JSON.stringify(entry.what)}`}
            data-kind={entry.kind}
          >
            <span class="timeline-when">
              {entry.kind === 'event'
                ? date(entry.from ?? '')
                : entry.until === undefined
                  ? t('sheet_from', date(entry.from ?? ''))
                  : entry.from === undefined
                    ? t('sheet_until', date(entry.until))
                    : t('timeline_between', date(entry.from), date(entry.until))}
            </span>
            <span>
              <Said of={entry.what} /> <SourceRefs numbers={entry.receipts} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Lane({ entries, kind, scale }: { entries: Props['entries']; kind: TimelineEntry['kind']; scale: TimeScale }) {
  const marks = entries.flatMap((entry, place) => (entry.kind === kind ? [{ entry, number: place + 1 }] : []));
  if (marks.length === 0) return null;
  // Bars are long and each has its row; marks share one while they are apart.
  const starts = marks.map(({ entry }) => placeOnScale(startOfEntry(entry), scale));
  const rows = kind === 'event' ? rowsApart(starts, APART) : marks.map((_, place) => place);
  return (
    <div class="timeline-lane" style={{ '--rows': String(Math.max(...rows) + 1) }}>
      {marks.map(({ entry, number }, place) => {
        const [from, to] = spanOf(entry, scale);
        return (
          <span
            key={number}
            class="timeline-mark"
            data-kind={kind}
            data-open={openEnds(entry)}
            style={{
              '--row': String(rows[place]),
              insetInlineStart: percent(from),
              inlineSize: percent(to - from),
            }}
          >
            <span>{number}</span>
          </span>
        );
      })}
    </div>
  );
}

/** From where to where an entry lies: a month or a year is as long as it is, a qualification runs to its end or goes on. */
function spanOf(entry: TimelineEntry, scale: TimeScale): [number, number] {
  if (entry.kind === 'event') {
    const on = entry.from ?? '';
    return [placeOnScale(startOf(on), scale), placeOnScale(endOf(on), scale)];
  }
  return [
    entry.from === undefined ? 0 : placeOnScale(startOf(entry.from), scale),
    entry.until === undefined ? 1 : placeOnScale(entry.until, scale),
  ];
}

/** Which ends of a bar are not known, and so are drawn open. */
function openEnds({ kind, from, until }: TimelineEntry): string | undefined {
  if (kind === 'event') return undefined;
  if (from === undefined) return 'start';
  return until === undefined ? 'end' : undefined;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
