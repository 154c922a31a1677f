import { useId, useState } from 'preact/hooks';

import type { AxisAssessment } from '../domain/assessment/assessment.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { Glyph } from './Glyph.tsx';
import { Receipt } from './Receipt.tsx';
import { useWording } from './wording-context.ts';

export const AXIS_KEYS: Record<AxisAssessment['axis'], MessageKey> = {
  location: 'axis_location',
  law: 'axis_law',
  qualification: 'axis_qualification',
};

interface Props {
  assessment: AxisAssessment;
  /** Until when the axis held, for a service that is no more. */
  ending?: string | undefined;
}

/** One axis on the card: its fact in a line, and its receipts one click away. */
export function AxisRow({ assessment, ending }: Props) {
  const { t, say } = useWording();
  const [open, setOpen] = useState(false);
  const receiptsId = useId();
  const axis = t(AXIS_KEYS[assessment.axis]);
  return (
    <div class="axis-row" data-axis={assessment.axis}>
      <button
        type="button"
        class="axis-button"
        aria-expanded={open}
        aria-controls={receiptsId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Glyph standing={assessment.standing} size={18} />
        <span class="axis-words">
          <span class="axis-name">{ending === undefined ? axis : `${axis} (${ending})`}</span>
          <span class="axis-statement">{say(assessment.statement)}</span>
          {[...new Set(assessment.details.map(say))].map((detail) => (
            <span class="axis-detail" key={detail}>
              {detail}
            </span>
          ))}
        </span>
        <svg class="chevron" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="m4 2 4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
        </svg>
      </button>
      <ul class="receipts" id={receiptsId} hidden={!open}>
        {[...new Set(assessment.notes.map(say))].map((note) => (
          <li class="receipt-note" key={note}>
            {note}
          </li>
        ))}
        {assessment.receipts.length === 0 && <li class="receipt">{t('receipts_none')}</li>}
        {assessment.receipts.map((receipt) => (
          <Receipt key={receipt.url} receipt={receipt} />
        ))}
      </ul>
    </div>
  );
}
