import { browser } from 'wxt/browser';

import type { Direction } from '../../domain/protocol/messages.ts';
import { goTo } from './frame-answers.ts';

const DIRECTIONS: Record<string, Direction> = {
  'next-mention': 'next',
  'previous-mention': 'previous',
  'open-card': 'here',
};

/** Hands the keyboard commands to the page in front. */
export function forwardCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    const direction = DIRECTIONS[command];
    if (direction === undefined) return;
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      // A page that we do not run on has nowhere to go to.
      if (tab?.id !== undefined) await goTo(tab.id, direction, null);
    });
  });
}
