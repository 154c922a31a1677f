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
import './theme.css';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/**
 * Draws a page of ours in the reader's language and theme, and draws it again when the settings change.
 * In: the element to draw in, and what to draw under which settings; and what to draw before they are known, if anything:
 * the background may have to wake up first.
 */
export async function openOwnPage(
  root: HTMLElement,
  draw: (settings: Settings, wording: Wording) => ComponentChild,
  drawFirst?: () => ComponentChild,
): Promise<void> {
  /** Answers may overtake each other: only the one to the last question counts. */
  let asked = 0;
  const show = async () => {
    const question = (asked += 1);
    const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
    const wording = await wordingOf(settings.language);
    if (question !== asked) return;
    dress(settings.theme, wording);
    rememberLook(settings);
    render(<WordingProvider value={wording}>{draw(settings, wording)}</WordingProvider>, root);
  };
  onMessage('settingsChanged', () => void show());
  const shown = show();
  // A reader who chose a language does not see the browser's flash by.
  if (drawFirst !== undefined && localStorage.getItem(LANGUAGE_KEY) === null) {
    const wording = browserWording();
    const theme = localStorage.getItem(THEME_KEY);
    dress(theme === 'dark' || theme === 'light' ? theme : 'system', wording);
    render(<WordingProvider value={wording}>{drawFirst()}</WordingProvider>, root);
  }
  await shown;
}

/** How our pages looked last, where that is not as the browser does: known at once, before the background answers. */
const LANGUAGE_KEY = 'look.language';
const THEME_KEY = 'look.theme';

function rememberLook({ language, theme }: Settings): void {
  const remember = (key: string, value: string, usual: string) => {
    if (value === usual) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  };
  remember(LANGUAGE_KEY, language, DEFAULT_SETTINGS.language);
  remember(THEME_KEY, theme, DEFAULT_SETTINGS.theme);
}

function dress(theme: Settings['theme'], wording: Wording): void {
  const { documentElement } = document;
  documentElement.lang = wording.language;
  if (theme === 'system') delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
}

function browserWording(): Wording {
  return createWording((key, substitutions) => browser.i18n.getMessage(key, substitutions));
}

/** The wording of the language chosen; of the browser's own when its messages cannot be had. */
async function wordingOf(language: Settings['language']): Promise<Wording> {
  if (language === 'browser') return browserWording();
  try {
    const messages = v.parse(MessagesSchema, await sendMessage('readMessages', language));
    return createWording(lookUpIn(messages));
  } catch {
    return browserWording();
  }
}
