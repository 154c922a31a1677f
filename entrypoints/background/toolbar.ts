import { browser } from 'wxt/browser';

import { wordingInForce } from './wording-in-force.ts';

/**
 * Shows on the toolbar how many distinct providers a tab names; nothing when it names none.
 * The browser forgets both texts by itself when the tab goes to another page.
 */
export async function showCount(tabId: number, count: number): Promise<void> {
  const { t, count: plural } = await wordingInForce();
  const text = count === 0 ? '' : count > 999 ? '999+' : String(count);
  const title = count === 0 ? t('toolbar_none') : plural('toolbar_count', count);
  // The tab may have been closed meanwhile; then there is nothing to show.
  await Promise.all([browser.action.setBadgeText({ tabId, text }), browser.action.setTitle({ tabId, title })]).catch(
    () => undefined,
  );
}
