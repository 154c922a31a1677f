import { browser } from 'wxt/browser';

import type { Settings } from '../../domain/settings/settings.ts';
import { lookUpIn, messagesIn, type Messages } from '../../domain/wording/messages.ts';
import { createWording, type Wording } from '../../domain/wording/wording.ts';
import { settingsInForce } from './settings-in-force.ts';

type Language = Exclude<Settings['language'], 'browser'>;

/** Read once for each life of the worker. */
const read = new Map<Language, Promise<Messages>>();

/** The messages of one language, from the extension's own files. */
export function readMessages(language: Language): Promise<Messages> {
  const known = read.get(language);
  if (known !== undefined) return known;
  const messages = fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as '/popup.html'))
    .then((response) => response.json())
    .then(messagesIn);
  read.set(language, messages);
  return messages;
}

/** The wording in which the toolbar and the menus speak: the reader's, which need not be the browser's. */
export async function wordingInForce(): Promise<Wording> {
  const { language } = await settingsInForce();
  if (language === 'browser') return createWording((key, values) => browser.i18n.getMessage(key, values));
  return createWording(lookUpIn(await readMessages(language)));
}
