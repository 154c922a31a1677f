import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { BrowserUnderTest } from './browsers/browser-under-test.ts';
import buildExtensions, { EXTENSIONS, RELEASED } from './browsers/build-extensions.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { hover } from './browsers/hover.ts';
import { ownPage, servePages } from './browsers/page-server.ts';

const ROOT = join(import.meta.dirname, '..');
const SCREENSHOTS = join(ROOT, 'screenshots');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

console.log('Building the extension for Chrome and for Firefox…');
buildExtensions();
console.log(
  `Built: ${Object.values(RELEASED)
    .map((folder) => relative(ROOT, folder))
    .join(', ')}`,
);

const server = await servePages();
server.add('/avis', ownPage('demo-notice.html'));
try {
  if (hasDisplay) await openWindow(process.argv[2] === 'firefox' ? 'firefox' : 'chromium');
  else await takeScreenshots();
} finally {
  await server.close();
}

async function openWindow(name: 'chromium' | 'firefox'): Promise<void> {
  const launch = name === 'firefox' ? launchFirefox : launchChromium;
  const browser = await launch({ extension: EXTENSIONS[name], headless: false });
  await browser.open(server.url('/avis'));
  console.log(`${name} is open on a demo notice. Rest the pointer on a marked name. Close the window to stop.`);
  await browser.closed;
}

async function takeScreenshots(): Promise<void> {
  console.log('No display here: taking screenshots instead.');
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await photograph(await launchChromium({ extension: EXTENSIONS.chromium, colorScheme }), colorScheme);
    await photograph(await launchFirefox({ extension: EXTENSIONS.firefox, colorScheme }), colorScheme);
  }
}

async function photograph(browser: BrowserUnderTest, colorScheme: string): Promise<void> {
  const file = (subject: string) => join(SCREENSHOTS, `${browser.name}-${colorScheme}-${subject}.png`);
  const save = async (page: Awaited<ReturnType<BrowserUnderTest['open']>>, subject: string) => {
    await page.screenshot(file(subject));
    console.log(`  ${relative(ROOT, file(subject))}`);
  };
  try {
    const page = await browser.open(server.url('/avis'));
    await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) > 0);
    await page.setViewport(1000, 960);
    await save(page, 'page');
    await hover(page, 'Amazon Web Services');
    await save(page, 'card');
    const popup = await browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('.inventory-row') !== null);
    await popup.setViewport(380, 600);
    await save(popup, 'popup');
  } finally {
    await browser.close();
  }
}
