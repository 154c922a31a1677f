import * as v from 'valibot';

import { AssessmentSchema } from '../assessment/assessment.ts';
import { DaySchema } from '../registry/partial-date.ts';
import { IdSchema } from '../registry/text.ts';
import { LANGUAGE_CHOICES, type PageSettings, type Settings, type SettingsPatch } from '../settings/settings.ts';
import type { Messages } from '../wording/messages.ts';

export const AssessRequestSchema = v.strictObject({
  providers: v.pipe(v.array(IdSchema), v.maxLength(1000)),
});

export const AssessResponseSchema = v.strictObject({
  registry: v.strictObject({ version: v.number(), date: DaySchema }),
  /** In the order asked; a provider that the registry in force does not hold is left out. */
  assessments: v.array(AssessmentSchema),
});
export type AssessResponse = v.InferOutput<typeof AssessResponseSchema>;

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

export const InventorySchema = v.array(v.strictObject({ provider: IdSchema, mentions: CountSchema }));
/** The distinct providers of a page, each with its number of mentions. */
export type Inventory = v.InferOutput<typeof InventorySchema>;

const [, ...LANGUAGES] = LANGUAGE_CHOICES;
export const LanguageSchema = v.picklist(LANGUAGES);

export const DirectionSchema = v.picklist(['next', 'previous']);
export type Direction = v.InferOutput<typeof DirectionSchema>;

/** What the contexts of the extension say to each other. Every payload is parsed on receipt, answers too. */
export interface Protocol {
  /** Content script or popup to background: the three axes of some providers, as of today. */
  assess(request: v.InferOutput<typeof AssessRequestSchema>): AssessResponse;
  /** Content script to background: how many distinct providers its tab names. */
  countProviders(count: number): void;
  /** Popup to content script: what the page names; null where the settings keep us from reading it. */
  readInventory(): Inventory | null;
  /** Popup to content script: go to the provider's next mention and open its card. False when none is visible. */
  showNext(provider: string): boolean;
  /** Background to content script: the keyboard command to go from mention to mention. */
  goToMention(direction: Direction): boolean;
  /** Our own pages to background: all settings. */
  readSettings(): Settings;
  /** Our own pages to background: changes some settings. Out: all of them, as they hold now. */
  changeSettings(patch: SettingsPatch): Settings;
  /** Content script to background: the settings as they hold for its page. */
  readPageSettings(): PageSettings;
  /** Background to content scripts and own pages: the settings changed. They ask again: only what a content script sends says where it is. */
  settingsChanged(): void;
  /** Content script or own page to background: the messages of a language that is not the browser's. */
  readMessages(language: v.InferOutput<typeof LanguageSchema>): Messages;
}
