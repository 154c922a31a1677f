import { browser } from 'wxt/browser';

/**
 * Puts the annotator into a page that is not on a listed portal, for this visit, and into the frames that the click reaches:
 * those of the same site.
 * In: the tab's id; the click that opened the popup grants `activeTab`. Out: false when the browser keeps the page to itself.
 */
export async function annotate(tabId: number): Promise<boolean> {
  try {
    const target = { tabId, allFrames: true };
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/annotator.css'] });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/annotator.js'] });
    return true;
  } catch {
    return false;
  }
}
