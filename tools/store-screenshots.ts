import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { BrowserUnderTest, TestPage } from './browsers/browser-under-test.ts';
import buildExtensions, { EXTENSIONS } from './browsers/build-extensions.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { ownPage, servePages, type PageServer } from './browsers/page-server.ts';
import { openCard, placeOf } from './browsers/probes.ts';
import { sendToBackground } from './browsers/own-page-calls.ts';
import { ROOT } from './data-folder.ts';
import { popupOverPage, tile } from './store/pictures.ts';

/*
 * The pictures of the stores, from the built extension in both browsers: `npm run store:screenshots`, then look at each.
 * 1280 by 800 is what Chrome asks for, and what AMO shows whole.
 */
const SIZE = { width: 1280, height: 800 } as const;
/** What the Chrome Web Store calls a small promotional tile. */
const TILE = { width: 440, height: 280 } as const;
const FOLDER = join(ROOT, 'docs/store/screenshots');
/** How far from the window's top the name is whose card is shown, in CSS pixels. */
const TOP = 120;
/** In bytes: a store's page is not to wait for them, nor a clone of the repository. */
const HEAVIEST = 300_000;
const LANGUAGES = ['fr', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const NOTICES = { fr: 'demo-notice.html', en: 'demo-notice-en.html' } as const;

console.log('Building the extension for Chrome and for Firefox…');
buildExtensions();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const server = await servePages();
try {
  for (const language of LANGUAGES) {
    server.add(`/${language}`, ownPage(NOTICES[language]));
    await photograph(await launchChromium({ extension: EXTENSIONS.chromium, locale: language }), language, server);
    await photograph(await launchFirefox({ extension: EXTENSIONS.firefox, locale: language }), language, server);
  }
} finally {
  await server.close();
}

async function photograph(browser: BrowserUnderTest, language: Language, pages: PageServer): Promise<void> {
  const store = browser.name === 'chromium' ? 'chrome' : 'firefox';
  const fileOf = (subject: string) => join(FOLDER, `${store}-${language}-${subject}.png`);
  const save = async (page: TestPage, subject: string) => {
    const file = fileOf(subject);
    await page.screenshot(file);
    const { size } = statSync(file);
    console.log(`  ${relative(ROOT, file)}  ${Math.round(size / 1000)} kB`);
    if (size > HEAVIEST) throw new Error(`${file} is heavier than ${HEAVIEST} bytes`);
  };
  try {
    const own = await browser.openOwn('popup.html?tab=0');
    await own.evaluate(sendToBackground, { type: 'changeSettings', data: { language } });

    const notice = await browser.open(pages.url(`/${language}`));
    await notice.setViewport(SIZE.width, SIZE.height);
    await notice.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) >= 13);
    await notice.show();
    await notice.evaluate(() => {
      scrollTo(0, 0);
    });
    await save(notice, '0-page');
    await openCardNearTop(notice, 'Scaleway');
    await save(notice, '1-card');
    await notice.press('Escape');

    // Which site it is on, the popup knows by the click that opens it.
    await browser.clickToolbar(notice);
    const popup = await browser.openPopup(notice);
    await popup.waitFor(() => document.querySelector('.inventory-row') !== null);
    await popup.waitFor(() => document.querySelector('.popup-host')?.textContent === '127.0.0.1');
    // The notice is nobody's, and so is its address.
    await popup.evaluate((host) => {
      const place = document.querySelector('.popup-host');
      if (place !== null) place.textContent = host;
    }, 'achats.example');
    await popup.setViewport(browser.name === 'chromium' ? 380 : 500, 600);
    await popup.screenshot(fileOf('popup'));
    pages.add('/popup', { body: popupOverPage(image(fileOf('0-page')), image(fileOf('popup'))) });
    const together = await browser.open(pages.unlistedUrl('/popup'));
    await together.setViewport(SIZE.width, SIZE.height);
    await save(together, '2-popup');
    for (const part of ['0-page', 'popup']) rmSync(fileOf(part));

    await photographOwn('provider.html?id=aws', '.map-picture', '3-sheet');
    await photographOwn('options.html', '#about', '4-options');
    await photographOwn('welcome.html', '.welcome-foot', '5-welcome');

    if (store === 'chrome') {
      pages.add('/tile', { body: tile(language, readFileSync(join(ROOT, 'public/icon/icon.svg'), 'utf8')) });
      const promotion = await browser.open(pages.unlistedUrl('/tile'));
      await promotion.setViewport(TILE.width, TILE.height);
      await save(promotion, 'tile');
    }
  } finally {
    await browser.close();
  }

  async function photographOwn(path: string, drawn: string, subject: string): Promise<void> {
    const page = await browser.openOwn(path);
    await page.setViewport(SIZE.width, SIZE.height);
    await page.waitFor((selector) => document.querySelector(selector) !== null, drawn);
    await page.show();
    await save(page, subject);
    await page.close();
  }
}

/** Scrolls a name up, so that there is room for its whole card below it, and rests the pointer on it. */
async function openCardNearTop(page: TestPage, name: string): Promise<void> {
  const place = await page.waitFor(placeOf, name);
  if (place === null) throw new Error(`"${name}" is not marked`);
  const moved = await page.evaluate((y) => {
    const before = scrollY;
    scrollBy({ top: y, behavior: 'instant' });
    return scrollY - before;
  }, place.y - TOP);
  await page.movePointer(1, 1);
  await page.movePointer(place.x, place.y - moved);
  await page.waitFor(openCard);
}

function image(file: string): string {
  return `data:image/png;base64,${readFileSync(file).toString('base64')}`;
}
