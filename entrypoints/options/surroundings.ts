import { browser } from 'wxt/browser';

import type { Settings } from '../../domain/settings/settings.ts';
import { everySiteGranted, hostsWithoutAccess, onAccessChanged } from '../own-page/site-access.ts';

/** What the browser says that no setting holds. */
export interface Surroundings {
  version: string;
  now: number;
  withoutAccess: string[];
  everySiteGranted: boolean;
  commands: { name: string; description: string; shortcut: string }[];
  shortcutsPlace: string;
}

const isFirefox = import.meta.env.BROWSER === 'firefox';

/** Reads what surrounds the settings, and again whenever access to a site is given or taken. Out: what stops it. */
export function readSurroundings(settings: Settings, callback: (around: Surroundings) => void): () => void {
  const read = async () => {
    const [withoutAccess, granted, commands] = await Promise.all([
      hostsWithoutAccess(settings.sitesAdded),
      everySiteGranted(),
      browser.commands.getAll(),
    ]);
    callback({
      version: browser.runtime.getManifest().version,
      now: Date.now(),
      withoutAccess,
      everySiteGranted: granted,
      commands: commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut })),
      shortcutsPlace: isFirefox ? 'about:addons' : 'chrome://extensions/shortcuts',
    });
  };
  void read();
  return onAccessChanged(() => void read());
}

/** What opens the browser's own page of shortcuts. Firefox has had it since 137; Chrome lets an extension open its page. */
export function openShortcuts(): () => void {
  return () => {
    const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
    if (commands.openShortcutSettings !== undefined) void commands.openShortcutSettings();
    else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  };
}
