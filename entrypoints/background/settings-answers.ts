import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';

import { LanguageSchema, TopOriginSchema, type Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { settingsForPage, SettingsPatchSchema } from '../../domain/settings/settings.ts';
import { annotateNewSites, reconcile } from './added-sites.ts';
import { feedReceiver } from './feed.ts';
import { nameMenu } from './look-up.ts';
import { mustBeOwnPage } from './own-pages-only.ts';
import { awaitPauseEnd, onPauseEnd } from './pause-end.ts';
import { SEEN_KEY } from './policy-in-force.ts';
import { registryInForce } from './registry-in-force.ts';
import { changeSettings, forgetUnreadable, settingsInForce, settingsReport } from './settings-in-force.ts';
import { tellPages } from './tell-pages.ts';
import { readMessages } from './wording-in-force.ts';

/** Answers for the settings: all of them to our own pages alone, to a content script what concerns its page. */
export function answerForSettings(): void {
  const { onMessage } = defineExtensionMessaging<Protocol>();
  onMessage('readSettings', async ({ sender }) => {
    mustBeOwnPage(sender);
    return settingsInForce();
  });
  onMessage('readSettingsReport', async ({ sender }) => {
    mustBeOwnPage(sender);
    return settingsReport(new Set(Object.keys((await registryInForce()).providers)));
  });
  onMessage('forgetUnreadableSettings', async ({ sender }) => {
    mustBeOwnPage(sender);
    await forgetUnreadable();
  });
  onMessage('changeSettings', async ({ data, sender }) => {
    mustBeOwnPage(sender);
    const before = await settingsInForce();
    const settings = await changeSettings(parseMessage(SettingsPatchSchema, data));
    const annotated = reconcile().then(() => annotateNewSites(before, settings));
    await Promise.all([tellPages(), annotated, nameMenu(), awaitPauseEnd(settings), feedReceiver.wake()]);
    return settings;
  });
  onMessage('readMessages', ({ data }) => readMessages(parseMessage(LanguageSchema, data)));
  onMessage('readPageSettings', async ({ data, sender }) => {
    // A frame is switched off with the page that holds it; one without an address of its own has none but that.
    const hosts = [sender.url, parseMessage(TopOriginSchema, data ?? null) ?? undefined].map(hostOf);
    const [settings, edition] = await Promise.all([settingsInForce(), feedReceiver.edition()]);
    return settingsForPage(settings, hosts, Date.now(), edition);
  });
  onPauseEnd(() => void tellPages());
  // A policy that changes holds at once.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || SEEN_KEY in changes) void Promise.all([tellPages(), reconcile(), feedReceiver.wake()]);
  });
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}
