import { STANDINGS } from '../domain/assessment/assessment.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { Glyph } from './Glyph.tsx';
import { useWording } from './wording-context.ts';

const LEGEND_KEYS: Record<(typeof STANDINGS)[number], MessageKey> = {
  full: 'legend_full',
  half: 'legend_half',
  empty: 'legend_empty',
  contested: 'legend_contested',
  due: 'legend_due',
  unknown: 'legend_unknown',
  'not-reviewed': 'legend_notReviewed',
  'not-applicable': 'legend_notApplicable',
};

/** What the shapes mean. They say how much, never how good. */
export function Legend() {
  const { t } = useWording();
  return (
    <details class="legend">
      <summary>{t('legend_title')}</summary>
      <ul>
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <Glyph standing={standing} size={14} />
            <span>{t(LEGEND_KEYS[standing])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
