import type { InternalNote as Note } from '../domain/settings/internal-note.ts';
import { useWording } from './wording-context.ts';

interface Props {
  note: Note;
  organisation?: string | undefined;
}

/** What the reader's own organisation says of a provider: framed apart, so that nobody takes it for a fact of the registry. */
export function InternalNote({ note, organisation }: Props) {
  const { t } = useWording();
  const title = organisation === undefined ? t('internal_title') : t('internal_titleOf', organisation);
  return (
    <section class="internal-note" aria-label={title}>
      <p class="internal-title">{title}</p>
      {note.note !== undefined && (
        <p class="internal-words">
          {note.note} <Origin date={note.date} source={note.source} />
        </p>
      )}
      {note.facts !== undefined && (
        <dl class="internal-facts">
          {note.facts.map(({ label, value, date, source }) => (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>
                {value} <Origin date={date} source={source} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="internal-foot">{t('internal_foot')}</p>
    </section>
  );
}

function Origin({ date: day, source }: { date?: string | undefined; source?: string | undefined }) {
  const { t, date } = useWording();
  if (day === undefined && source === undefined) return null;
  return (
    <span class="internal-origin">
      {day !== undefined && date(day)}
      {day !== undefined && source !== undefined && ' · '}
      {source !== undefined && (
        <a href={source} target="_blank" rel="noopener noreferrer">
          {t('internal_source')}
        </a>
      )}
    </span>
  );
}
