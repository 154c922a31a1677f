import { browser } from 'wxt/browser';

import { findProviders, type ProviderHit } from '../../domain/registry/provider-search.ts';
import { DOSSIERS_MENU } from './dossier-tab.ts';
import { registryInForce } from './registry-in-force.ts';
import { wordingInForce } from './wording-in-force.ts';

const MENU_ID = 'look-up-selection';
/** As many as the address bar shows. */
const SUGGESTIONS = 6;
const MOST_HITS = 20;

/** In: what the popup's search box holds. Out: the providers found. */
export async function searchProviders(text: string): Promise<ProviderHit[]> {
  return findProviders(await registryInForce(), text, MOST_HITS);
}

/** Looks providers up by hand: from a selected text, and from the address bar. */
export function lookUpByHand(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === MENU_ID) void open(selectionText);
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void registryInForce().then((registry) => {
      const hits = findProviders(registry, text, SUGGESTIONS);
      suggest(hits.map(({ name, alias }) => ({ content: name, description: escaped(labelOf(name, alias)) })));
    });
  });
  browser.omnibox.onInputEntered.addListener((text) => void open(text));
  void nameMenu();
}

/** Names the menus in the reader's language: at each start, and when the language changes. */
export async function nameMenu(): Promise<void> {
  const { t } = await wordingInForce();
  await browser.contextMenus.removeAll();
  const done = () => {
    // Two starts at once make the same entry twice: one is enough.
    void browser.runtime.lastError;
  };
  browser.contextMenus.create({ id: MENU_ID, title: t('menu_lookUp', '%s'), contexts: ['selection'] }, done);
  browser.contextMenus.create({ id: DOSSIERS_MENU, title: t('menu_dossiers'), contexts: ['action'] }, done);
}

/** Opens the sheet of what the text names; the list of all providers where it names none. */
async function open(text: string): Promise<void> {
  const [hit] = findProviders(await registryInForce(), text, 1);
  const id = hit?.provider ?? text.trim().slice(0, 60);
  await browser.tabs.create({
    url: browser.runtime.getURL(`/provider.html?id=${encodeURIComponent(id)}` as '/popup.html'),
  });
}

function labelOf(name: string, alias: string | undefined): string {
  return alias === undefined ? name : `${name} (${alias})`;
}

/** Chrome reads a suggestion as XML. */
function escaped(text: string): string {
  return import.meta.env.BROWSER === 'firefox'
    ? text
    : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
