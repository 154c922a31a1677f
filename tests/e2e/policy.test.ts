import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { EXTENSIONS } from '../../tools/browsers/build-extensions.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { FIREFOX_ID, launchFirefox } from '../../tools/browsers/firefox.ts';
import { hover } from '../../tools/browsers/hover.ts';
import type { PageServer } from '../../tools/browsers/page-server.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';
import { privatePolicies, type PrivatePolicies } from '../../tools/browsers/private-policies.ts';
import { allMarked, noneMarked, openNotice, serveNotice } from './demo-notice.ts';

declare const chrome: ExtensionApi;

const POLICIES = join(import.meta.dirname, '../../docs/policies');
/** In the documentation's files, where the extension's own id goes. */
const ANY_ID = 'abcdefghijklmnopabcdefghijklmnop';
/** Policies are the machine's: only its owner can give a browser others. */
const chromiumPolicies = privatePolicies('chromium');
const firefoxPolicies = privatePolicies('firefox');

const report = (page: TestPage) =>
  page.evaluate(sendToBackground, { type: 'readSettingsReport' }) as Promise<{
    settings: Record<string, unknown>;
    policy: { keys: string[]; locked: string[]; problems: { key: string }[] } | null;
  }>;
const read = (file: string) => readFileSync(join(POLICIES, file), 'utf8');
const HOLDS = {
  marking: 'on',
  language: 'fr',
  requirementSet: 'rgpd-chapitre-5',
  sitesAdded: ['intranet-achats.example.org'],
  sitesOff: ['paie.example.org'],
};

const LOCKED = 'Fixé par votre organisation.';
/** Of the note that the documentation's files hold on OVHcloud. */
const NOTE = 'direction du numérique';

/** The note stands in card, popup and sheet, and in no citation. */
async function findTheNote(browser: BrowserUnderTest, page: TestPage, address: string): Promise<void> {
  const notice = await browser.open(address);
  const { card } = await hover(notice, 'OVHcloud');
  expect(card.text).toContain('Interne\u00a0: Mairie de Sainte-Exemple');
  expect(card.text).toContain(NOTE);
  await notice.press('Escape');
  expect((await hover(notice, 'Scaleway')).card.text).not.toContain('Interne');
  const popup = await browser.openPopup(notice);
  const noteIn = (selector: string) => document.querySelector(selector)?.textContent;
  const selector = '[data-provider="ovhcloud"] .internal-note';
  expect(await popup.waitFor(noteIn, selector)).toContain(NOTE);
  expect(await popup.evaluate(() => document.querySelectorAll('.internal-note').length)).toBe(1);
  const sheet = await browser.openOwn('provider.html?id=ovhcloud');
  expect(await sheet.waitFor(noteIn, '.internal-note')).toContain(NOTE);
  const axes = ['location', 'law', 'qualification'];
  const citation = await page.evaluate(sendToBackground, { type: 'cite', data: { provider: 'ovhcloud', axes } });
  expect(JSON.stringify(citation)).toContain('OVH');
  expect(JSON.stringify(citation)).not.toContain(NOTE);
  for (const one of [sheet, popup, notice]) await one.close();
}

/** The policy is known to keep the welcome page away once it has been read; then no tab has it. */
async function expectNoWelcome(page: TestPage): Promise<void> {
  await page.waitFor(async () => {
    const { 'policy.seen': seen } = await chrome.storage.local.get('policy.seen');
    return (seen as { welcome?: boolean } | undefined)?.welcome === false;
  });
  await report(page);
  const opened = await page.evaluate(() => chrome.tabs.query({ url: chrome.runtime.getURL('welcome.html') }));
  expect(opened).toEqual([]);
}

async function expectBlocked(browser: BrowserUnderTest, notice: TestPage): Promise<void> {
  // The popup knows which site it is on by the click that opens it.
  await browser.clickToolbar(notice);
  const popup = await browser.openPopup(notice);
  await popup.waitFor(() => document.querySelector('[data-kind="blocked"]') !== null);
  expect(await popup.evaluate(() => document.querySelector('[role="switch"]'))).toBeNull();
  await popup.close();
}

describe('the policy of an organisation', () => {
  let browser: BrowserUnderTest;
  let page: TestPage;
  let server: PageServer;

  beforeAll(async () => {
    server = await serveNotice();
  });
  afterAll(async () => {
    await server.close();
  });

  describe.runIf(chromiumPolicies)('in chromium', () => {
    let id = '';
    const policies = chromiumPolicies as PrivatePolicies;
    const write = (text: object) => {
      policies.write('ancrage.json', text);
    };
    const put = (policy: object) => {
      write({ '3rdparty': { extensions: { [id]: policy } } });
    };
    const launch = () => launchChromium({ extension: EXTENSIONS.chromium, policies });

    beforeAll(async () => {
      browser = await launch();
      page = await browser.openOwn('options.html');
      id = new URL(page.url()).host;
    });
    afterAll(async () => {
      await browser.close();
      policies.remove();
    });

    it('holds without a restart, from the file that the documentation gives', async () => {
      expect((await report(page)).policy).toBeNull();
      write(JSON.parse(read('linux-chromium.json').replace(ANY_ID, id)) as object);
      await page.waitFor(() => document.querySelector('#policy .policy-keys') !== null);
      const { settings, policy } = await report(page);
      expect(settings).toMatchObject(HOLDS);
      expect(policy).toMatchObject({ locked: ['marking', 'updates'], problems: [] });
      const locked = await page.waitFor(() => document.querySelector('#marking fieldset:disabled')?.textContent);
      expect(locked).toContain(LOCKED);
      expect(await page.evaluate(() => document.querySelector('#policy')?.textContent)).toContain(
        'Mairie de Sainte-Exemple a fixé',
      );
    });

    it('shows its notes as internal in card, popup and sheet, and cites none', async () => {
      await findTheNote(browser, page, server.url('/notice'));
    });

    it('refuses a change of what it locks, and takes another', async () => {
      await page.evaluate(sendToBackground, { type: 'changeSettings', data: { marking: 'off', theme: 'dark' } });
      expect((await report(page)).settings).toMatchObject({ marking: 'on', theme: 'dark' });
    });

    it('names a key that cannot be read, and keeps the others', async () => {
      put({ theme: 'light', sitesBlocked: ['*.fr'], overlay: { ovhcloudd: { note: 'A slip.' } } });
      const text = await page.waitFor(() => document.querySelector('#policy .option-callout')?.textContent);
      expect(text).toContain('sitesBlocked.0');
      expect(text).toContain('overlay.ovhcloudd');
      expect((await report(page)).policy?.keys.toSorted()).toEqual(['overlay', 'theme']);
    });

    it('keeps Ancrage from a site at once, without a switch for it, and lets it back', async () => {
      const notice = await openNotice(browser, server);
      put({ sitesBlocked: ['127.0.0.1'] });
      await noneMarked(notice);
      await expectBlocked(browser, notice);
      put({ theme: 'light' });
      await notice.show();
      await allMarked(notice);
      await notice.close();
    });

    it('keeps the welcome page away', async () => {
      put({ welcome: false });
      const fresh = await launch();
      try {
        await expectNoWelcome(await fresh.openOwn('popup.html?tab=0'));
      } finally {
        await fresh.close();
      }
    });
  });

  describe.runIf(firefoxPolicies)('in firefox', () => {
    const policies = firefoxPolicies as PrivatePolicies;
    const start = async (policy: object) => {
      policies.write('policies.json', { policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: policy } } } });
      browser = await launchFirefox({ extension: EXTENSIONS.firefox, policies });
      page = await browser.openOwn('options.html');
    };
    afterEach(async () => {
      await browser.close();
    });
    afterAll(() => {
      policies.remove();
    });

    it('holds from the file that the documentation gives: settings, locks, notes, no welcome page', async () => {
      const documented = JSON.parse(read('firefox-policies.json')) as {
        policies: { '3rdparty': { Extensions: Record<string, object> } };
      };
      // The extension under test is there already; the packages server of the documentation is not.
      await start(documented.policies['3rdparty'].Extensions[FIREFOX_ID] ?? {});
      await page.waitFor(() => document.querySelector('#policy .policy-keys') !== null);
      const { settings, policy } = await report(page);
      expect(settings).toMatchObject(HOLDS);
      expect(policy).toMatchObject({ locked: ['marking', 'updates'], problems: [] });
      const locked = await page.waitFor(() => document.querySelector('#marking fieldset:disabled')?.textContent);
      expect(locked).toContain(LOCKED);
      await page.evaluate(sendToBackground, { type: 'changeSettings', data: { marking: 'off', theme: 'dark' } });
      expect((await report(page)).settings).toMatchObject({ marking: 'on', theme: 'dark' });
      await expectNoWelcome(page);
      await findTheNote(browser, page, server.url('/notice'));
    });

    it('names a key that cannot be read, keeps the others, and keeps Ancrage from a site', async () => {
      await start({ marking: 'loud', sitesBlocked: ['127.0.0.1'] });
      const text = await page.waitFor(() => document.querySelector('#policy .option-callout')?.textContent);
      expect(text).toContain('marking');
      expect((await report(page)).policy?.keys).toEqual(['sitesBlocked']);
      const notice = await browser.open(server.url('/notice'));
      await expectBlocked(browser, notice);
      expect(await notice.evaluate(() => CSS.highlights.size)).toBe(0);
    });
  });
});

describe('the template for group policy', () => {
  it('is XML that a browser can read', async () => {
    const browser = await launchChromium({ extension: EXTENSIONS.chromium });
    try {
      const page = await browser.open('about:blank');
      const rootOf = (text: string) => {
        const { documentElement } = new DOMParser().parseFromString(text, 'text/xml');
        return documentElement.querySelector('parsererror')?.textContent ?? documentElement.localName;
      };
      expect(await page.evaluate(rootOf, read('ancrage.admx'))).toBe('policyDefinitions');
      expect(await page.evaluate(rootOf, read('en-US/ancrage.adml'))).toBe('policyDefinitionResources');
    } finally {
      await browser.close();
    }
  });
});
