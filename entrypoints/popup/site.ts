import { changeSettings } from '../own-page/settings-calls.ts';

/**
 * Switches a site on or off.
 * In: its host, what it is to be, the sites that are off now. Off: the host itself. On: it, and any above it that keeps it off.
 * Settles once every page has been told. Rejects when it could not be kept.
 */
export async function switchSite(host: string, on: boolean, sitesOff: readonly string[]): Promise<void> {
  const others = sitesOff.filter((one) => host !== one && !host.endsWith(`.${one}`));
  await changeSettings({ sitesOff: on ? others : [...others, host] });
}
