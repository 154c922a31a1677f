import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

import type { TestPage } from './browser-under-test.ts';
import { waitFor } from './wait-for.ts';

/** In: a page as its driver knows it. Out: the same as tests of both browsers know it. */
export function wrapPage(page: Page): TestPage {
  const messages: string[] = [];
  page.on('console', (message) => {
    // Browsers hide the debug level unless asked: WXT's one line on an extension that was reloaded is there.
    if (message.type() !== 'debug') messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(String(error)));
  const evaluate: TestPage['evaluate'] = (work, argument) => page.evaluate(work as never, argument as never) as never;
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate,
    waitFor: (work, argument) => waitFor(() => evaluate(work, argument), work.toString().slice(0, 120)),
    movePointer: (x, y) => page.mouse.move(x, y),
    press: (key) => page.keyboard.press(key as KeyInput),
    paste: async () => {
      const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
      await page.keyboard.down(modifier);
      await page.keyboard.press('v');
      await page.keyboard.up(modifier);
    },
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    show: () => page.bringToFront(),
    setViewport: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path: path })),
    chooseFile: async (selector, file) => {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      await input?.uploadFile(file);
    },
    console: () => [...messages],
    url: () => page.url(),
    freeze: async () => {
      const { length } = messages;
      await page.goto('about:blank');
      await page
        .evaluate(() => {
          history.back();
        })
        .catch(() => undefined);
      await waitFor(() => evaluate(() => location.protocol !== 'about:'), 'the page to come back');
      // What the driver itself says while pages change hands.
      messages.splice(length);
    },
    // Not the driver's own way back, which waits for a load that a page from the back/forward cache never has.
    back: () =>
      page
        .evaluate(() => {
          history.back();
        })
        .catch(() => undefined),
    close: () => page.close(),
  };
}
