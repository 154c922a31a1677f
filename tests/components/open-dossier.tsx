import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';

import type { EntryCalls } from '../../components/dossier/EntryItem.tsx';
import { OpenDossier } from '../../components/dossier/OpenDossier.tsx';
import { countries, phrase } from '../../domain/wording/phrase.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from '../domain/dossier/sample-dossier.ts';
import { render, type Language } from './render.tsx';
import { nimbeOnceIt } from './sample-assessment.ts';

export const CALLS: EntryCalls = {
  sheetAddress: (provider) => `/provider.html?id=${provider}`,
  onNote: async () => true,
  onCite: () => undefined,
  onRemove: () => undefined,
  onFreezeAgain: () => undefined,
  onChoose: () => undefined,
  readOfferings: async () => [{ id: 'disque', name: 'Nimbe Disque' }],
  onAddOffering: () => undefined,
};

const COMPARISON = {
  registry: { version: 43, date: '2026-12-01' },
  changes: {
    [NIMBE_ENTRY.id]: {
      kind: 'changed' as const,
      status: { before: null, after: nimbeOnceIt('closed', { on: '2026-11-30' }).status ?? null },
      axes: [
        {
          axis: 'law' as const,
          before: [phrase('law_contested_brief', countries(['US']))],
          after: [],
        },
      ],
      requirements: [
        {
          id: 'in-eea',
          text: { fr: 'Dans l’EEE', en: 'In the EEA' },
          before: 'met' as const,
          after: 'not-met' as const,
        },
      ],
    },
    [AUBE_ENTRY.id]: { kind: 'gone' as const },
  },
};

type Given = Partial<ComponentProps<typeof OpenDossier>>;

/** An open dossier, drawn. */
export const open = (language: Language, given: Given = {}) => render(language, <Opened {...given} />).container;

function Opened(given: Given) {
  return (
    <main>
      <OpenDossier
        dossier={DOSSIER}
        entries={(given.dossier ?? DOSSIER).entries.length}
        cover={{
          sets: [{ id: 'rgpd-chapitre-5', name: { fr: 'RGPD, chapitre V', en: 'GDPR, chapter V' } }],
          onText: async () => true,
          onChange: () => undefined,
        }}
        comparison={COMPARISON}
        chosen={new Set()}
        calls={CALLS}
        printing={false}
        actions={null}
        notices={null}
        search={null}
        onBeside={() => undefined}
        onClearChosen={() => undefined}
        {...given}
      />
    </main>
  );
}

/** The same, with a button that sends it to paper, and back. */
export function Printable(given: Given) {
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <button
        type="button"
        id="print"
        onClick={() => {
          setPrinting(!printing);
        }}
      >
        Imprimer
      </button>
      <Opened {...given} printing={printing} />
    </>
  );
}

/** Types in a field. */
export const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  void act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
/** Takes the focus from a field. */
export const leave = (field: HTMLElement) => {
  void act(() => {
    field.dispatchEvent(new FocusEvent('blur'));
  });
};
