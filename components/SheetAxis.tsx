import type { ComponentChildren } from 'preact';

import type { AxisAssessment } from '../domain/assessment/assessment.ts';
import { AXIS_KEYS } from '../domain/wording/names.ts';
import { Glyph } from './Glyph.tsx';
import { Said, SaidEach } from './Said.tsx';
import { SourceRefs } from './SourceRefs.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  axis: AxisAssessment;
  receipts: readonly number[];
  /** Until when the axis held, for a service that is no more. */
  ending: string | undefined;
  onCite: () => void;
  /** What is drawn under the words: the map, the tables. */
  children?: ComponentChildren;
}

/** One axis on the full sheet: its fact, everything that has to be read with it, its receipts, and what it rests on. */
export function SheetAxis({ axis, receipts, ending, onCite, children }: Props) {
  const { t } = useWording();
  const name = t(AXIS_KEYS[axis.axis]);
  return (
    <section class="sheet-section" id={axis.axis} aria-labelledby={`${axis.axis}-title`}>
      <div class="sheet-section-head">
        <h2 id={`${axis.axis}-title`}>{ending === undefined ? name : `${name} (${ending})`}</h2>
        <button type="button" class="text-button" aria-label={t('cite_axis', name)} onClick={onCite}>
          {t('cite')}
        </button>
      </div>
      <div class="sheet-fact">
        <Glyph standing={axis.standing} size={18} />
        <div>
          <p class="sheet-statement">
            <Said of={axis.statement} /> <SourceRefs numbers={receipts} />
          </p>
          <SaidEach of={axis.details} as="p" class="sheet-detail" />
          {axis.notes.length > 0 && (
            <ul class="sheet-notes">
              <SaidEach of={axis.notes} as="li" />
            </ul>
          )}
        </div>
      </div>
      {children}
    </section>
  );
}
