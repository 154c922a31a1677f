import type { LocalizedText } from '../domain/registry/text.ts';
import { useWording } from './wording-context.ts';

interface Props {
  sets: readonly { id: string; name: LocalizedText }[];
  chosen: string | null;
  /** Set by the organisation: shown, and not to be changed. */
  locked?: boolean;
  onChoose: (id: string | null) => void;
}

/** Which requirements the buyer reads the page with: a set of them, or none. */
export function RequirementChoice({ sets, chosen, locked = false, onChoose }: Props) {
  const { t, localized, factLang } = useWording();
  return (
    <label class="requirement-choice">
      {t('popup_requirements')}
      <select
        value={chosen ?? ''}
        disabled={locked}
        title={locked ? t('options_locked') : undefined}
        onChange={(event) => {
          onChoose(event.currentTarget.value || null);
        }}
      >
        <option value="">{t('popup_requirements_none')}</option>
        {sets.map(({ id, name }) => (
          <option key={id} value={id} lang={factLang}>
            {localized(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
