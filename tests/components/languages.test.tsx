import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ChangeList } from '../../components/ChangeList.tsx';
import { OpenDossier } from '../../components/dossier/OpenDossier.tsx';
import { SideTable } from '../../components/dossier/SideTable.tsx';
import { Inventory } from '../../components/Inventory.tsx';
import { RequirementOptions } from '../../components/options/GeneralOptions.tsx';
import { ProviderCard } from '../../components/ProviderCard.tsx';
import { ProviderSheet } from '../../components/ProviderSheet.tsx';
import { RequirementChoice } from '../../components/RequirementChoice.tsx';
import { Said } from '../../components/Said.tsx';
import { useWording } from '../../components/wording-context.ts';
import type { Change } from '../../domain/feed/registry-changes.ts';
import { sideBySide } from '../../domain/dossier/side-by-side.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { describeProvider } from '../../domain/sheet/provider-sheet.ts';
import { date, phrase } from '../../domain/wording/phrase.ts';
import { assembleRegistry } from '../../tools/assemble-registry.ts';
import { bundleRequirements } from '../../tools/bundle-requirements.ts';
import { readDataFolder } from '../../tools/data-folder.ts';
import { recordedDossier } from '../domain/dossier/export/recorded-dossier.ts';
import { CARD_CALLS } from './provider-card.tsx';
import { unfold, violationsIn } from './reading.ts';
import { all, render } from './render.tsx';

const LANGUAGES = readdirSync(join(import.meta.dirname, '../../public/_locales'));
/** Those in which every fact is written. */
const FACT_LANGUAGES = ['fr', 'en'];

const { raw, edition } = readDataFolder();
const assembled = assembleRegistry(raw, edition);
if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
const { registry } = assembled;
const { sets } = bundleRequirements(raw, registry.sources);
const DAY = edition.date;
const IDS = ['numspot', 'cloudwatt'];
/** With notes, replies, events, scopes, levels, laws: as much of what is written as can be. */
const DOSSIER = recordedDossier(IDS, 'secnumcloud-19-6');
const EVENT = registry.providers['cloudwatt']?.events[0]?.text ?? { fr: '', en: '' };

const SHEETS = IDS.flatMap((id) => {
  const provider = registry.providers[id];
  return provider === undefined ? [] : [describeProvider(provider, DAY, registry)];
});

const CHANGE: Change = {
  kind: 'changed',
  provider: 'cloudwatt',
  name: 'Cloudwatt',
  fact: phrase('changes_event', date('2020-02-01')),
  before: [phrase('plain', { kind: 'localized', text: EVENT })],
  after: [phrase('plain', { kind: 'localized', text: EVENT })],
};

/** Every text that is written in French and English, in whatever is given. */
function writtenIn(content: unknown): { fr: string; en: string }[] {
  if (typeof content !== 'object' || content === null) return [];
  const { fr, en } = content as { fr?: unknown; en?: unknown };
  if (typeof fr === 'string' && typeof en === 'string') return [{ fr, en }];
  return Object.values(content).flatMap(writtenIn);
}

/** Each once, and none that is a part of a word in any language. */
const WRITTEN = [...new Set(writtenIn([DOSSIER, SHEETS, sets, EVENT]).flatMap(({ fr, en }) => [fr, en]))];

/** In: what was drawn. Out: each text of a fact in it, and the language that it is said to be in. */
function factsIn(container: HTMLElement): { text: string; said: string | undefined }[] {
  const found: { text: string; said: string | undefined }[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const content = node.textContent ?? '';
    const said = node.parentElement?.closest<HTMLElement>('[lang]')?.lang;
    for (const text of WRITTEN) if (content.includes(text)) found.push({ text, said });
  }
  return found;
}

function Everything() {
  const { marked } = useWording();
  return (
    <main>
      {DOSSIER.entries.map(({ assessment, checklist }) => (
        <ProviderCard
          key={assessment.provider}
          assessment={assessment}
          mentions={1}
          written={assessment.name}
          confirmedBy={[]}
          registry={edition}
          checklist={checklist}
          titleId={`card-${assessment.provider}`}
          {...CARD_CALLS}
        />
      ))}
      <Inventory
        host="example.org"
        site={undefined}
        items={DOSSIER.entries.map(({ assessment, checklist }) => ({
          assessment,
          mentions: 1,
          possible: 0,
          checklist,
        }))}
        registry={edition}
        report={null}
        links={[]}
        lost={false}
        sheetAddress={() => '#'}
        tools={null}
        onShow={() => undefined}
      />
      {SHEETS.map((sheet) => (
        <ProviderSheet
          key={sheet.assessment.provider}
          sheet={sheet}
          registry={edition}
          day={DAY}
          europe={{ width: 1, height: 1, land: '', countries: [] }}
          checklist={DOSSIER.entries[0]?.checklist}
          report={{ title: '', body: '' }}
          reportAddress={null}
          notice=""
          sheetAddress={() => '#'}
          onCite={() => undefined}
          onPrint={() => undefined}
          onCopyReport={() => undefined}
        />
      ))}
      {[false, true].map((printing) => (
        <OpenDossier
          key={String(printing)}
          dossier={DOSSIER}
          entries={DOSSIER.entries.length}
          cover={{ sets, onText: async () => true, onChange: () => undefined }}
          comparison={{
            registry: edition,
            changes: Object.fromEntries(
              DOSSIER.entries.map(({ id, assessment, checklist }) => [
                id,
                {
                  kind: 'changed',
                  axes: assessment.axes.map(({ axis, notes }) => ({ axis, before: notes, after: notes })),
                  requirements: (checklist?.rows ?? []).map((row) => ({ ...row, before: 'met', after: 'not-met' })),
                },
              ]),
            ),
          }}
          chosen={new Set()}
          calls={{
            sheetAddress: () => '#',
            onNote: async () => true,
            onCite: () => undefined,
            onRemove: () => undefined,
            onFreezeAgain: () => undefined,
            onChoose: () => undefined,
            readOfferings: async () => [],
            onAddOffering: () => undefined,
          }}
          printing={printing}
          actions={null}
          notices={null}
          search={null}
          onBeside={() => undefined}
          onClearChosen={() => undefined}
        />
      ))}
      <SideTable table={sideBySide(DOSSIER.entries)} />
      <RequirementChoice sets={sets} chosen={null} onChoose={() => undefined} />
      <RequirementOptions
        settings={DEFAULT_SETTINGS}
        locked={[]}
        onChange={() => undefined}
        sets={sets.map(({ id, name, legalText }) => ({ id, name: marked(name), detail: marked(legalText.name) }))}
      />
      <ChangeList changes={{ from: edition, to: edition, changes: [CHANGE], more: 0, seen: false }} />
    </main>
  );
}

describe('what is written of a fact', () => {
  it.each(LANGUAGES)(
    'is said to be in the language that it is in, wherever it is drawn (%s)',
    { timeout: 30_000 },
    (language) => {
      const { container } = render(language, <Everything />);
      unfold(container);
      const wanted = FACT_LANGUAGES.includes(language) ? language : 'en';
      const facts = factsIn(container);
      expect(facts.length).toBeGreaterThan(200);
      expect(facts.filter(({ said }) => said !== wanted)).toEqual([]);
      // Nothing says that it is in the reader's own language; and no mark is seen.
      expect(all(container, '[lang]').length > 0).toBe(!FACT_LANGUAGES.includes(language));
      expect(container.textContent).not.toContain('\u0001');
      // A label has one language, its page's: no fact is in one.
      const labels = all(container, '[aria-label], [title], [alt]').flatMap((element) =>
        ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      );
      expect(labels.filter((label) => WRITTEN.some((text) => label.includes(text)))).toEqual([]);
    },
  );

  it('is marked as a part of the sentence that it stands in', async () => {
    const { container } = render('de', <SaidNote />);
    expect(container.innerHTML).toBe('OVHcloud: <span lang="en">Opens in Frankfurt.</span>');
    expect(await violationsIn(container)).toEqual([]);
  });
});

function SaidNote() {
  const opening = { fr: 'Ouverture à Francfort.', en: 'Opens in Frankfurt.' };
  return <Said of={phrase('note_about', { kind: 'text', text: 'OVHcloud' }, { kind: 'localized', text: opening })} />;
}
