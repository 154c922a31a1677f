import { defineExtensionMessaging } from '@webext-core/messaging';

import { RequirementSetListSchema, type Protocol, type RequirementSetList } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { SettingsReportSchema, type SettingsReport } from '../../domain/settings/settings-report.ts';
import { SettingsSchema, type Settings, type SettingsPatch } from '../../domain/settings/settings.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** All settings, as the background has them. Rejects when it does not answer. */
export async function readSettings(): Promise<Settings> {
  return parseMessage(SettingsSchema, await sendMessage('readSettings', undefined));
}

/** Changes some settings. Out: all of them, as they hold now. */
export async function changeSettings(patch: SettingsPatch): Promise<Settings> {
  return parseMessage(SettingsSchema, await sendMessage('changeSettings', patch));
}

/** What holds, who decided it, and what could not be read. */
export async function readSettingsReport(): Promise<SettingsReport> {
  return parseMessage(SettingsReportSchema, await sendMessage('readSettingsReport', undefined));
}

/** Drops the settings that could not be read. */
export async function forgetUnreadableSettings(): Promise<void> {
  await sendMessage('forgetUnreadableSettings', undefined);
}

/** The requirement sets that can be chosen. */
export async function listRequirementSets(): Promise<RequirementSetList> {
  return parseMessage(RequirementSetListSchema, await sendMessage('listRequirementSets', undefined));
}
