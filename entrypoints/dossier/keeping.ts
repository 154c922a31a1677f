import { browser } from 'wxt/browser';

import type { Keeping } from '../../components/dossier/KeepingLine.tsx';

/** In: whether the browser keeps nothing at all. Out: how far it keeps the dossiers. */
export async function keepingOf(forgetful: boolean): Promise<Keeping> {
  if (forgetful) return 'forgetful';
  // The background keeps them, outside of the private window that shows them.
  if (browser.extension.inIncognitoContext) return 'private';
  return (await navigator.storage.persisted().catch(() => false)) ? 'kept' : 'best-effort';
}

/** Asks the browser to keep them even when the disk fills up. Call it within the click: Firefox asks its reader. */
export async function askToKeep(): Promise<Keeping> {
  return (await navigator.storage.persist().catch(() => false)) ? 'granted' : 'refused';
}
