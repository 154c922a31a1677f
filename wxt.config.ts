import { readFileSync } from 'node:fs';

import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

import * as v from 'valibot';

import portals from './data/portals.json' with { type: 'json' };
import { FeedAddressSchema, FeedKeysSchema, type FeedConfiguration } from './domain/feed/feed-configuration.ts';
import { matchPatternsOf } from './domain/registry/portals.ts';
import { managedSchema } from './tools/policy-schema.ts';
import { packageOf, SHIPPED, thirdPartyNotices } from './tools/supply-chain/shipped-packages.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'fr',
    // None with a warning at install: "annotate this page" needs the click that opens the popup, and no host.
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      // The dossier beside the page; Firefox has its sidebar without.
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      'storage',
    ],
    // Asked for one site at a time, at the click that adds it; all at once only by a choice of its own.
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    omnibox: { keyword: 'ancrage' },
    // None with Ctrl+Alt: that is AltGr, by which many keyboards write.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_openPopup__' },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_command_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_previousMention__',
      },
      'open-card': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_command_openCard__',
      },
      // Without a key of its own: Chrome takes four at most. Its reader gives it one.
      'open-dossiers': { description: '__MSG_command_openDossier__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'ancrage@ancrage.eu',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The first on Android that knows the key above.
            gecko_android: { strict_min_version: '142.0' },
          },
          sidebar_action: {
            default_title: '__MSG_extensionName__',
            default_panel: 'dossier.html?active',
            open_at_install: false,
          },
        }
      : {
          minimum_chrome_version: '140',
          storage: { managed_schema: 'managed-schema.json' },
          side_panel: { default_path: 'dossier.html?active' },
        }),
  }),
  hooks: {
    // The notice to try Ancrage on: content scripts do not run in pages of ours, so this one brings its own.
    'build:publicAssets'(_wxt, files) {
      files.push({ relativeDest: 'demo.html', contents: demoPage() });
      files.push({ relativeDest: 'managed-schema.json', contents: managedSchema() });
      files.push({ relativeDest: 'licences.txt', contents: thirdPartyNotices() });
    },
    'entrypoints:resolved'({ config }, entrypoints) {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = matchPatternsOf(portals, config.mode);
      }
    },
  },
  vite: ({ mode }) => ({
    plugins: [withoutInnerHtml(), withoutForeignApis(), onlyKnownPackages()],
    define: {
      'import.meta.env.ANCRAGE_REPORT_URL': JSON.stringify(reportUrl()),
      'import.meta.env.ANCRAGE_FEED': JSON.stringify(feedConfiguration(mode)),
    },
    // The registry is in the background: one large file is meant.
    build: { target: ['chrome140', 'firefox140'], chunkSizeWarningLimit: 2000 },
  }),
  // No picture is built from: those of the tests and of the stores stay out.
  zip: { excludeSources: ['.env*', 'generated/**', 'screenshots/**', 'coverage/**', 'docs/**/*.png', 'tests/e2e/**'] },
});

/**
 * Where this build's maintainers take error reports: `mailto:…`, or an https address with `{title}` and `{body}` in it.
 * Not set, the extension offers the text to copy. Throws on anything else, which would be a link that leads nowhere.
 */
function reportUrl(): string {
  const address = process.env['ANCRAGE_REPORT_URL'] ?? '';
  if (address === '' || /^mailto:[^\s?]+@[^\s?]+$/.test(address) || /^https:\/\/\S+$/.test(address)) return address;
  throw new Error(`ANCRAGE_REPORT_URL is neither mailto: nor https: ${address}`);
}

/**
 * Where this build's feed is (`ANCRAGE_FEED_URL`, the https address of its `feed.json`) and by which keys it is known
 * (`ANCRAGE_FEED_KEYS`, a JSON list of `{"kid", "x"}`). Neither set: the data stay those bundled. Throws on anything else;
 * on one without the other, too. Builds for tests may name loopback.
 */
function feedConfiguration(mode: string): FeedConfiguration {
  const { ANCRAGE_FEED_URL: url = '', ANCRAGE_FEED_KEYS: keys = '' } = process.env;
  if (url === '' && keys === '') return { url, keys: [] };
  const isTest = mode === 'e2e' && url.startsWith('http://127.0.0.1:');
  const feed = v.safeParse(
    v.object({
      url: isTest ? v.string() : FeedAddressSchema,
      keys: v.pipe(v.string(), v.parseJson(), FeedKeysSchema, v.minLength(1)),
    }),
    { url, keys },
  );
  if (feed.success) return feed.output;
  const [issue] = feed.issues;
  throw new Error(`ANCRAGE_FEED_${v.getDotPath(issue)?.startsWith('url') === true ? 'URL' : 'KEYS'}: ${issue.message}`);
}

/** The test suite's own notice, with the content script of the extension in it. */
function demoPage(): string {
  const notice = readFileSync(new URL('tests/pages/demo-notice.html', import.meta.url), 'utf8');
  const own =
    '<link rel="stylesheet" href="/content-scripts/annotator.css" /><script defer src="/content-scripts/annotator.js"></script>';
  return notice.replace('</head>', `${own}</head>`);
}

/**
 * Preact carries `dangerouslySetInnerHTML`, which we never use and which stores warn about: what it would have parsed
 * as HTML is set as text.
 */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform(code, id) {
      if (!/node_modules\/preact\/dist\/preact\.m?js/.test(id) || !code.includes('.innerHTML')) return null;
      return { code: code.replaceAll('.innerHTML', '.textContent'), map: null };
    },
  };
}

/**
 * webextension-polyfill carries a table of every interface of browsers, in each of our scripts. Those that need a permission
 * which the manifest does not ask for are not there to be wrapped.
 */
function withoutForeignApis(): Plugin {
  const ours = 'alarms commands contextMenus extension i18n permissions runtime storage tabs windows'.split(' ');
  return {
    name: 'without-foreign-apis',
    transform(code, id) {
      if (!id.includes('/webextension-polyfill/dist/browser-polyfill.js')) return null;
      const table = /(?<=const apiMetadata = )\{.*?\n {6}\}(?=;)/s.exec(code)?.[0];
      if (table === undefined) this.error('the table of interfaces is not where it was');
      const known = Object.entries(JSON.parse(table) as object).filter(([name]) => ours.includes(name));
      return { code: code.replace(table, JSON.stringify(Object.fromEntries(known))), map: null };
    },
  };
}

/** Refuses the code of a package whose licence nobody looked at. */
function onlyKnownPackages(): Plugin {
  const known = new Set(SHIPPED.map(({ name }) => name));
  return {
    name: 'only-known-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          const name = packageOf(id);
          if (name !== null && !known.has(name))
            this.error(`${name} is not in tools/supply-chain/shipped-packages.ts: ${id}`);
        }
      }
    },
  };
}
