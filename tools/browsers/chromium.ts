import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type CDPSession, type Page, type Worker } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from './browser-under-test.ts';
import { PORTAL } from './page-server.ts';
import { locateBrowser } from './locate-browser.ts';
import type { PrivatePolicies } from './private-policies.ts';
import { waitFor } from './wait-for.ts';
import { wrapPage } from './chromium-page.ts';

declare const chrome: ExtensionApi;

interface Options {
  extension: string;
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** False opens a window that somebody can look at. */
  headless?: boolean;
  touch?: boolean;
  /** How much the extension may store, in kilobytes. */
  room?: number;
  /** In the place of the machine's own. */
  policies?: PrivatePolicies;
}

/**
 * Launches Debian's Chromium with the built extension, in a profile of its own.
 * In: the folder of the built extension, and how the browser is to be. Out: the browser. Throws where none is installed.
 */
export async function launchChromium(options: Options): Promise<BrowserUnderTest> {
  const { extension, locale = 'fr', colorScheme = 'light', headless = true, touch = false, room, policies } = options;
  const executable = locateBrowser('ANCRAGE_CHROMIUM', ['chromium', 'chromium-browser']);
  const profile = mkdtempSync(join(tmpdir(), 'ancrage-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: policies?.launcher(executable) ?? executable,
    headless,
    colorScheme,
    hasTouch: touch,
    viewport: headless ? { width: 1000, height: 760 } : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    // Messages of an extension follow the browser's own language, which is LANGUAGE on Linux.
    env: { ...(process.env as Record<string, string>), LANGUAGE: locale, LC_ALL: '' },
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      `--lang=${locale}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=MAP ${PORTAL} 127.0.0.1`,
    ],
  });
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const id = new URL((await worker()).url()).host;
  if (room !== undefined) {
    // It holds as long as the page does that asked for it: the first one, which nothing closes.
    const [first = await context.newPage()] = context.pages();
    const session = await context.newCDPSession(first);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: `chrome-extension://${id}`,
      quotaSize: room * 1000,
    });
  }
  const pages = new Map<TestPage, Page>();

  const downloads = mkdtempSync(join(tmpdir(), 'ancrage-downloads-'));
  const wrap = (page: Page): TestPage => {
    page.on('download', (download) => void download.saveAs(join(downloads, download.suggestedFilename())));
    const wrapped = wrapPage(page);
    pages.set(wrapped, page);
    return wrapped;
  };
  const pageOf = (page: TestPage): Page => {
    const found = pages.get(page);
    if (found === undefined) throw new Error('not a page of this browser');
    return found;
  };
  const browserSession = async (): Promise<CDPSession> => {
    const running = context.browser();
    if (running === null) throw new Error('no browser session');
    return running.newBrowserCDPSession();
  };
  const tabIdOf = async (page: TestPage): Promise<number> => {
    const own = await extensionPage();
    // A content script gives no access to a tab's address: the tab is known by being in front.
    await pageOf(page).bringToFront();
    const id = await own.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
    if (id === undefined) throw new Error('no such tab');
    return id;
  };
  /** A page of the extension's own, from which its APIs can be asked even while the worker sleeps. */
  let ownPage: Page | undefined;
  const extensionPage = async (): Promise<Page> => {
    if (ownPage === undefined || ownPage.isClosed()) {
      ownPage = await context.newPage();
      await ownPage.goto(`chrome-extension://${id}/popup.html?tab=0`);
    }
    return ownPage;
  };

  return {
    name: 'chromium',
    async open(url) {
      const page = wrap(await context.newPage());
      if (url !== undefined) await page.goto(url);
      return page;
    },
    async opened(address) {
      const find = () => context.pages().find((page) => page.url().includes(address));
      return wrap((await waitFor(async () => find(), address)) as Page);
    },
    async openOwn(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return wrap(page);
    },
    downloads,
    async openPopup(page) {
      const tabId = await tabIdOf(page);
      const popup = await context.newPage();
      const wrapped = wrap(popup);
      await popup.setViewportSize({ width: 380, height: 600 });
      await popup.goto(`chrome-extension://${id}/popup.html?tab=${tabId}`);
      return wrapped;
    },
    async clickToolbar(page) {
      await pageOf(page).bringToFront();
      const session = await browserSession();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find((info) => info.url === page.url());
      if (target === undefined) throw new Error('no such tab');
      await session.send('Extensions.triggerAction' as never, { id, targetId: target.targetId } as never);
      await session.detach();
    },
    async command(name) {
      // Chromium takes shortcuts before any page or protocol sees them: the event is given to the worker itself.
      const event = (command: string) => {
        (chrome.commands.onCommand as unknown as { dispatch: (command: string) => void }).dispatch(command);
      };
      await (await worker()).evaluate(event, name);
    },
    async lookUpSelection(text) {
      // A menu is drawn outside any page: the event is given to the worker itself.
      await (
        await worker()
      ).evaluate((selectionText) => {
        const { onClicked } = chrome.contextMenus as unknown as { onClicked: { dispatch: (info: object) => void } };
        onClicked.dispatch({ menuItemId: 'look-up-selection', selectionText, editable: false });
      }, text);
    },
    async enterInAddressBar(text) {
      await (
        await worker()
      ).evaluate((typed) => {
        const { onInputEntered } = chrome.omnibox as unknown as {
          onInputEntered: { dispatch: (text: string, disposition: string) => void };
        };
        onInputEntered.dispatch(typed, 'currentTab');
      }, text);
    },
    async setAccess(origin, given) {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions/');
      await settings.evaluate(
        async ({ extension: extensionId, host, add }) => {
          const { developerPrivate } = chrome as unknown as {
            developerPrivate: Record<'addHostPermission' | 'removeHostPermission', (...of: string[]) => Promise<void>>;
          };
          await developerPrivate[add ? 'addHostPermission' : 'removeHostPermission'](extensionId, host);
        },
        { extension: id, host: origin, add: given },
      );
      await settings.close();
    },
    async toolbar(page) {
      const tabId = await tabIdOf(page);
      return (await extensionPage()).evaluate(
        async (tab) => ({
          text: await chrome.action.getBadgeText({ tabId: tab }),
          title: await chrome.action.getTitle({ tabId: tab }),
        }),
        tabId,
      );
    },
    async reloadExtension() {
      const old = await worker();
      const gone = new Promise((resolve) => {
        old.on('close', resolve);
      });
      // Asked from a timer, so that the answer to this call comes back first.
      await old.evaluate(() => {
        setTimeout(() => {
          chrome.runtime.reload();
        }, 0);
      });
      await gone;
    },
    async stopBackground() {
      const session = await browserSession();
      const workers = async () =>
        (await session.send('Target.getTargets')).targetInfos.filter(
          (info) => info.type === 'service_worker' && info.url.includes(id),
        );
      // A page of ours may wake it again at once: what was asked for is that it has been gone.
      await waitFor(async () => {
        const alive = await workers();
        for (const { targetId } of alive) await session.send('Target.closeTarget', { targetId });
        return alive.length === 0;
      }, 'the worker to stop');
      await session.detach();
    },
    closed: new Promise((resolve) => {
      context.on('close', () => {
        resolve();
      });
    }),
    async close() {
      await context.close();
      for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
