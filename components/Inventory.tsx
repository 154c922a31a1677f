import type { Assessment } from '../domain/assessment/assessment.ts';
import { AXIS_KEYS } from './AxisRow.tsx';
import { Glyph } from './Glyph.tsx';
import { Legend } from './Legend.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  host: string;
  items: { assessment: Assessment; mentions: number }[];
  registry: { version: number; date: string };
  /** The name last asked for is no longer on the page. */
  lost: boolean;
  onShow: (provider: string) => void;
}

/** The providers that a page names, in alphabetical order, each with its three axes in words. */
export function Inventory({ host, items, registry, lost, onShow }: Props) {
  const { t, count, date } = useWording();
  return (
    <section class="inventory">
      <header class="inventory-head">
        <h1>{count('popup_title', items.length)}</h1>
        <span class="inventory-host">{host}</span>
      </header>
      <output class="inventory-notice">{lost ? t('popup_notFound') : ''}</output>
      {/* Seen, not heard: each row says its axes to a screen reader. */}
      <p class="inventory-axes" aria-hidden="true">
        {Object.values(AXIS_KEYS).map((key) => (
          <span key={key}>{t(key)}</span>
        ))}
      </p>
      <ul class="inventory-list">
        {items.map(({ assessment, mentions }) => (
          <InventoryRow key={assessment.provider} assessment={assessment} mentions={mentions} onShow={onShow} />
        ))}
      </ul>
      <Legend />
      <footer class="inventory-foot">{t('card_registry', String(registry.version), date(registry.date))}</footer>
    </section>
  );
}

interface RowProps {
  assessment: Assessment;
  mentions: number;
  onShow: (provider: string) => void;
}

function InventoryRow({ assessment, mentions, onShow }: RowProps) {
  const { t, count, say } = useWording();
  return (
    <li class="inventory-row" data-provider={assessment.provider}>
      <div class="inventory-name">
        <h2>{assessment.name}</h2>
        <span class="inventory-count">{count('popup_mentions', mentions)}</span>
      </div>
      <button
        type="button"
        class="text-button"
        aria-label={t('popup_show_label', assessment.name)}
        onClick={() => {
          onShow(assessment.provider);
        }}
      >
        {t('popup_show')}
      </button>
      <dl class="badge">
        {assessment.axes.map((axis) => (
          <div class="badge-axis" key={axis.axis}>
            <dt class="visually-hidden">{t(AXIS_KEYS[axis.axis])}</dt>
            <dd>
              <Glyph standing={axis.standing} size={14} />
              <span>{say(axis.brief)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
