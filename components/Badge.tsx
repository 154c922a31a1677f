import type { AxisAssessment } from '../domain/assessment/assessment.ts';
import { AXIS_KEYS } from '../domain/wording/names.ts';
import { Glyph } from './Glyph.tsx';
import { Said } from './Said.tsx';
import { useWording } from './wording-context.ts';

const GLYPH_SIZES = { inline: 12, row: 14, header: 22 } as const;

interface Props {
  axes: readonly AxisAssessment[];
  /** `inline` in a line of text, `row` in a list, `header` at the top of a page, where the axes are named and said in full. */
  size: keyof typeof GLYPH_SIZES;
}

/** The three axes of a provider, in their one order: a shape and words for each. */
export function Badge({ axes, size }: Props) {
  const { t } = useWording();
  return (
    <dl class="badge" data-size={size}>
      {axes.map((axis) => (
        <div class="badge-axis" key={axis.axis}>
          <dt class={size === 'header' ? 'badge-name' : 'visually-hidden'}>{t(AXIS_KEYS[axis.axis])}</dt>
          <dd>
            <Glyph standing={axis.standing} size={GLYPH_SIZES[size]} />
            <span>
              <Said of={size === 'header' ? axis.statement : axis.brief} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
