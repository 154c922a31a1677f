import * as v from 'valibot';

import { EditionSchema } from '../registry/edition.ts';

export const LANGUAGE_CHOICES = ['browser', 'fr', 'en', 'de', 'es', 'it', 'nl'] as const;
export const MARKING_CHOICES = ['on', 'list', 'off'] as const;
export const CERTAINTY_CHOICES = ['sure', 'possible'] as const;
export const MODIFIER_KEYS = ['none', 'Alt', 'Control', 'Shift'] as const;
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;

/** The longest wait before a card opens, in milliseconds. */
export const LONGEST_HOVER_DELAY = 2000;

/** The choices that concern a page. */
export const PAGE_CHOICES = {
  /** Marks and list; the list alone, no mark on the page; nothing at all. */
  marking: v.picklist(MARKING_CHOICES),
  /** Sure mentions only, or those that could be one too. */
  certainty: v.picklist(CERTAINTY_CHOICES),
  /** How long the pointer rests on a name before its card opens, in milliseconds. */
  hoverDelay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_HOVER_DELAY)),
  /** The key that must be held for the card to open under the pointer. */
  modifierKey: v.picklist(MODIFIER_KEYS),
  language: v.picklist(LANGUAGE_CHOICES),
  theme: v.picklist(THEME_CHOICES),
} as const;

/**
 * What a content script is told: how to mark its own page, and nothing of the other sites.
 * `marking` is already off where the site is off or everything is paused.
 */
export const PageSettingsSchema = v.strictObject({
  ...PAGE_CHOICES,
  /** Whose names are looked for. */
  edition: EditionSchema,
});
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>;

export const DEFAULT_PAGE_CHOICES: Omit<PageSettings, 'edition'> = {
  marking: 'on',
  certainty: 'sure',
  hoverDelay: 150,
  modifierKey: 'none',
  language: 'browser',
  theme: 'system',
};
