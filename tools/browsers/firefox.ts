import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch, type Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import { PORTAL } from './page-server.ts';
import type { BrowserUnderTest, TestPage } from './browser-under-test.ts';
import { inBrowserChrome, openPrivateTab } from './firefox-chrome.ts';
import { locateBrowser } from './locate-browser.ts';
import type { PrivatePolicies } from './private-policies.ts';
import { waitFor } from './wait-for.ts';
import { wrapPage } from './firefox-page.ts';

declare const browser: ExtensionApi;

export const FIREFOX_ID = 'ancrage@ancrage.eu';
/** Pinned, so that the address of the extension's pages is known. */
const UUID = '6a8f2a3c-0000-4000-8000-000000000001';

/** The last key of each command's shortcut, by which the browser's own key element is known. */
const SHORTCUT_KEYS: Record<string, string> = { 'next-mention': 'J', 'previous-mention': 'K', 'open-card': 'O' };

interface Options {
  extension: string;
  locale?: string;
  colorScheme?: 'light' | 'dark';
  touch?: boolean;
  /** How much the extension may store, in kilobytes. */
  room?: number;
  /** False opens a window that somebody can look at. */
  headless?: boolean;
  /** In the place of the machine's own. */
  policies?: PrivatePolicies;
}

/**
 * Launches Firefox with the built extension over WebDriver BiDi (w3c.github.io/webdriver-bidi), in a profile of its own.
 * In: the folder of the built extension, and how the browser is to be. Out: the browser. Throws where none is installed.
 */
export async function launchFirefox(options: Options): Promise<BrowserUnderTest> {
  const { extension, touch = false, locale = 'fr', colorScheme = 'light', headless = true, room, policies } = options;
  const executable = locateBrowser('ANCRAGE_FIREFOX', ['firefox-esr', 'firefox']);
  const downloads = mkdtempSync(join(tmpdir(), 'ancrage-downloads-'));
  const running = await launch({
    browser: 'firefox',
    executablePath: policies?.launcher(executable) ?? executable,
    headless,
    defaultViewport: headless ? { width: 1000, height: 760 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      'extensions.background.idle.enabled': false,
      // A test's click on "always annotate this site" is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // A portal's name leads to this machine, and is not tried over TLS first.
      'network.dns.localDomains': PORTAL,
      'dom.security.https_first': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      'dom.w3c_touch_events.enabled': touch ? 1 : 0,
      'intl.locale.requested': locale,
      'intl.accept_languages': locale,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      ...(room !== undefined && { 'dom.quotaManager.temporaryStorage.fixedLimit': room }),
      'browser.tabs.remote.separatePrivilegedMozillaWebContentProcess': false,
    },
  });
  await running.installExtension(extension);
  const pages = new Map<TestPage, Page>();
  const wrap = (page: Page): TestPage => {
    const wrapped = wrapPage(page);
    pages.set(wrapped, page);
    return wrapped;
  };
  const pageOf = (page: TestPage): Page => {
    const found = pages.get(page);
    if (found === undefined) throw new Error('not a page of this browser');
    return found;
  };
  const openOwn = async (path: string): Promise<Page> => {
    const page = await running.newPage();
    const address = `moz-extension://${UUID}/${path}`;
    // The navigation changes process, which WebDriver BiDi reports as a detached frame: the page is what tells.
    page.goto(address, { timeout: 2000 }).catch(() => undefined);
    await waitFor(
      () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', address),
      path,
    );
    return page;
  };
  let ownPage: Page | undefined;
  const extensionPage = async (): Promise<Page> => {
    if (ownPage === undefined || ownPage.isClosed()) ownPage = await openOwn('popup.html?tab=0');
    return ownPage;
  };
  const tabIdOf = async (page: TestPage): Promise<number> => {
    const mark = `ancrage-test-${Math.random().toString(36).slice(2)}`;
    const title = await page.evaluate((text) => {
      const before = document.title;
      document.title = text;
      return before;
    }, mark);
    const own = await extensionPage();
    const id = await waitFor(
      () =>
        own.evaluate(async (text) => {
          const tabs = await browser.tabs.query({});
          return tabs.find((tab) => tab.title?.includes(text))?.id;
        }, mark),
      'the tab',
      // Without host access it never tells its title: nothing is gained by more patience.
      3000,
    ).catch(() => undefined);
    await page.evaluate((text) => {
      document.title = text;
    }, title);
    if (id !== undefined) return id;
    // Without host access a tab hides its title: it is the one in front.
    await pageOf(page).bringToFront();
    const active = await own.evaluate(async () => (await browser.tabs.query({ active: true }))[0]?.id);
    if (active === undefined) throw new Error('no such tab');
    return active;
  };

  return {
    name: 'firefox',
    async open(url) {
      const page = wrap(await running.newPage());
      if (url !== undefined) await page.goto(url);
      return page;
    },
    async opened(address) {
      // What the driver knows of a tab that it did not open is where it began: the page itself is asked.
      const find = async () => {
        for (const page of await running.pages()) {
          const url = await page.evaluate(() => location.href).catch(() => '');
          if (url.includes(address)) return page;
        }
        return undefined;
      };
      return wrap((await waitFor(find, address)) as Page);
    },
    async openOwn(path) {
      return wrap(await openOwn(path));
    },
    async openPrivately(path) {
      const address = `moz-extension://${UUID}/${path}`;
      await openPrivateTab(running, FIREFOX_ID, address);
      ownPage = undefined;
      const find = async () => {
        for (const page of await running.pages()) {
          const isIt = (wanted: string) =>
            location.href === wanted && document.readyState === 'complete' && browser.extension.inIncognitoContext;
          if (await page.evaluate(isIt, address).catch(() => false)) return page;
        }
        return undefined;
      };
      return wrap((await waitFor(find, `${path}, privately`)) as Page);
    },
    downloads,
    async openPopup(page) {
      const popup = await openOwn(`popup.html?tab=${await tabIdOf(page)}`);
      await popup.setViewport({ width: 500, height: 600 });
      return wrap(popup);
    },
    async clickToolbar(page) {
      await pageOf(page).bringToFront();
      await inBrowserChrome(
        running,
        `(() => {
          // A popup that is still open would be closed by the click, and nothing granted.
          for (const panel of document.querySelectorAll('panel')) panel.hidePopup();
          const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
          ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
        })()`,
      );
    },
    async command(name) {
      await inBrowserChrome(
        running,
        `(() => {
          document.querySelector('#ext-keyset-id-ancrage_ancrage_eu key[key="${SHORTCUT_KEYS[name]}"]').doCommand();
        })()`,
      );
    },
    async lookUpSelection(text) {
      // What the menu tells the extension when its entry is chosen.
      const info = { menuItemId: 'look-up-selection', selectionText: text, editable: false, modifiers: [] };
      await inBrowserChrome(
        running,
        `WebExtensionPolicy.getByID('${FIREFOX_ID}').extension.emit('webext-menu-menuitem-click', ${JSON.stringify(info)}, gBrowser.selectedTab, 0)`,
      );
    },
    async enterInAddressBar(text) {
      await inBrowserChrome(
        running,
        `WebExtensionPolicy.getByID('${FIREFOX_ID}').extension.emit('webext-omnibox-input-entered', ${JSON.stringify(text)}, 'currentTab')`,
      );
    },
    async setAccess(origin, given) {
      const permissions = JSON.stringify({ permissions: [], origins: [origin] });
      await inBrowserChrome(
        running,
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
          await ExtensionPermissions.${given ? 'add' : 'remove'}('${FIREFOX_ID}', ${permissions}, extension);
        })()`,
      );
    },
    async toolbar(page) {
      const tabId = await tabIdOf(page);
      return (await extensionPage()).evaluate(
        async (tab) => ({
          text: await browser.action.getBadgeText({ tabId: tab }),
          title: await browser.action.getTitle({ tabId: tab }),
        }),
        tabId,
      );
    },
    async reloadExtension() {
      await inBrowserChrome(
        running,
        `(async () => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID('${FIREFOX_ID}')).reload();
        })()`,
      );
      ownPage = undefined;
    },
    async stopBackground() {
      await inBrowserChrome(
        running,
        `(async () => {
          const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
          await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        })()`,
      );
    },
    closed: new Promise((resolve) => {
      running.on('disconnected', () => {
        resolve();
      });
    }),
    async close() {
      await running.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
