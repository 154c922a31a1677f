import { browser } from 'wxt/browser';

import { changesFrom, DEFAULT_SETTINGS, type Settings, type SettingsPatch } from '../../domain/settings/settings.ts';
import { readStored, toStored, type ReadSettings } from '../../domain/settings/stored-settings.ts';

const KEY = 'settings';
/** Where settings that could not be read are put aside, never overwritten. */
const BACKUP_KEY = 'settings.unreadable';

/** The settings that hold: the user's over the defaults. Read from storage each time: the worker forgets. */
export async function settingsInForce(): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...(await read()).changed };
}

/** One change after the other: two at once would each forget the other. */
let lastChange: Promise<unknown> = Promise.resolve();

/** Changes some settings and stores what differs from the defaults. Out: all settings, as they hold now. */
export async function changeSettings(patch: SettingsPatch): Promise<Settings> {
  const change = lastChange.then(async () => {
    const { changed, kept } = await read();
    const settings: Settings = { ...DEFAULT_SETTINGS, ...changed, ...patch };
    await browser.storage.local.set({ [KEY]: toStored(changesFrom(DEFAULT_SETTINGS, settings), kept) });
    return settings;
  });
  lastChange = change.catch(() => undefined);
  return change;
}

async function read(): Promise<ReadSettings> {
  const { [KEY]: raw, [BACKUP_KEY]: backup } = await browser.storage.local.get([KEY, BACKUP_KEY]);
  const result = readStored(raw);
  if (result.problem !== null && backup === undefined) await browser.storage.local.set({ [BACKUP_KEY]: raw });
  return result;
}
