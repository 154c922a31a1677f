import { browser } from 'wxt/browser';

import { changedUnder, lockedBy, settingsUnder, unknownNames } from '../../domain/settings/policy.ts';
import type { SettingsReport } from '../../domain/settings/settings-report.ts';
import type { Settings, SettingsPatch } from '../../domain/settings/settings.ts';
import { policyInForce } from './policy-in-force.ts';
import { storeLocally } from './store-locally.ts';
import { readStored, toStored, type ReadSettings } from '../../domain/settings/stored-settings.ts';

const KEY = 'settings';
/** Where settings that could not be read are put aside, never overwritten. */
const BACKUP_KEY = 'settings.unreadable';

/** The settings that hold: the user's over the organisation's over the defaults. Read each time: the worker forgets. */
export async function settingsInForce(): Promise<Settings> {
  const [{ policy }, { changed }] = await Promise.all([policyInForce(), read()]);
  return settingsUnder(policy, changed);
}

/** One change after the other: two at once would each forget the other. */
let lastChange: Promise<unknown> = Promise.resolve();

/** Changes some settings and stores what differs from what would hold anyway. Out: all settings, as they hold now. */
export async function changeSettings(patch: SettingsPatch): Promise<Settings> {
  const change = lastChange.then(() => applyChange(patch));
  lastChange = change.catch(() => undefined);
  return change;
}

async function applyChange(patch: SettingsPatch): Promise<Settings> {
  const [{ policy }, { changed, kept }] = await Promise.all([policyInForce(), read()]);
  const next = changedUnder(policy, changed, patch);
  await storeLocally({ [KEY]: toStored(next, kept) });
  return settingsUnder(policy, next);
}

/** What the options page shows. In: the providers that a policy may write of. */
export async function settingsReport(providers: ReadonlySet<string>): Promise<SettingsReport> {
  const [{ policy, problems }, { changed }, { [BACKUP_KEY]: backup }] = await Promise.all([
    policyInForce(),
    read(),
    browser.storage.local.get(BACKUP_KEY),
  ]);
  const keys = Object.keys(policy);
  return {
    settings: settingsUnder(policy, changed),
    changed,
    policy:
      keys.length === 0 && problems.length === 0
        ? null
        : {
            organisation: policy.organisation ?? null,
            keys,
            locked: lockedBy(policy),
            sitesAdded: policy.sitesAdded ?? [],
            sitesBlocked: policy.sitesBlocked ?? [],
            problems: [...problems, ...unknownNames(policy, providers)],
          },
    problem: backup === undefined ? null : readStored(backup).problem,
  };
}

/** Forgets the settings that were put aside, once the reader has seen that they were. */
export async function forgetUnreadable(): Promise<void> {
  await browser.storage.local.remove(BACKUP_KEY);
}

async function read(): Promise<ReadSettings> {
  const { [KEY]: raw, [BACKUP_KEY]: backup } = await browser.storage.local.get([KEY, BACKUP_KEY]);
  const result = readStored(raw);
  if (result.problem !== null) {
    // What could be read stays in its place, so that this happens once.
    const readable: Record<string, unknown> = { [KEY]: toStored(result.changed, result.kept) };
    await storeLocally(backup === undefined ? { ...readable, [BACKUP_KEY]: raw } : readable);
  }
  return result;
}
