import type { SettingKey, Settings, SettingsPatch } from '../../domain/settings/settings.ts';

/** What a section of settings is given. */
export interface SectionProps {
  settings: Settings;
  /** Settings that the organisation set for good. */
  locked: readonly SettingKey[];
  onChange: (patch: SettingsPatch) => void;
}
