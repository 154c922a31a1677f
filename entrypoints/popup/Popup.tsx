import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { Notice } from '../../components/dossier/Notice.tsx';
import { PopupDossier } from '../../components/dossier/PopupDossier.tsx';
import { Inventory } from '../../components/Inventory.tsx';
import { DataNotices } from '../../components/DataNotices.tsx';
import { PopupFoot } from '../../components/PopupFoot.tsx';
import { PopupHead } from '../../components/PopupHead.tsx';
import { RequirementChoice } from '../../components/RequirementChoice.tsx';
import { PopupMessage } from '../../components/PopupMessage.tsx';
import { PopupTools } from '../../components/PopupTools.tsx';
import { ProviderSearch } from '../../components/ProviderSearch.tsx';
import { isHostAmong } from '../../domain/registry/host.ts';
import type { Settings, SettingsPatch } from '../../domain/settings/settings.ts';
import type { RequirementSetList } from '../../domain/protocol/messages.ts';
import { annotate } from './annotate.ts';
import { useSidePlace } from './side-place.ts';
import {
  hostOf,
  hostWithoutAccess,
  readTab,
  readTabInForce,
  readTabSoon,
  readTabSwitchedOff,
  showNext,
  targetTab,
  type PageState,
} from './page.ts';
import { usePolicy } from '../own-page/policy.ts';
import { markChangesSeen } from '../own-page/data-calls.ts';
import { useDataReport } from '../own-page/data-report.ts';
import { searchProviders } from '../own-page/provider-calls.ts';
import { changeSettings, listRequirementSets } from '../own-page/settings-calls.ts';
import { addSite, grantSite } from '../own-page/site-access.ts';
import { switchSite } from './site.ts';
import { useAdditions } from './use-additions.ts';

const LINKS = [
  { label: 'popup_dossiers', href: '/dossier.html' },
  { label: 'popup_providers', href: '/provider.html' },
  ...(browser.runtime.getManifest().options_ui === undefined
    ? []
    : [{ label: 'popup_options', href: '/options.html' } as const]),
  { label: 'popup_help', href: '/welcome.html' },
] as const;

/** In milliseconds. */
const HOUR = 3_600_000;

const sheetAddress = (provider: string) => `/provider.html?id=${provider}`;

/** What the toolbar button opens: what the page in front names, or why there is nothing to list. */
export function Popup({ settings }: { settings: Settings }) {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const [host, setHost] = useState('');
  const [report, setReport] = useDataReport(settings);
  const [opened] = useState(() => Date.now());
  const [sets, setSets] = useState<RequirementSetList>([]);
  const [lost, setLost] = useState(false);
  const { notice, add, cite } = useAdditions('tabId' in state ? state.tabId : null);

  const beside = useSidePlace();
  const [toAllow, setToAllow] = useState<string | null>(null);

  const { locked, blocked } = usePolicy(settings);

  const load = async (read = readTab) => {
    const tab = await targetTab().catch(() => null);
    setHost(hostOf(tab?.url));
    const [toAsk, found] = await Promise.all([hostWithoutAccess(tab).catch(() => null), read(tab)]);
    setToAllow(toAsk);
    setState(found);
  };
  useEffect(() => {
    listRequirementSets().then(setSets, () => undefined);
  }, []);
  // What a set asks is part of the list.
  useEffect(() => void load(), [settings.requirementSet]);
  // An update that came while the popup is open.
  const isOutdated = state.kind === 'listed' && report !== null && report.registry.version > state.registry.version;
  useEffect(() => {
    if (isOutdated) void load();
  }, [isOutdated]);

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
      onBeside={beside}
      onAllow={
        toAllow === null || state.kind === 'revoked'
          ? undefined
          : () => void grantSite(toAllow).then((granted) => (granted ? load(readTabSoon) : undefined))
      }
      onAddSite={
        state.kind === 'unlisted' && host !== '' && !locked.includes('sitesAdded') && !isHostAmong(host, blocked)
          ? () => {
              // Nothing awaited before the browser is asked: it wants the click itself.
              void addSite(host.replace(/^www\./, '')).then(
                (granted) => (granted ? load(readTabSoon) : undefined),
                () => setState({ kind: 'failed' }),
              );
            }
          : undefined
      }
    >
      {state.kind === 'listed' ? (
        <PopupDossier
          named={state.items.length}
          notice={notice}
          onAddAll={() => void add(state.items.map(({ assessment }) => assessment.provider))}
        />
      ) : (
        <Notice content={notice} />
      )}
      <ProviderSearch
        search={searchProviders}
        sheetAddress={sheetAddress}
        onAdd={(provider) => void add([provider], true)}
      />
    </PopupTools>
  );

  const notices = (
    <DataNotices
      report={report}
      onSeen={() => {
        markChangesSeen().then(setReport, () => undefined);
      }}
    />
  );

  if (state.kind === 'listed') {
    return (
      <Inventory
        host={host}
        site={site}
        items={state.items}
        internal={state.internal}
        registry={state.registry}
        report={report}
        links={LINKS}
        lost={lost}
        sheetAddress={sheetAddress}
        tools={tools}
        onCite={(provider) => void cite(provider)}
        onAdd={(provider) => void add([provider])}
        onShow={(provider) => {
          void showNext(state.tabId, provider).then((shown) => {
            // The card takes over on the page.
            if (shown) window.close();
            setLost(!shown);
          });
        }}
      >
        {notices}
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
      {notices}
      {messageFor(state)}
      {tools}
      <PopupFoot registry={report?.registry ?? null} report={report} links={LINKS} />
    </>
  );

  function whyOff(): 'blocked' | 'paused' | 'off-everywhere' | 'off' {
    if (isHostAmong(host, blocked)) return 'blocked';
    if (pausedUntil !== null) return 'paused';
    return settings.marking === 'off' ? 'off-everywhere' : 'off';
  }

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
        return <PopupMessage kind={whyOff()} />;
      case 'loading':
      case 'none':
      case 'restricted':
        return <PopupMessage kind={state.kind} />;
    }
  }
}
