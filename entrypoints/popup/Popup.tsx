import { useEffect, useState } from 'preact/hooks';

import { Inventory } from '../../components/Inventory.tsx';
import { PopupMessage } from '../../components/PopupMessage.tsx';
import { annotate } from './annotate.ts';
import { readTab, showNext, targetTab, type PageState } from './page.ts';

/** What the toolbar button opens: what the page in front names, or why there is nothing to list. */
export function Popup() {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const [lost, setLost] = useState(false);

  const load = async () => {
    setState({ kind: 'loading' });
    setState(await targetTab().then(readTab, (): PageState => ({ kind: 'failed' })));
  };
  useEffect(() => void load(), []);

  switch (state.kind) {
    case 'listed':
      return (
        <Inventory
          host={state.host}
          items={state.items}
          registry={state.registry}
          lost={lost}
          onShow={(provider) => {
            void showNext(state.tabId, provider).then((shown) => {
              // The card takes over on the page.
              if (shown) window.close();
              setLost(!shown);
            });
          }}
        />
      );
    case 'unlisted':
    case 'unread':
      return (
        <PopupMessage
          kind={state.kind}
          onAction={() => {
            // Asked within the click: `activeTab` is granted for this page, and for this visit only.
            void annotate(state.tabId).then((annotated) => (annotated ? load() : setState({ kind: 'restricted' })));
          }}
        />
      );
    case 'failed':
      return <PopupMessage kind="failed" onAction={() => void load()} />;
    case 'loading':
    case 'none':
    case 'off':
    case 'restricted':
      return <PopupMessage kind={state.kind} />;
  }
}
