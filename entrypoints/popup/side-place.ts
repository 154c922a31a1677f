import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Chrome's side panel and Firefox's sidebar, for which there are no types common to both. Neither is there on Android. */
interface SidePlaces {
  sidePanel?: { open: (options: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

/** What shows the dossier beside the page, to be called within the click; undefined where the browser has no such place. */
export function useSidePlace(): (() => void) | undefined {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    // Known before the click: Chrome wants no wait between it and the panel.
    browser.windows.getCurrent().then(
      ({ id }) => {
        setWindowId(id ?? null);
      },
      () => undefined,
    );
  }, []);
  const { sidePanel, sidebarAction } = browser as unknown as SidePlaces;
  if (sidebarAction !== undefined) {
    return () => {
      void sidebarAction.open().then(close, () => undefined);
    };
  }
  if (sidePanel === undefined || windowId === null) return undefined;
  return () => {
    void sidePanel.open({ windowId }).then(close, () => undefined);
  };
}

function close(): void {
  window.close();
}
