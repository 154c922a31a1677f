import type { BrowserUnderTest, TestPage } from '../../tools/browsers/browser-under-test.ts';
import { ownPage, servePages, type PageServer } from '../../tools/browsers/page-server.ts';

/** How many names the notice has. */
const NAMED = 17;

/** Serves the demo notice, as `/notice`. */
export async function serveNotice(): Promise<PageServer> {
  const server = await servePages();
  server.add('/notice', ownPage('demo-notice.html'));
  return server;
}

/** Opens the notice in a tab of its own, and waits until all its names are marked. */
export async function openNotice(browser: BrowserUnderTest, server: PageServer): Promise<TestPage> {
  const notice = await browser.open(server.url('/notice'));
  await allMarked(notice);
  return notice;
}

/** Settles once every name of the notice is marked: under load the first are before the last. */
export async function allMarked(notice: TestPage): Promise<void> {
  await notice.waitFor((named) => CSS.highlights.get('ancrage-mention')?.size === named, NAMED);
}

/** Settles once no name is marked any more. */
export async function noneMarked(page: TestPage): Promise<void> {
  await page.waitFor(() => (CSS.highlights.get('ancrage-mention')?.size ?? 0) === 0);
}
