import { browser } from 'wxt/browser';

import type { PageSettings } from '../../domain/settings/page-settings.ts';
import { lookUpIn } from '../../domain/wording/messages.ts';
import { createWording, type Wording } from '../../domain/wording/wording.ts';
import { readMessages } from './background-calls.ts';

/** How the card speaks and looks. */
export interface Appearance {
  wording: Wording;
  theme: PageSettings['theme'];
}

/** The browser's own language and theme. */
export function browserAppearance(): Appearance {
  return {
    wording: createWording((key, substitutions) => browser.i18n.getMessage(key, substitutions)),
    theme: 'system',
  };
}

/**
 * The appearance that the reader chose.
 * In: the page's settings. Out: wording and theme; messages of another language come from the background, once asked for.
 */
export async function chosenAppearance({ language, theme }: PageSettings): Promise<Appearance> {
  const own = { ...browserAppearance(), theme };
  if (language === 'browser' || language === own.wording.language) return own;
  const messages = await readMessages(language).catch(() => null);
  return messages === null ? own : { wording: createWording(lookUpIn(messages)), theme };
}
