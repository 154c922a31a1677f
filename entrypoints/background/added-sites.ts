import { browser } from 'wxt/browser';

import type { Settings } from '../../domain/settings/settings.ts';
import { EVERY_ORIGIN, originOf } from '../../domain/settings/site-origins.ts';
import { settingsInForce } from './settings-in-force.ts';

const ID = 'added-sites';

/**
 * Keeps the content script on the sites that the user added, as far as the browser gives access: at each start, whenever
 * the settings change, and whenever access is given or taken, be it in the browser's own settings.
 */
export function followAddedSites(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void reconcile().then(() => annotateOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(() => void reconcile());
  void reconcile();
}

/** One after the other: two at once would both register, and the second fail. */
let last: Promise<void> = Promise.resolve();

/** Registers the content script for what is both meant and granted, and for nothing else. */
export function reconcile(): Promise<void> {
  last = last.then(register).catch(() => undefined);
  return last;
}

async function register(): Promise<void> {
  const { sitesAdded, everySite } = await settingsInForce();
  const wanted = [...sitesAdded.map(originOf), ...(everySite ? [EVERY_ORIGIN] : [])];
  const granted = await Promise.all(wanted.map((origin) => browser.permissions.contains({ origins: [origin] })));
  const matches = wanted.filter((_, index) => granted[index] === true);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return;
  const { js, css, portals } = contentScript();
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      matches,
      // The portals have theirs already: two in a page would count each name twice.
      excludeMatches: portals,
      js,
      css,
      // In the frames of these sites too, and of no other.
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: false,
    },
  ]);
}

/**
 * Annotates the open pages of sites that were just added and to which the browser gives access already: it tells of none.
 * In: the settings before and after.
 */
export async function annotateNewSites(before: Settings, after: Settings): Promise<void> {
  const added = after.sitesAdded.filter((host) => !before.sitesAdded.includes(host)).map(originOf);
  const origins = [...added, ...(after.everySite && !before.everySite ? [EVERY_ORIGIN] : [])];
  for (const origin of origins) {
    if (await browser.permissions.contains({ origins: [origin] })) await annotateOpenTabs([origin]);
  }
}

/** Pages already open need no reload: the reader has just asked for them. */
async function annotateOpenTabs(origins: string[]): Promise<void> {
  const { js, css } = contentScript();
  const tabs = await browser.tabs.query({ url: origins }).catch(() => []);
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, allFrames: true };
      // A page that the browser keeps to itself stays as it is.
      await Promise.all([
        browser.scripting.insertCSS({ target, files: css }),
        browser.scripting.executeScript({ target, files: js as '/content-scripts/annotator.js'[] }),
      ]).catch(() => undefined);
    }),
  );
}

/** The content script of the extension manifest: its files, by their paths, and the portals that it runs on. */
function contentScript(): { js: string[]; css: string[]; portals: string[] } {
  const [own] = browser.runtime.getManifest().content_scripts ?? [];
  // Firefox gives whole addresses, and takes paths alone.
  const pathOf = (file: string) => new URL(file, browser.runtime.getURL('/')).pathname;
  return { js: (own?.js ?? []).map(pathOf), css: (own?.css ?? []).map(pathOf), portals: own?.matches ?? [] };
}
