import { STANDINGS } from '../domain/assessment/assessment.ts';
import { Glyph } from './Glyph.tsx';
import { useWording } from './wording-context.ts';

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
            <span>{t(`legend_${standing}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
