import type { TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';

import type { AxisAssessment } from '../domain/assessment/assessment.ts';
import { AXIS_KEYS } from '../domain/wording/names.ts';
import { Glyph } from './Glyph.tsx';
import { Receipt } from './Receipt.tsx';
import { Said, SaidEach } from './Said.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  assessment: AxisAssessment;
  /** Until when the axis held, for a service that is no more. */
  ending?: string | undefined;
  /** Unfolded from the start: the requirement set chosen looks at it. */
  unfolded?: boolean;
}

/** One axis on the card: its fact in a line, and its receipts one click away. */
export function AxisRow({ assessment, ending, unfolded = false }: Props) {
  const { t } = useWording();
  const [open, setOpen] = useState(unfolded);
  const receiptsId = useId();
  const axis = t(AXIS_KEYS[assessment.axis]);
  return (
    <div class="axis-row" data-axis={assessment.axis}>
      <button
        type="button"
        class="axis-button"
        aria-expanded={open}
        aria-controls={receiptsId}
        onKeyDown={moveBetweenRows}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Glyph standing={assessment.standing} size={18} />
        <span class="axis-words">
          <span class="axis-name">{ending === undefined ? axis : `${axis} (${ending})`}</span>
          <span class="axis-statement">
            <Said of={assessment.statement} />
          </span>
          <SaidEach of={assessment.details} as="span" class="axis-detail" />
        </span>
        <svg class="chevron" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
        </svg>
      </button>
      <ul class="receipts" id={receiptsId} hidden={!open}>
        <SaidEach of={assessment.notes} as="li" class="receipt-note" />
        {assessment.receipts.length === 0 && <li class="receipt">{t('receipts_none')}</li>}
        {assessment.receipts.map((receipt) => (
          <Receipt key={receipt.url} receipt={receipt} />
        ))}
      </ul>
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go from row to row of the card; elsewhere on it they scroll. */
function moveBetweenRows(event: TargetedKeyboardEvent<HTMLButtonElement>): void {
  const rows = [...(event.currentTarget.closest('.card')?.querySelectorAll<HTMLElement>('.axis-button') ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + (STEPS[event.key] ?? NaN)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
