import { useId } from 'preact/hooks';

import { LANGUAGE_CHOICES, THEME_CHOICES } from '../../domain/settings/page-settings.ts';
import { useWording } from '../wording-context.ts';
import { Choice } from './Choice.tsx';
import type { SectionProps } from './section.ts';

interface RequirementProps extends SectionProps {
  sets: readonly { id: string; name: string; detail: string }[];
}

/** The requirement set that cards and exports look at, or none. */
export function RequirementOptions({ settings, locked, onChange, sets }: RequirementProps) {
  const { t } = useWording();
  return (
    <Choice
      legend={t('options_requirementSet')}
      options={[
        { value: '', label: t('options_requirementSet_none') },
        ...sets.map(({ id, name, detail }) => ({ value: id, label: name, detail })),
      ]}
      value={settings.requirementSet ?? ''}
      locked={locked.includes('requirementSet')}
      onChange={(id) => {
        onChange({ requirementSet: id === '' ? null : id });
      }}
    />
  );
}

/** Each language in its own words: a reader who cannot read this page has to find theirs. */
const LANGUAGE_NAMES = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
} as const;

/** The language of the interface. */
export function LanguageOptions({ settings, locked, onChange }: SectionProps) {
  const { t } = useWording();
  const id = useId();
  return (
    <div class="option-row">
      <label for={id}>{t('options_language')}</label>
      <select
        id={id}
        value={settings.language}
        disabled={locked.includes('language')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ language: LANGUAGE_CHOICES.find((choice) => choice === value) ?? 'browser' });
        }}
      >
        {LANGUAGE_CHOICES.map((choice) => (
          <option key={choice} value={choice} lang={choice === 'browser' ? undefined : choice}>
            {choice === 'browser' ? t('options_language_browser') : LANGUAGE_NAMES[choice]}
          </option>
        ))}
      </select>
      {locked.includes('language') && <span class="option-locked">{t('options_locked')}</span>}
    </div>
  );
}

const THEMES = {
  system: 'options_theme_system',
  light: 'options_theme_light',
  dark: 'options_theme_dark',
} as const;

/** Light, dark, or as the system has it. */
export function ThemeOptions({ settings, locked, onChange }: SectionProps) {
  const { t } = useWording();
  return (
    <Choice
      legend={t('options_theme')}
      options={THEME_CHOICES.map((value) => ({ value, label: t(THEMES[value]) }))}
      value={settings.theme}
      locked={locked.includes('theme')}
      onChange={(theme) => {
        onChange({ theme });
      }}
    />
  );
}

/** Whether the data is refreshed. What the data is stands above it. */
export function UpdatesOption({ settings, locked, onChange }: SectionProps) {
  const { t } = useWording();
  return (
    <label class="choice-option">
      <input
        type="checkbox"
        checked={settings.updates}
        disabled={locked.includes('updates')}
        onChange={(event) => {
          onChange({ updates: event.currentTarget.checked });
        }}
      />
      <span>
        {t('options_updates')}
        <span class="option-help">{t('options_updates_detail')}</span>
        {locked.includes('updates') && <span class="option-locked">{t('options_locked')}</span>}
      </span>
    </label>
  );
}
