import { useState } from 'preact/hooks';

import { AXES, type AxisAssessment } from '../domain/assessment/assessment.ts';
import { useWording } from './wording-context.ts';

/** What became of a copy: nothing asked yet, done, or refused, and then the text to copy by hand. */
type Copy = { state: 'none' | 'done' } | { state: 'refused'; text: string };

export interface CardCalls {
  /** Copies statements as a citation. Out: null once copied, else the text that the browser or the page did not let through. */
  onCite: (axes: readonly AxisAssessment['axis'][]) => Promise<string | null>;
  /** Opens the full sheet, at its form for an error where asked. */
  onSheet: (section?: 'report') => void;
}

/** What can be done from the card: cite it, say what is wrong in it, read all of it. */
export function CardActions({ onCite, onSheet }: CardCalls) {
  const { t } = useWording();
  const [copy, setCopy] = useState<Copy>({ state: 'none' });
  const cite = async () => {
    const text = await onCite(AXES);
    setCopy(text === null ? { state: 'done' } : { state: 'refused', text });
  };
  return (
    <>
      <output class="card-copied">
        {copy.state === 'done' && t('cite_done')}
        {copy.state === 'refused' && t('cite_failed')}
      </output>
      {copy.state === 'refused' && (
        <textarea
          class="card-citation"
          aria-label={t('cite')}
          readOnly
          value={copy.text}
          ref={(area) => {
            area?.select();
          }}
        />
      )}
      <div class="card-actions">
        <button type="button" class="text-button" onClick={() => void cite()}>
          {t('cite')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onSheet('report');
          }}
        >
          {t('report_short')}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onSheet();
          }}
        >
          {t('card_sheet')}
        </button>
      </div>
    </>
  );
}
