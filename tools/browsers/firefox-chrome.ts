import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send: (method: string, parameters: unknown) => Promise<{ result: Record<string, never> }>;
}

/** Runs a script with the browser's own rights, for what no page and no extension may do: click its buttons. */
export async function inBrowserChrome(running: Browser, expression: string): Promise<void> {
  const { connection } = running as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as unknown as { contexts: { context: string }[] }).contexts;
  const answer = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context: window?.context },
  });
  const { type, exceptionDetails } = answer.result as unknown as { type: string; exceptionDetails?: { text: string } };
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'the script failed');
}

/** Opens a page of an extension in a private window, allowed there first. In: the browser, the extension's id, the address. */
export async function openPrivateTab(running: Browser, extension: string, address: string): Promise<void> {
  await inBrowserChrome(
    running,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      if (!WebExtensionPolicy.getByID('${extension}').privateBrowsingAllowed) {
        const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions.add('${extension}', allowed);
        await (await AddonManager.getAddonByID('${extension}')).reload();
      }
      const opened = OpenBrowserWindow({ private: true });
      await new Promise((loaded) => opened.addEventListener('load', loaded, { once: true }));
      // Its tabs are there once it has begun.
      await opened.delayedStartupPromise;
      const { principal } = WebExtensionPolicy.getByID('${extension}').extension;
      const tab = opened.gBrowser.addTab('${address}', { triggeringPrincipal: principal });
      opened.gBrowser.selectedTab = tab;
      while (tab.linkedBrowser.currentURI.spec !== '${address}' || tab.hasAttribute('busy')) {
        await new Promise((later) => setTimeout(later, 50));
      }
    })()`,
  );
}
