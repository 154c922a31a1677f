import { onTestFinished } from 'vitest';

import type { TestPage } from '../../tools/browsers/browser-under-test.ts';

/** Keeps a page open until the test ends, however it does. Out: the page. */
export function keep(page: TestPage): TestPage {
  // Some are closed by then: a popup closes itself.
  onTestFinished(() => page.close().catch(() => undefined));
  return page;
}
