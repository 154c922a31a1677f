import { browser } from 'wxt/browser';

import { EVERY_ORIGIN, originOf } from '../../domain/settings/site-origins.ts';
import { changeSettings, readSettings } from './settings-calls.ts';

/**
 * Adds a site and asks the browser for it. Call it within the click: the browser wants no wait before its question, and may
 * close the popup that asks, so what is meant is saved first.
 * In: the host. Out: whether the browser gives access; where it does not, the site is taken off again.
 */
export function addSite(host: string): Promise<boolean> {
  const saved = readSettings().then(({ sitesAdded }) =>
    sitesAdded.includes(host) ? undefined : changeSettings({ sitesAdded: [...sitesAdded, host] }),
  );
  return askFor(originOf(host), saved, () => removeSite(host));
}

/** Asks again for a site that was added and lost its access. Call it within the click. */
export function grantSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originOf(host)] }).catch(() => false);
}

/** Takes a site off, and gives its access back to the browser. */
export async function removeSite(host: string): Promise<void> {
  const { sitesAdded } = await readSettings();
  await changeSettings({ sitesAdded: sitesAdded.filter((other) => other !== host) });
  await browser.permissions.remove({ origins: [originOf(host)] }).catch(() => false);
}

/** Turns every site on, as `addSite` does one; or off. */
export function setEverySite(on: boolean): Promise<boolean> {
  const saved = changeSettings({ everySite: on });
  if (on) return askFor(EVERY_ORIGIN, saved, () => changeSettings({ everySite: false }));
  return saved
    .then(() => browser.permissions.remove({ origins: [EVERY_ORIGIN] }))
    .then(
      () => true,
      () => false,
    );
}

async function askFor(origin: string, saved: Promise<unknown>, undo: () => Promise<unknown>): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [origin] }).catch(() => false);
  await saved;
  if (!granted) await undo();
  return granted;
}

/** In: hosts. Out: those that the browser gives no access to. */
export async function hostsWithoutAccess(hosts: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [originOf(host)] })));
  return hosts.filter((_, index) => granted[index] === false);
}

/** Whether the browser gives access to every site. */
export function everySiteGranted(): Promise<boolean> {
  return browser.permissions.contains({ origins: [EVERY_ORIGIN] });
}

/** Calls back when access was given or taken, here or in the browser's own settings. Out: what stops it. */
export function onAccessChanged(callback: () => void): () => void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  return () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  };
}
