import type { Checklist as ChecklistContent, ChecklistRow } from '../domain/requirements/checklist.ts';
import { ANSWER_KEYS } from '../domain/wording/names.ts';
import { Receipt } from './Receipt.tsx';
import { Said, SaidEach } from './Said.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  checklist: ChecklistContent;
  /** The heading's level where it stands: it never skips one. */
  level?: 2 | 3;
}

/** What a text asks, and what is on record of each point: in words and by shape, without a colour of its own. */
export function Checklist({ checklist, level = 3 }: Props) {
  const { t } = useWording();
  const Heading = `h${level}` as const;
  return (
    <div class="checklist">
      <Heading class="checklist-name">
        <Said of={checklist.name} />
      </Heading>
      <p class="checklist-line">
        <Said of={checklist.applicability} />
      </p>
      <details class="checklist-text">
        <summary>{t('check_receipts')}</summary>
        <p>
          <Said of={checklist.scope} />
        </p>
        <ul>
          {checklist.receipts.map((receipt) => (
            <Receipt key={receipt.url} receipt={receipt} />
          ))}
        </ul>
      </details>
      <ul class="checklist-rows">
        {checklist.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row }: { row: ChecklistRow }) {
  const { t } = useWording();
  return (
    <li class="checklist-row" data-answer={row.answer}>
      <AnswerShape answer={row.answer} />
      <div class="checklist-words">
        <span class="checklist-asked">
          <Said of={row.text} />
        </span>
        <span class="checklist-answer">{t(ANSWER_KEYS[row.answer])}</span>
        <SaidEach of={row.facts} as="span" class="checklist-fact" />
        {row.receipts.length > 0 && (
          <details class="checklist-receipts">
            <summary>
              {t('check_sources')}
              <span class="visually-hidden">
                {' – '}
                <Said of={row.text} />
              </span>
            </summary>
            <ul>
              {row.receipts.map((receipt) => (
                <Receipt key={receipt.url} receipt={receipt} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** A tick, a bar, dots: three shapes of one ink. The words beside them say the same. */
export function AnswerShape({ answer }: { answer: ChecklistRow['answer'] }) {
  const path = { met: 'M4 9.5 7.5 13 14 5.5', 'not-met': 'M4.5 9h9', unknown: 'M5 9h.01M9 9h.01M13 9h.01' }[answer];
  return (
    <svg class="checklist-shape" width="16" height="16" viewBox="0 0 18 18" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="16"
        height="16"
        rx="2.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-dasharray={answer === 'unknown' ? '2 2.2' : undefined}
      />
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
