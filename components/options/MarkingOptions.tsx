import { useId } from 'preact/hooks';

import {
  CERTAINTY_CHOICES,
  LONGEST_HOVER_DELAY,
  MARKING_CHOICES,
  MODIFIER_KEYS,
} from '../../domain/settings/page-settings.ts';
import { useWording } from '../wording-context.ts';
import { Choice } from './Choice.tsx';
import type { SectionProps } from './section.ts';

const MARKING = {
  on: ['options_marking_on', 'options_marking_on_detail'],
  list: ['options_marking_list', 'options_marking_list_detail'],
  off: ['options_marking_off', 'options_marking_off_detail'],
} as const;
const CERTAINTY = {
  sure: ['options_certainty_sure', 'options_certainty_sure_detail'],
  possible: ['options_certainty_possible', 'options_certainty_possible_detail'],
} as const;

const KEYS = {
  none: 'options_modifierKey_none',
  Alt: 'options_modifierKey_alt',
  Control: 'options_modifierKey_control',
  Shift: 'options_modifierKey_shift',
} as const;

/** How names are marked, and when a card opens. */
export function MarkingOptions({ settings, locked, onChange }: SectionProps) {
  const { t } = useWording();
  const id = useId();
  return (
    <>
      <Choice
        legend={t('options_marking')}
        options={MARKING_CHOICES.map((value) => ({ value, label: t(MARKING[value][0]), detail: t(MARKING[value][1]) }))}
        value={settings.marking}
        locked={locked.includes('marking')}
        onChange={(marking) => {
          onChange({ marking });
        }}
      />
      <Choice
        legend={t('options_certainty')}
        options={CERTAINTY_CHOICES.map((value) => ({
          value,
          label: t(CERTAINTY[value][0]),
          detail: t(CERTAINTY[value][1]),
        }))}
        value={settings.certainty}
        locked={locked.includes('certainty')}
        onChange={(certainty) => {
          onChange({ certainty });
        }}
      />
      <div class="option-row">
        <label for={id}>{t('options_hoverDelay')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={LONGEST_HOVER_DELAY}
          step={50}
          value={settings.hoverDelay}
          disabled={locked.includes('hoverDelay')}
          aria-valuetext={t('options_milliseconds', String(settings.hoverDelay))}
          onChange={(event) => {
            onChange({ hoverDelay: Number(event.currentTarget.value) });
          }}
        />
        <output for={id}>{t('options_milliseconds', String(settings.hoverDelay))}</output>
        {locked.includes('hoverDelay') && <span class="option-locked">{t('options_locked')}</span>}
      </div>
      <Choice
        legend={t('options_modifierKey')}
        options={MODIFIER_KEYS.map((value) => ({
          value,
          label: t(KEYS[value]),
        }))}
        value={settings.modifierKey}
        locked={locked.includes('modifierKey')}
        onChange={(modifierKey) => {
          onChange({ modifierKey });
        }}
      />
    </>
  );
}
