import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';

import type { Direction, Protocol } from '../../domain/protocol/messages.ts';

const DIRECTIONS: Record<string, Direction> = {
  'next-mention': 'next',
  'previous-mention': 'previous',
  'open-card': 'here',
};

/** Hands the keyboard commands to the page in front. */
export function forwardCommands(): void {
  const { sendMessage } = defineExtensionMessaging<Protocol>();
  browser.commands.onCommand.addListener((command) => {
    const direction = DIRECTIONS[command];
    if (direction === undefined) return;
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      // A page that we do not run on has nowhere to go to.
      if (tab?.id !== undefined) await sendMessage('goToMention', direction, tab.id).catch(() => undefined);
    });
  });
}
