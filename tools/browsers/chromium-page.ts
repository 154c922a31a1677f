import type { Page } from 'playwright-core';

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
  const evaluate: TestPage['evaluate'] = (work, argument) => page.evaluate(work as never, argument) as never;
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate,
    waitFor: (work, argument) => waitFor(() => evaluate(work, argument), work.toString().slice(0, 120)),
    movePointer: (x, y) => page.mouse.move(x, y),
    press: (key) => page.keyboard.press(key),
    paste: () => page.keyboard.press('ControlOrMeta+v'),
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    show: () => page.bringToFront(),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    chooseFile: (selector, file) => page.setInputFiles(selector, file),
    console: () => [...messages],
    url: () => page.url(),
    freeze: async () => {
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await session.detach();
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
