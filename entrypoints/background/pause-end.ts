import { browser } from 'wxt/browser';

import type { Settings } from '../../domain/settings/settings.ts';

const ALARM = 'pause-end';

/** Calls back when a pause ends. */
export function onPauseEnd(callback: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) callback();
  });
}

/** Sets the alarm for the end of a pause, or takes it back. */
export async function awaitPauseEnd({ pausedUntil }: Settings): Promise<void> {
  if (pausedUntil === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: pausedUntil });
}
