import { defineExtensionMessaging } from '@webext-core/messaging';
import { render, type ComponentChild } from 'preact';
import { browser } from 'wxt/browser';
import * as v from 'valibot';

import { WordingProvider } from '../../components/wording-context.ts';
import { lookUpIn, MessagesSchema } from '../../domain/wording/messages.ts';
import { createWording, type Wording } from '../../domain/wording/wording.ts';
import type { Protocol } from '../../domain/protocol/messages.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings.ts';
import { readSettings } from './settings-calls.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/**
 * Draws a page of ours in the reader's language and theme, and draws it again when the settings change.
 * In: the element to draw in, and what to draw under which settings.
 */
export async function openOwnPage(
  root: HTMLElement,
  draw: (settings: Settings, wording: Wording) => ComponentChild,
): Promise<void> {
  const show = async () => {
    const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
    const wording = await wordingOf(settings.language);
    const { documentElement } = document;
    documentElement.lang = wording.language;
    if (settings.theme === 'system') delete documentElement.dataset['theme'];
    else documentElement.dataset['theme'] = settings.theme;
    render(<WordingProvider value={wording}>{draw(settings, wording)}</WordingProvider>, root);
  };
  onMessage('settingsChanged', () => void show());
  await show();
}

/** The wording of the language chosen; of the browser's own when its messages cannot be had. */
async function wordingOf(language: Settings['language']): Promise<Wording> {
  const own = () => createWording((key, substitutions) => browser.i18n.getMessage(key, substitutions));
  if (language === 'browser') return own();
  try {
    const messages = v.parse(MessagesSchema, await sendMessage('readMessages', language));
    return createWording(lookUpIn(messages));
  } catch {
    return own();
  }
}
