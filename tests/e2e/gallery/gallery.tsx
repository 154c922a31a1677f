import { render, type ComponentChild } from 'preact';

import europe from '../../../components/europe.json';
import messages from '../../../public/_locales/fr/messages.json';
import { PopupDossier } from '../../../components/dossier/PopupDossier.tsx';
import { Inventory } from '../../../components/Inventory.tsx';
import { PopupTools } from '../../../components/PopupTools.tsx';
import { ProviderCard } from '../../../components/ProviderCard.tsx';
import { ProviderSearch } from '../../../components/ProviderSearch.tsx';
import { ProviderSheet } from '../../../components/ProviderSheet.tsx';
import { WordingProvider } from '../../../components/wording-context.ts';
import { assess } from '../../../domain/assessment/assess.ts';
import { writeErrorReport } from '../../../domain/dossier/error-report.ts';
import { describeProvider } from '../../../domain/sheet/provider-sheet.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import axisRowCss from '../../../components/AxisRow.css?inline';
import badgeCss from '../../../components/Badge.css?inline';
import buttonsCss from '../../../components/buttons.css?inline';
import noticeCss from '../../../components/dossier/notice.css?inline';
import inventoryCss from '../../../components/Inventory.css?inline';
import legendCss from '../../../components/Legend.css?inline';
import mapCss from '../../../components/LocationMap.css?inline';
import cardCss from '../../../components/ProviderCard.css?inline';
import searchCss from '../../../components/ProviderSearch.css?inline';
import sheetCss from '../../../components/ProviderSheet.css?inline';
import receiptCss from '../../../components/Receipt.css?inline';
import tablesCss from '../../../components/SheetTables.css?inline';
import timelineCss from '../../../components/Timeline.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import cardHostCss from '../../../entrypoints/annotator.content/card-host.css?inline';
import popupCss from '../../../entrypoints/popup/popup.css?inline';
import sheetPageCss from '../../../entrypoints/provider/provider.css?inline';
import { DAY, GALLERY_REGISTRY, NIMBE, PROVIDERS } from './gallery-registry.ts';

/** The one font that a bare machine has: what is drawn must not depend on which others it has. */
const FONT_CSS = ":root, :host { --font: 'DejaVu Sans', sans-serif !important; }";

const REGISTRY = { version: 42, date: '2026-11-20' };
const nothing = () => undefined;
const sheetAddress = (id: string) => `/provider.html?id=${id}`;

const wording = createWording((key, substitutions) =>
  messages[key].message.replaceAll(/\$([1-9])/g, (_, position: string) => substitutions[Number(position) - 1] ?? ''),
);
const assessment = assess(NIMBE, DAY, GALLERY_REGISTRY);

/** A picture of the whole list has no window for it to scroll in. */
const WHOLE_CSS = '.popup-tools { position: static; }';

/** Draws one of our surfaces from data and a day that never change, with the styles that ship. */
function draw(subject: string): void {
  switch (subject) {
    case 'popup':
      style(document, [
        tokensCss,
        buttonsCss,
        badgeCss,
        legendCss,
        inventoryCss,
        searchCss,
        noticeCss,
        popupCss,
        WHOLE_CSS,
      ]);
      show(
        document.body,
        <Inventory
          host="marches.example.org"
          site={{ on: true, onToggle: nothing }}
          items={PROVIDERS.map((one) => ({ assessment: assess(one, DAY, GALLERY_REGISTRY), mentions: 1 }))}
          registry={REGISTRY}
          links={[
            { label: 'popup_dossiers', href: '/dossier.html' },
            { label: 'popup_providers', href: '/provider.html' },
            { label: 'popup_options', href: '/options.html' },
            { label: 'popup_help', href: '/welcome.html' },
          ]}
          lost={false}
          sheetAddress={sheetAddress}
          onShow={nothing}
          onCite={nothing}
          onAdd={nothing}
          tools={
            <PopupTools pausedUntil={null} onPause={nothing} onResume={nothing} onBeside={nothing}>
              <PopupDossier
                named={PROVIDERS.length}
                notice={{ text: 'Ajouté.', onUndo: nothing, link: { label: 'Ouvrir', href: '/dossier.html' } }}
                onAddAll={nothing}
              />
              <ProviderSearch search={async () => []} sheetAddress={sheetAddress} onAdd={nothing} />
            </PopupTools>
          }
        />,
      );
      return;
    case 'sheet':
      style(document, [
        tokensCss,
        buttonsCss,
        badgeCss,
        legendCss,
        receiptCss,
        sheetCss,
        tablesCss,
        mapCss,
        timelineCss,
        sheetPageCss,
      ]);
      show(
        document.body,
        <ProviderSheet
          sheet={describeProvider(NIMBE, DAY, GALLERY_REGISTRY)}
          registry={REGISTRY}
          day={DAY}
          europe={europe}
          report={writeErrorReport(assessment, REGISTRY, wording)}
          reportAddress={null}
          notice=""
          sheetAddress={sheetAddress}
          onCite={nothing}
          onPrint={nothing}
          onCopyReport={nothing}
        />,
      );
      return;
    default: {
      const host = document.createElement('div');
      host.popover = 'manual';
      document.documentElement.append(host);
      const shadow = host.attachShadow({ mode: 'open' });
      style(shadow, [tokensCss, cardHostCss, axisRowCss, receiptCss, legendCss, cardCss]);
      show(
        shadow,
        <ProviderCard
          assessment={assessment}
          mentions={2}
          written="Nimbe Cloud"
          confirmedBy={['hébergement']}
          registry={REGISTRY}
          titleId="title"
          onClose={nothing}
          onCite={() => Promise.resolve('')}
          onAdd={() => Promise.resolve({ ok: false, problem: 'failed' })}
          onUndoAdd={() => Promise.resolve({ ok: false, problem: 'failed' })}
          onOpenDossier={nothing}
          isPrivate={false}
          onSheet={nothing}
        />,
      );
      host.showPopover();
      if (subject !== 'card-unfolded') return;
      for (const button of shadow.querySelectorAll<HTMLElement>('.axis-button')) button.click();
    }
  }
}

function style(root: DocumentOrShadowRoot, css: string[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...css, FONT_CSS].join('\n'));
  root.adoptedStyleSheets = [sheet];
}

function show(root: Element | ShadowRoot, component: ComponentChild): void {
  render(<WordingProvider value={wording}>{component}</WordingProvider>, root);
}

draw(location.search.slice(1));
