import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';

import { LanguageSchema, type Protocol } from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { settingsForPage, SettingsPatchSchema } from '../../domain/settings/settings.ts';
import { annotateNewSites, reconcile } from './added-sites.ts';
import { awaitPauseEnd, onPauseEnd } from './pause-end.ts';
import { nameMenu } from './look-up.ts';
import { SEEN_KEY } from './policy-in-force.ts';
import { changeSettings, forgetUnreadable, settingsInForce, settingsReport } from './settings-in-force.ts';
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
    return settingsReport();
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
    await Promise.all([tellPages(), annotated, nameMenu(), awaitPauseEnd(settings)]);
    return settings;
  });
  onMessage('readMessages', ({ data }) => readMessages(parseMessage(LanguageSchema, data)));
  onMessage('readPageSettings', async ({ sender }) =>
    settingsForPage(await settingsInForce(), hostOf(sender.url), Date.now()),
  );
  onPauseEnd(() => void tellPages());
  // A policy that changes holds at once.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || SEEN_KEY in changes) void Promise.all([tellPages(), reconcile()]);
  });
}

/** Tells every page of ours, and every page that we are in, to ask again. */
export async function tellPages(): Promise<void> {
  const { sendMessage } = defineExtensionMessaging<Protocol>();
  // No page of ours may be open.
  await sendMessage('settingsChanged', undefined).catch(() => undefined);
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      // A tab that we are not in has nobody to tell.
      if (id !== undefined) await sendMessage('settingsChanged', undefined, id).catch(() => undefined);
    }),
  );
}

/** Throws for a content script: it lives beside a hostile page, and sees neither other sites nor what it may change. */
function mustBeOwnPage({ id, url }: { id?: string | undefined; url?: string | undefined }): void {
  const own = id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
  if (!own) throw new Error('only a page of the extension may ask this');
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}
