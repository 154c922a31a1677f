import * as v from 'valibot';

import { IdSchema } from '../registry/text.ts';
import { HostSchema, isHostAmong } from '../registry/host.ts';
import { DEFAULT_PAGE_CHOICES, PAGE_CHOICES, type PageSettings } from './page-settings.ts';

const HostsSchema = v.pipe(v.array(HostSchema), v.maxLength(500, 'lists more than 500 sites'));

/** What a reader may choose. Flat: a policy locks, and storage keeps, one field at a time. */
export const SettingsSchema = v.strictObject({
  ...PAGE_CHOICES,
  requirementSet: v.nullable(IdSchema),
  /** Whether the data is refreshed from the feed. */
  updates: v.boolean(),
  /** Until when nothing is annotated anywhere, in milliseconds since 1970; null when not paused. */
  pausedUntil: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Hosts on which, and below which, nothing is annotated. */
  sitesOff: HostsSchema,
  /** Hosts that the user added to the portals. The browser has the last word: access may be refused or taken back. */
  sitesAdded: HostsSchema,
  /** Every site, which is a choice of its own. */
  everySite: v.boolean(),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;
export type SettingKey = keyof Settings;

export const SETTING_KEYS = Object.keys(SettingsSchema.entries) as SettingKey[];

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_PAGE_CHOICES,
  requirementSet: null,
  updates: true,
  pausedUntil: null,
  sitesOff: [],
  sitesAdded: [],
  everySite: false,
};

/** Some of the settings: what a user changed, what a page asks to change. */
export type SettingsPatch = { [Key in SettingKey]?: Settings[Key] };
export const SettingsPatchSchema = v.pipe(
  v.partial(SettingsSchema),
  // A field that is there and undefined, as structured cloning leaves it, is no change.
  v.transform((patch): SettingsPatch =>
    Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
  ),
);

/**
 * The settings as they hold for one page.
 * In: all settings, the page's hosts (its own and that of the page around it, empty where there is none), the time in
 * milliseconds, the edition of the registry in force. Out: what its content script does.
 */
export function settingsForPage(
  settings: Settings,
  hosts: readonly string[],
  now: number,
  edition: string,
): PageSettings {
  const { marking, certainty, hoverDelay, modifierKey, language, theme } = settings;
  const off = isPaused(settings, now) || hosts.some((host) => isHostAmong(host, settings.sitesOff));
  return { marking: off ? 'off' : marking, certainty, hoverDelay, modifierKey, language, theme, edition };
}

/** In: the settings and the time in milliseconds. Out: whether everything is paused. */
export function isPaused({ pausedUntil }: Settings, now: number): boolean {
  return pausedUntil !== null && now < pausedUntil;
}

/**
 * What differs from the base.
 * In: settings, and those that hold where nothing was changed. Out: the changed fields alone, which are all that is stored.
 */
export function changesFrom(base: Settings, settings: Settings): SettingsPatch {
  const changed = SETTING_KEYS.filter((key) => JSON.stringify(settings[key]) !== JSON.stringify(base[key]));
  return Object.fromEntries(changed.map((key) => [key, settings[key]]));
}
