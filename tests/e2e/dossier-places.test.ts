import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { Addition } from '../../domain/protocol/addition.ts';
import type { DossierList } from '../../domain/protocol/dossier-messages.ts';
import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { clickOn } from '../../tools/browsers/click-on.ts';
import { hover } from '../../tools/browsers/hover.ts';
import { sendForText } from '../../tools/browsers/own-page-calls.ts';
import { ownPage, servePages, type PageServer } from '../../tools/browsers/page-server.ts';
import { describeInEachBrowser } from './each-browser.ts';

declare const chrome: ExtensionApi;

describeInEachBrowser('the dossier in its places', (launch, name) => {
  let browser: BrowserUnderTest;
  let server: PageServer;
  let page: TestPage;
  /** A page of the extension, from which the others are seen. */
  let own: TestPage;

  const ask = async <Answer>(type: string, data?: unknown): Promise<Answer> =>
    JSON.parse(await own.evaluate(sendForText, { type, data })) as Answer;

  beforeAll(async () => {
    server = await servePages();
    server.add('/notice', ownPage('demo-notice.html'));
    browser = await launch();
    page = await browser.open(server.url('/notice'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) > 0);
    own = await browser.openOwn('dossier.html');
    await own.waitFor(() => document.querySelector('.dossier-list') !== null);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is beside the page at a click in the popup, as wide as the browser makes it, and follows what is added', async () => {
    await ask<Addition>('addToDossier', { providers: ['aws', 'numergy'] });
    const popup = await browser.openPopup(page);
    // The side panel or the sidebar itself: it opens at a hand's click alone.
    await clickOn(popup, '[data-action="beside"]');
    await own.waitFor(
      () =>
        chrome.extension
          .getViews()
          .find(({ location }) => location.search === '?active')
          ?.document.querySelectorAll('.entry').length === 2,
    );
    const { width, beyond, isTab } = await own.evaluate(async () => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      const { scrollWidth = 0, clientWidth = 0 } = view?.document.documentElement ?? {};
      const tabs = chrome.extension.getViews({ type: 'tab' });
      return {
        width: view?.innerWidth ?? 0,
        beyond: scrollWidth - clientWidth,
        isTab: tabs.some(({ location }) => location.search === '?active'),
      };
    });
    expect(isTab).toBe(false);
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(450);
    expect(beyond).toBe(0);

    await page.show();
    await hover(page, 'Scaleway');
    await page.evaluate(() => {
      const root = document.querySelector('[data-ancrage-card]')?.shadowRoot;
      root?.querySelector<HTMLElement>('[data-action="add"]')?.click();
    });
    await own.waitFor(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      return view?.document.querySelector('[data-provider="scaleway"]') != null;
    });
    // What is done there counts like anywhere: taken off, said, taken back.
    await own.evaluate(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      view?.document.querySelector<HTMLElement>('[data-provider="aws"] [aria-label^="Retirer"]')?.click();
    });
    await own.waitFor(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      return view?.document.querySelector('.dossier-notice [data-action="undo"]') != null;
    });
    const { dossiers } = (await ask<DossierList>('listDossiers')) as Extract<DossierList, { ok: true }>;
    expect(dossiers[0]?.entries).toBe(2);
    await own.evaluate(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      view?.document.querySelector<HTMLElement>('.dossier-notice [data-action="undo"]')?.click();
    });
    await own.waitFor(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.search === '?active');
      return view?.document.querySelectorAll('.entry').length === 3;
    });
  });

  it('goes to paper whole, even where paper is asked for while a long one is still being read', async () => {
    const all = (await ask<{ provider: string }[]>('listProviders')).map(({ provider }) => provider);
    const { dossier: id } = await ask<{ dossier: string }>('createDossier');
    await ask<Addition>('addToDossier', { dossier: id, providers: all });
    await own.show();
    await own.waitFor((wanted) => document.querySelector(`[data-dossier="${wanted}"]`) !== null, id);
    const printed = await own.evaluate(
      (wanted) =>
        new Promise<{ begun: number; printed: number }>((done) => {
          const entries = () => document.querySelectorAll('.entry').length;
          let begun = 0;
          // As the browser does, without its window.
          globalThis.print = () => {
            dispatchEvent(new Event('beforeprint'));
            done({ begun, printed: entries() });
            dispatchEvent(new Event('afterprint'));
          };
          new MutationObserver((_, observer) => {
            const button = document.querySelector<HTMLElement>('[data-action="print"]');
            if (button === null) return;
            observer.disconnect();
            begun = entries();
            button.click();
          }).observe(document.body, { childList: true, subtree: true });
          document.querySelector<HTMLElement>(`[data-dossier="${wanted}"] a`)?.click();
        }),
      id,
    );
    expect(printed.begun).toBeLessThan(all.length);
    expect(printed.printed).toBe(all.length);
  });

  // Chrome shows none of an extension's pages in a private window: they open beside it.
  it.runIf(name === 'firefox')(
    'says in a private window that what is gathered there is stored all the same',
    async () => {
      const before = (await ask<DossierList>('listDossiers')) as Extract<DossierList, { ok: true }>;
      const shown = await browser.openPrivately?.('dossier.html');
      if (shown === undefined) throw new Error('no private window');
      await shown.waitFor(() =>
        document.querySelector('.dossier-keeping[data-keeping="private"]')?.textContent?.includes('Fenêtre privée'),
      );
      expect(await shown.evaluate(() => document.querySelectorAll('[data-dossier]').length)).toBe(
        before.dossiers.length,
      );
      await shown.evaluate(() => {
        location.href = '/provider.html?id=oodrive';
      });
      await shown.waitFor(() => document.querySelector('.sheet [data-action="add"]') !== null);
      await shown.evaluate(() => {
        document.querySelector<HTMLElement>('.sheet [data-action="add"]')?.click();
      });
      await shown.waitFor(() => document.querySelector('.sheet-notice')?.textContent?.includes('Fenêtre privée'));
      // It was said, and it is so: the window that is not private has it.
      own = await browser.openOwn('dossier.html?active');
      await own.waitFor(() => document.querySelector('[data-provider="oodrive"]') !== null);
    },
  );
});
