interface Copied {
  plain: string;
  markdown?: string;
  html?: string;
}

/**
 * Puts a text on the clipboard in each form that it has, so that each program takes the one it likes best. Has to be called
 * soon after a click. Out: false where the browser or the page's permissions policy refuses, and nothing was copied.
 */
export async function copyText(copied: Copied): Promise<boolean> {
  // The old way first: it works on a page without https, or whose permissions policy forbids the other.
  if (copyByCommand(copied)) return true;
  try {
    await navigator.clipboard.write([new ClipboardItem(blobsOf(copied))]);
    return true;
  } catch {
    return false;
  }
}

const MARKDOWN = 'web text/markdown';

function blobsOf({ plain, markdown, html }: Copied): Record<string, Blob> {
  const blob = (type: string, text: string) => new Blob([text], { type: type.replace(/^web /, '') });
  return {
    'text/plain': blob('text/plain', plain),
    ...(html !== undefined && { 'text/html': blob('text/html', html) }),
    ...(markdown !== undefined && ClipboardItem.supports(MARKDOWN) && { [MARKDOWN]: blob(MARKDOWN, markdown) }),
  };
}

function copyByCommand({ plain, markdown, html }: Copied): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    // The page need not see what its reader copies from us.
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    if (markdown !== undefined) event.clipboardData.setData('text/markdown', markdown);
    filled = true;
  };
  addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && filled;
  } catch {
    return false;
  } finally {
    removeEventListener('copy', fill, { capture: true });
  }
}
