import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { Inventory } from '../../components/Inventory.tsx';
import { PopupFoot, type DataState } from '../../components/PopupFoot.tsx';
import { PopupHead } from '../../components/PopupHead.tsx';
import { RequirementChoice } from '../../components/RequirementChoice.tsx';
import { PopupMessage } from '../../components/PopupMessage.tsx';
import { PopupTools } from '../../components/PopupTools.tsx';
import { ProviderSearch } from '../../components/ProviderSearch.tsx';
import { isHostAmong } from '../../domain/registry/host.ts';
import type { Settings, SettingsPatch } from '../../domain/settings/settings.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { annotate } from './annotate.ts';
import {
  hostOf,
  readDataState,
  readTab,
  readTabInForce,
  readTabSoon,
  readTabSwitchedOff,
  searchProviders,
  showNext,
  targetTab,
  type PageState,
} from './page.ts';
import { usePolicy } from '../own-page/policy.ts';
import { changeSettings, listRequirementSets } from '../own-page/settings-calls.ts';
import { addSite, grantSite } from '../own-page/site-access.ts';
import { switchSite } from './site.ts';

const LINKS = [
  { label: 'popup_providers', href: '/provider.html' },
  ...(browser.runtime.getManifest().options_ui === undefined
    ? []
    : [{ label: 'popup_options', href: '/options.html' } as const]),
] as const;

/** In milliseconds. */
const HOUR = 3_600_000;

const sheetAddress = (provider: string) => `/provider.html?id=${provider}`;

/** What the toolbar button opens: what the page in front names, or why there is nothing to list. */
export function Popup({ settings }: { settings: Settings }) {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const [host, setHost] = useState('');
  const [registry, setRegistry] = useState<DataState | null>(null);
  const [opened] = useState(() => Date.now());
  const [sets, setSets] = useState<RequirementSetList>([]);
  const [lost, setLost] = useState(false);

  const { locked, blocked } = usePolicy(settings);

  const load = async (read = readTab) => {
    const tab = await targetTab().catch(() => null);
    setHost(hostOf(tab?.url));
    setState(await read(tab));
  };
  useEffect(() => {
    listRequirementSets().then(setSets, () => undefined);
    readDataState().then(setRegistry, () => undefined);
  }, []);
  // What a set asks is part of the list.
  useEffect(() => void load(), [settings.requirementSet]);

  const site =
    host === '' ||
    locked.includes('sitesOff') ||
    isHostAmong(host, blocked) ||
    (state.kind !== 'listed' && state.kind !== 'none' && state.kind !== 'off')
      ? undefined
      : {
          on: !isHostAmong(host, settings.sitesOff),
          onToggle: (on: boolean) => {
            void switchSite(host, on, settings.sitesOff).then(
              () => load(on ? readTabInForce : readTabSwitchedOff),
              () => setState({ kind: 'failed' }),
            );
          },
        };

  const resettle = (patch: SettingsPatch) => {
    void changeSettings(patch).then(
      () => load(patch.pausedUntil === null ? readTabInForce : readTabSwitchedOff),
      () => setState({ kind: 'failed' }),
    );
  };
  const pausedUntil = settings.pausedUntil !== null && settings.pausedUntil > opened ? settings.pausedUntil : null;
  const tools = (
    <PopupTools
      pausedUntil={pausedUntil}
      onPause={
        locked.includes('pausedUntil')
          ? undefined
          : () => {
              resettle({ pausedUntil: Date.now() + HOUR });
            }
      }
      onResume={() => {
        resettle({ pausedUntil: null });
      }}
      onAddSite={
        state.kind === 'unlisted' && host !== '' && !locked.includes('sitesAdded') && !isHostAmong(host, blocked)
          ? () => {
              // Nothing awaited before the browser is asked: it wants the click itself.
              void addSite(host.replace(/^www\./, '')).then((granted) => (granted ? load(readTabSoon) : undefined));
            }
          : undefined
      }
    >
      <ProviderSearch search={searchProviders} sheetAddress={sheetAddress} />
    </PopupTools>
  );

  if (state.kind === 'listed') {
    return (
      <Inventory
        host={host}
        site={site}
        items={state.items}
        internal={state.internal}
        registry={state.registry}
        links={LINKS}
        lost={lost}
        sheetAddress={sheetAddress}
        tools={tools}
        onShow={(provider) => {
          void showNext(state.tabId, provider).then((shown) => {
            // The card takes over on the page.
            if (shown) window.close();
            setLost(!shown);
          });
        }}
      >
        {sets.length > 0 && (
          <RequirementChoice
            sets={sets}
            chosen={settings.requirementSet}
            locked={locked.includes('requirementSet')}
            onChoose={(requirementSet) => {
              changeSettings({ requirementSet }).catch(() => setState({ kind: 'failed' }));
            }}
          />
        )}
      </Inventory>
    );
  }
  return (
    <>
      <PopupHead title="Ancrage" host={host} site={site} />
      {messageFor(state)}
      {tools}
      <PopupFoot registry={registry} links={LINKS} />
    </>
  );

  function messageFor(state: Exclude<PageState, { kind: 'listed' }>) {
    switch (state.kind) {
      case 'unlisted':
      case 'unread':
        return (
          <PopupMessage
            kind={state.kind}
            onAction={() => {
              // Asked within the click: `activeTab` is granted for this page, and for this visit only.
              void annotate(state.tabId).then((annotated) =>
                annotated ? load(readTabInForce) : setState({ kind: 'restricted' }),
              );
            }}
          />
        );
      case 'revoked':
        return (
          <PopupMessage
            kind="revoked"
            onAction={() => void grantSite(state.host).then((granted) => (granted ? load(readTabSoon) : undefined))}
          />
        );
      case 'failed':
        return <PopupMessage kind="failed" onAction={() => void load()} />;
      case 'off':
        return <PopupMessage kind={isHostAmong(host, blocked) ? 'blocked' : 'off'} />;
      case 'loading':
      case 'none':
      case 'restricted':
        return <PopupMessage kind={state.kind} />;
    }
  }
}
