import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { EXTENSIONS } from '../../tools/browsers/build-extensions.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { launchFirefox } from '../../tools/browsers/firefox.ts';
import { sendToBackground } from '../../tools/browsers/own-page-calls.ts';

const POLICIES = join(import.meta.dirname, '../../docs/policies');
/** In the documentation's files, where the extension's own id goes. */
const ANY_ID = 'abcdefghijklmnopabcdefghijklmnop';
const CHROMIUM_FILE = '/etc/chromium/policies/managed/ancrage-end-to-end.json';
const FIREFOX_FILE = '/etc/firefox/policies/policies.json';
// Policies are the machine's: only its owner can set them, and one that is there is left alone.
const mayWrite = process.getuid?.() === 0 && !existsSync(FIREFOX_FILE) && !existsSync(CHROMIUM_FILE);

const report = (page: TestPage) =>
  page.evaluate(sendToBackground, { type: 'readSettingsReport' }) as Promise<{
    settings: Record<string, unknown>;
    policy: { keys: string[]; locked: string[]; problems: { key: string }[] } | null;
  }>;
const write = (file: string, text: string) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const HOLDS = {
  marking: 'on',
  language: 'fr',
  requirementSet: 'rgpd-chapitre-5',
  sitesAdded: ['intranet-achats.example.org'],
  sitesOff: ['paie.example.org'],
};

describe.skipIf(!mayWrite)('the policy of an organisation', () => {
  let browser: BrowserUnderTest;
  let page: TestPage;

  describe('in chromium', () => {
    let id = '';
    const put = (policy: object) => {
      write(CHROMIUM_FILE, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    };

    beforeAll(async () => {
      browser = await launchChromium({ extension: EXTENSIONS.chromium });
      page = await browser.openOwn('options.html');
      id = new URL(page.url()).host;
    });
    afterAll(async () => {
      await browser.close();
      rmSync(CHROMIUM_FILE, { force: true });
    });

    it('holds without a restart, from the file that the documentation gives', async () => {
      expect((await report(page)).policy).toBeNull();
      write(CHROMIUM_FILE, readFileSync(join(POLICIES, 'linux-chromium.json'), 'utf8').replace(ANY_ID, id));
      await page.waitFor(() => document.querySelector('#policy .policy-keys') !== null);
      const { settings, policy } = await report(page);
      expect(settings).toMatchObject(HOLDS);
      expect(policy).toMatchObject({ locked: ['marking', 'updates'], problems: [] });
      expect(await page.evaluate(() => document.querySelector('#marking fieldset:disabled') !== null)).toBe(true);
    }, 60_000);

    it('refuses a change of what it locks, and takes another', async () => {
      await page.evaluate(sendToBackground, { type: 'changeSettings', data: { marking: 'off', theme: 'dark' } });
      expect((await report(page)).settings).toMatchObject({ marking: 'on', theme: 'dark' });
    });

    it('names a key that cannot be read, and keeps the others', async () => {
      put({ theme: 'light', sitesBlocked: ['*.fr'] });
      const text = await page.waitFor(() => document.querySelector('#policy .option-callout')?.textContent);
      expect(text).toContain('sitesBlocked.0');
      expect((await report(page)).policy?.keys).toEqual(['theme']);
    }, 60_000);
  });

  describe('in firefox', () => {
    beforeAll(async () => {
      const policies = JSON.parse(readFileSync(join(POLICIES, 'firefox-policies.json'), 'utf8')) as {
        policies: { ExtensionSettings?: object };
      };
      // The extension under test is there already; the packages server of the documentation is not.
      delete policies.policies.ExtensionSettings;
      write(FIREFOX_FILE, JSON.stringify(policies));
      browser = await launchFirefox({ extension: EXTENSIONS.firefox });
      page = await browser.openOwn('options.html');
    });
    afterAll(async () => {
      await browser.close();
      rmSync(FIREFOX_FILE, { force: true });
    });

    it('holds from the file that the documentation gives', async () => {
      await page.waitFor(() => document.querySelector('#policy .policy-keys') !== null);
      const { settings, policy } = await report(page);
      expect(settings).toMatchObject(HOLDS);
      expect(policy).toMatchObject({ locked: ['marking', 'updates'], problems: [] });
    });
  });
});
