import { useId } from 'preact/hooks';

import { Said } from '../Said.tsx';
import { useWording } from '../wording-context.ts';

interface Props<Value extends string> {
  legend: string;
  /** Said under the legend, where the choice needs a word. */
  help?: string;
  /** Their words may be marked. */
  options: readonly { value: Value; label: string; detail?: string }[];
  value: Value;
  /** Set by the organisation: shown, and not to be changed. */
  locked: boolean;
  onChange: (value: Value) => void;
}

/** One choice among a few, each in words. */
export function Choice<Value extends string>({ legend, help, options, value, locked, onChange }: Props<Value>) {
  const { t } = useWording();
  const name = useId();
  return (
    <fieldset class="choice" disabled={locked}>
      <legend>{legend}</legend>
      {help !== undefined && <p class="option-help">{help}</p>}
      {locked && <p class="option-locked">{t('options_locked')}</p>}
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            <Said of={option.label} />
            {option.detail !== undefined && (
              <span class="option-help">
                <Said of={option.detail} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
