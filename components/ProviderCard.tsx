import type { Assessment } from '../domain/assessment/assessment.ts';
import { wordKey } from '../domain/registry/word-list.ts';
import type { Checklist as ChecklistContent } from '../domain/requirements/checklist.ts';
import type { InternalNotes } from '../domain/settings/internal-note.ts';
import { CardActions, type CardCalls } from './CardActions.tsx';
import { AxisRow } from './AxisRow.tsx';
import { Checklist } from './Checklist.tsx';
import { endingOf } from './ending.ts';
import { EventList } from './EventList.tsx';
import { InternalNote } from './InternalNote.tsx';
import { Legend } from './Legend.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useWording } from './wording-context.ts';

export interface CardContent {
  assessment: Assessment;
  /** How many times the page names the provider. */
  mentions: number;
  /** The name as written on the page, and what confirmed it when it is ambiguous. */
  written: string;
  confirmedBy: string[];
  /** Where that stands: beside the name, which is meant unless said, or beside another mention on the page; or nowhere. */
  standing?: 'confirmed-elsewhere' | 'possible' | undefined;
  registry: { version: number; date: string };
  /** What the requirement set chosen asks; absent where none is. */
  checklist?: ChecklistContent | undefined;
  /** What the reader's organisation says itself. */
  internal?: InternalNotes | undefined;
}

interface Props extends CardContent, CardCalls {
  titleId: string;
  onClose: () => void;
}

/** What a reader sees on hovering a name: who it is, the three axes, how fresh the data are. */
export function ProviderCard(props: Props) {
  const { assessment, mentions, written, confirmedBy, registry, checklist, titleId, onClose, internal, ...calls } =
    props;
  const note = internal?.notes[assessment.provider];
  const wording = useWording();
  const { t, count, date } = wording;
  const ending = endingOf(assessment.status, wording);
  const isName = (text: string) => wordKey(text) === wordKey(assessment.name);
  return (
    <article class="card">
      <header class="card-head">
        <p class="card-kicker">{count('card_named', mentions)}</p>
        <h2 class="card-name" id={titleId}>
          {assessment.name}
        </h2>
        {assessment.legalEntity !== undefined && !isName(assessment.legalEntity) && (
          <p class="card-owner">{assessment.legalEntity}</p>
        )}
        {assessment.status !== undefined && <StatusLine status={assessment.status} />}
        {!isName(written) && <p class="card-line">{t('card_writtenAs', written)}</p>}
        {props.standing === 'possible' && <p class="card-line">{t('card_possible')}</p>}
        {confirmedBy.length > 0 && (
          <p class="card-line">
            {t(
              props.standing === 'confirmed-elsewhere' ? 'card_confirmedElsewhere' : 'card_confirmedBy',
              confirmedBy.join(', '),
            )}
          </p>
        )}
        {assessment.members.length > 0 && (
          <p class="card-line">{t('card_members', assessment.members.map((member) => member.name).join(', '))}</p>
        )}
        <button type="button" class="card-close text-button" aria-label={t('card_close')} onClick={onClose}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2 2 8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {assessment.axes.map((axis) => (
        <AxisRow
          key={axis.axis}
          assessment={axis}
          ending={ending}
          unfolded={checklist?.axes.includes(axis.axis) ?? false}
        />
      ))}
      {checklist !== undefined && <Checklist checklist={checklist} />}
      {note !== undefined && <InternalNote note={note} organisation={props.internal?.organisation} />}
      {assessment.events.length > 0 && <EventList events={assessment.events} />}
      <Legend />
      <footer class="card-foot">
        <span>{t('card_registry', String(registry.version), date(registry.date))}</span>
        <CardActions {...calls} />
      </footer>
    </article>
  );
}
