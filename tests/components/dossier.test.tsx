import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';

import { ConflictPanel } from '../../components/dossier/ConflictPanel.tsx';
import { DossierList } from '../../components/dossier/DossierList.tsx';
import { DraftField } from '../../components/dossier/DraftField.tsx';
import type { EntryCalls } from '../../components/dossier/EntryItem.tsx';
import { ExportMenu } from '../../components/dossier/ExportMenu.tsx';
import { KeepingLine, type Keeping } from '../../components/dossier/KeepingLine.tsx';
import { Notice } from '../../components/dossier/Notice.tsx';
import { OpenDossier } from '../../components/dossier/OpenDossier.tsx';
import { PopupDossier } from '../../components/dossier/PopupDossier.tsx';
import { SideTable } from '../../components/dossier/SideTable.tsx';
import { sideBySide } from '../../domain/dossier/side-by-side.ts';
import type { DossierEntry } from '../../domain/dossier/dossier.ts';
import { countries, phrase } from '../../domain/wording/phrase.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from '../domain/dossier/sample-dossier.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { nimbeOnceIt } from './sample-assessment.ts';

const CALLS: EntryCalls = {
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

const open = (language: Language, given: Given = {}) => render(language, <Opened {...given} />).container;

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

/** The same, with a button that sends it to paper. */
function Printable(given: Given) {
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <button
        type="button"
        id="print"
        onClick={() => {
          setPrinting(true);
        }}
      >
        Imprimer
      </button>
      <Opened {...given} printing={printing} />
    </>
  );
}

const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  void act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const leave = (field: HTMLElement) => {
  void act(() => {
    field.dispatchEvent(new FocusEvent('blur'));
  });
};

describe('an open dossier', () => {
  it.each<[Language, string[], string]>([
    ['fr', ['Aube', 'Nimbe'], 'Faits figés le 24/11/2026, registre 42 du 20/11/2026'],
    ['en', ['Aube', 'Nimbe'], 'Facts frozen on 24/11/2026, registry 42 of 20/11/2026'],
  ])('lists its entries in alphabetical order, each with its edition (%s)', (language, names, frozen) => {
    const container = open(language);
    expect(all(container, '.entry h3').map(textOf)).toEqual(names);
    for (const entry of all(container, '.entry')) expect(textOf(entry)).toContain(frozen);
  });

  it('says that being named says nothing of the candidate, and that origin is no lawful criterion', () => {
    expect(textOf(open('fr'))).toContain('ne dit pas si le fournisseur est proposé, exclu ou titulaire');
    expect(textOf(open('fr'))).toContain('l’origine d’un candidat n’est pas un critère licite');
    expect(textOf(open('en'))).toContain('the origin of a candidate is not a lawful criterion');
  });

  it('shows what changed since, with both values, and leaves the frozen facts', () => {
    const container = open('fr');
    const [aube, nimbe] = all(container, '.entry');
    expect(textOf(aube!)).toContain('ne contient plus cette fiche');
    expect(all(nimbe!, '.entry-since li').map(textOf)).toEqual([
      'Devenir Figé : Non inscrit Registre 43 du 01/12/2026 : Fermé le 30/11/2026',
      'Droit Figé : États-Unis, contesté Registre 43 du 01/12/2026 : plus rien',
      'Dans l’EEE Figé : Rempli Registre 43 du 01/12/2026 : Non rempli',
    ]);
    // What can be taken again is only what the registry still has.
    expect(
      all(container, '[aria-label^="Reprendre"]').map((button) =>
        button.getAttribute('aria-label')?.replace(/\s+/g, ' '),
      ),
    ).toEqual(['Reprendre les faits en vigueur : Nimbe']);
  });

  it('says that the rest of a long one is still being read, under the count of all', () => {
    const container = open('fr', { entries: 500 });
    expect(all(container, 'h2').map(textOf)).toContain('500 entrées');
    expect(textOf(one(container, '.dossier-rest'))).toBe('Lecture du dossier…');
    expect(all(open('fr'), '.dossier-rest')).toEqual([]);
  });

  it('is said to be empty, with what to do about it, and shows its cover unfolded', () => {
    const container = open('fr', { dossier: { ...DOSSIER, entries: [] }, comparison: null });
    expect(textOf(container)).toContain('Ce dossier est vide');
    expect(one(container, '.dossier-consultation').hasAttribute('open')).toBe(true);
    expect(all(container, '[data-action="beside"]')).toEqual([]);
  });

  it('unfolds everything on paper', () => {
    const facts = (printing: boolean) => all(open('fr', { printing }), '.entry-facts .axis-row').length;
    expect(facts(false)).toBe(0);
    expect(facts(true)).toBe(6);
  });

  it('says on paper that a part of it was not read yet, where paper was asked for before', () => {
    const part = { dossier: { ...DOSSIER, entries: [NIMBE_ENTRY] }, entries: 200 };
    expect(textOf(open('fr', { ...part, printing: true }))).toContain('Impression incomplète : 1 entrées sur 200');
    expect(textOf(open('fr', part))).not.toContain('Impression incomplète');
    expect(textOf(open('fr', { printing: true }))).not.toContain('Impression incomplète');
  });

  it('puts on paper every entry, whatever is sought on the screen', () => {
    const entries = Array.from({ length: 30 }, (_, place) => ({ ...NIMBE_ENTRY, id: `${NIMBE_ENTRY.id} ${place}` }));
    const dossier = { ...DOSSIER, entries: [...entries, AUBE_ENTRY] };
    const { container } = render('fr', <Printable dossier={dossier} />);
    type(one(container, '.entry-filter') as HTMLInputElement, 'aube');
    expect(all(container, '.entry')).toHaveLength(1);
    press(one(container, '#print'));
    expect(all(container, '.entry')).toHaveLength(31);
  });

  it('puts on paper all that was written, and no field', () => {
    const note = `${'long '.repeat(200)}fin`;
    const entries = [{ ...NIMBE_ENTRY, note }, AUBE_ENTRY];
    const container = open('fr', { printing: true, dossier: { ...DOSSIER, entries } });
    expect(textOf(container)).toContain(note);
    expect(all(container, '.dossier-printed dd').map(textOf)).toEqual([
      '2026-17',
      'Commune d’Exemple',
      'Collectivité territoriale',
      'RGPD, chapitre V',
    ]);
    expect(all(container, '.dossier input[type="text"], .dossier textarea, .dossier select')).toEqual([]);
  });

  it('lets two to six be chosen', () => {
    const entries = Array.from({ length: 8 }, (_, place) => ({ ...AUBE_ENTRY, id: `${place}` }));
    const dossier = { ...DOSSIER, entries };
    const beside = (chosen: number) => {
      const container = open('fr', { dossier, chosen: new Set(entries.slice(0, chosen).map(({ id }) => id)) });
      const free = all<HTMLInputElement>(container, '.entry-choose input').filter((box) => !box.disabled).length;
      return [one(container, '[data-action="beside"]').hasAttribute('disabled'), free];
    };
    expect([0, 1, 2, 6].map(beside)).toEqual([
      [true, 8],
      [true, 8],
      [false, 8],
      [false, 6],
    ]);
  });

  it('draws a long list piece by piece, and all of it', async () => {
    const entries: DossierEntry[] = Array.from({ length: 100 }, (_, place) => ({ ...AUBE_ENTRY, id: `${place}` }));
    const container = open('fr', { dossier: { ...DOSSIER, entries }, comparison: null });
    expect(all(container, '.entry').length).toBeLessThan(100);
    await vi.waitFor(
      () => {
        expect(all(container, '.entry')).toHaveLength(100);
      },
      { timeout: 10_000 },
    );
  });

  it('reads the offerings of a provider when they are asked for, and adds the one chosen', async () => {
    const onAddOffering = vi.fn<EntryCalls['onAddOffering']>();
    const container = open('fr', { printing: true, calls: { ...CALLS, onAddOffering } });
    const [, choice] = all<HTMLDetailsElement>(container, '.offering-choice');
    choice!.open = true;
    choice!.dispatchEvent(new Event('toggle'));
    const button = await vi.waitFor(() => one(choice!, 'button'));
    press(button);
    expect(onAddOffering.mock.calls).toEqual([['nimbe', 'disque']]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('makes no link of %s', (url) => {
    const entries = [{ ...NIMBE_ENTRY, page: { title: '<b>Avis</b>', url } }];
    const container = open('fr', { dossier: { ...DOSSIER, entries } });
    expect(all(container, '.entry-line a')).toEqual([]);
    expect(textOf(container)).toContain('<b>Avis</b>');
  });
});

describe('a field of a dossier', () => {
  const draw = (value: string, onCommit: ComponentProps<typeof DraftField>['onCommit']) =>
    one(
      render('fr', <DraftField label="Nom" value={value} maxLength={300} onCommit={onCommit} />).container,
      'input',
    ) as HTMLInputElement;

  it('is saved when it is left, with what was saved when the typing began', async () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => true);
    const field = draw('avant', onCommit);
    type(field, 'après');
    expect(onCommit).not.toHaveBeenCalled();
    leave(field);
    expect(onCommit.mock.calls).toEqual([['après', 'avant']]);
  });

  it('is not saved where it says the same again', () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => true);
    const field = draw('avant', onCommit);
    type(field, 'x');
    type(field, 'avant');
    leave(field);
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('keeps what was typed where it could not be saved, and saves it the next time', async () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(async () => false);
    const field = draw('avant', onCommit);
    type(field, 'après');
    leave(field);
    await act(async () => undefined);
    expect(field.value).toBe('après');
    onCommit.mockResolvedValueOnce(true);
    leave(field);
    expect(onCommit.mock.calls).toEqual([
      ['après', 'avant'],
      ['après', 'avant'],
    ]);
    await act(async () => undefined);
    expect(field.value).toBe('avant');
  });

  it('is saved by Enter, and when the page is closed', () => {
    const onCommit = vi.fn<ComponentProps<typeof DraftField>['onCommit']>(() => new Promise(() => undefined));
    const field = draw('avant', onCommit);
    type(field, 'un');
    void act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    type(field, 'deux');
    void act(() => {
      dispatchEvent(new Event('pagehide'));
    });
    expect(onCommit.mock.calls.map(([text]) => text)).toEqual(['un', 'deux']);
  });
});

describe('the list of dossiers', () => {
  const summary = {
    id: DOSSIER.id,
    revision: 4,
    name: '',
    reference: '2026-17',
    buyer: 'Commune d’Exemple',
    entries: 2,
    changedAt: DOSSIER.changedAt,
  };
  const draw = (language: Language, dossiers = [summary], given: Partial<ComponentProps<typeof DossierList>> = {}) =>
    render(
      language,
      <main>
        <DossierList
          dossiers={dossiers}
          active={null}
          address={(id) => `/dossier.html?id=${id}`}
          onOpen={() => undefined}
          onCreate={() => undefined}
          onImport={() => undefined}
          onActivate={() => undefined}
          onDelete={() => undefined}
          {...given}
        />
      </main>,
    ).container;

  it.each<[Language, string, string]>([
    ['fr', 'Dossier sans nom', '2026-17 · Commune d’Exemple · 2 entrées · modifié le 24/11/2026'],
    ['en', 'Unnamed dossier', '2026-17 · Commune d’Exemple · 2 entries · changed on 24/11/2026'],
  ])('names each, and what is in it (%s)', (language, name, line) => {
    const container = draw(language);
    expect(textOf(one(container, 'li h2'))).toBe(name);
    expect(textOf(one(container, 'li p'))).toBe(line);
  });

  it('says which one takes what is added, and offers the others', () => {
    expect(all(draw('fr'), '[aria-label^="Y faire"]')).toHaveLength(1);
    const container = draw('fr', [summary], { active: DOSSIER.id });
    expect(all(container, '[aria-label^="Y faire"]')).toEqual([]);
    expect(textOf(container)).toContain('reçoit les ajouts');
  });

  it('says what to do where there is none', () => {
    expect(textOf(draw('fr', []))).toContain('Aucun dossier');
  });

  it.each(LANGUAGES)('is accessible (%s)', async (language) => {
    const container = draw(language);
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe('the files of a dossier', () => {
  const FORMATS = [
    { format: 'odt', label: 'dossier_export_odt' },
    { format: 'json', label: 'dossier_export_json' },
  ] as const;

  it('are offered in a menu that closes on Esc and gives the focus back', () => {
    const onExport = vi.fn<(format: 'odt' | 'json') => void>();
    const { container } = render('fr', <ExportMenu formats={FORMATS} onExport={onExport} />);
    const menu = one(container, 'details') as HTMLDetailsElement;
    menu.open = true;
    const button = one(container, '[data-format="odt"]');
    button.focus();
    void act(() => {
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(one(container, 'summary'));
    menu.open = true;
    press(button);
    expect(onExport.mock.calls).toEqual([['odt']]);
    expect(menu.open).toBe(false);
  });
});

describe('entries side by side', () => {
  const draw = (language: Language) =>
    render(language, <SideTable table={sideBySide([NIMBE_ENTRY, AUBE_ENTRY])} />).container;

  it.each<[Language, string[]]>([
    ['fr', ['Point', 'Aube', 'Nimbe']],
    ['en', ['Point', 'Aube', 'Nimbe']],
  ])('are the columns of a table (%s)', (language, names) => {
    expect(all(draw(language), 'thead th').map((cell) => cell.firstChild?.textContent)).toEqual(names);
  });

  it('have a shape and a word where they differ, and where they do not', () => {
    const marks = all(draw('fr'), 'tbody .side-mark');
    expect(marks.map(textOf)).toContain('Diffère');
    for (const mark of marks) expect(mark.querySelector('svg')).not.toBeNull();
  });

  it('do not make an answer up', () => {
    const container = draw('fr');
    expect(textOf(container)).toContain('Non confronté à ces exigences');
    expect(textOf(container)).toContain('Non inscrit');
  });
});

describe('what stands in the way of a dossier', () => {
  it('is shown with both versions where two windows changed it, and takes the focus', () => {
    const calls = { onReload: vi.fn<() => void>(), onCopy: vi.fn<() => void>() };
    const { container } = render('fr', <ConflictPanel mine="à moi" theirs="à elle" {...calls} />);
    expect(textOf(container)).toContain('à moi');
    expect(textOf(container)).toContain('à elle');
    expect(document.activeElement).toBe(one(container, '[role="alert"]'));
    press(one(container, '[data-action="reload"]'));
    press(one(container, '[data-action="copy"]'));
    expect(calls.onReload).toHaveBeenCalledOnce();
    expect(calls.onCopy).toHaveBeenCalledOnce();
  });

  it.each<[Keeping, string]>([
    ['kept', ''],
    ['best-effort', 'Si le disque se remplit, le navigateur peut effacer ces dossiers. Lui demander de les garder'],
    ['forgetful', 'Ce navigateur n’enregistre rien à sa fermeture : exportez vos dossiers avant.'],
    ['private', 'Fenêtre privée : vos dossiers sont pourtant enregistrés sur cet ordinateur.'],
  ])('is said where the browser may not keep it: %s', (keeping, line) => {
    expect(textOf(render('fr', <KeepingLine keeping={keeping} onAsk={() => undefined} />).container)).toBe(line);
  });

  it('is said with the way back, where there is one', () => {
    const onUndo = vi.fn<() => void>();
    const { container } = render('fr', <Notice content={{ text: 'Fait.', onUndo }} />);
    press(one(container, '[data-action="undo"]'));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(one(container, 'output').textContent).toBe('Fait.');
    expect(textOf(render('fr', <Notice content={null} />).container)).toBe('');
  });
});

describe.each(LANGUAGES)('everything of a dossier in %s', (language) => {
  const surfaces: [string, () => HTMLElement][] = [
    ['the open dossier', () => open(language)],
    ['an empty one', () => open(language, { dossier: { ...DOSSIER, entries: [] } })],
    ['it on paper', () => open(language, { printing: true })],
    [
      'the table',
      () =>
        render(
          language,
          <main>
            <h1>x</h1>
            <SideTable table={sideBySide([NIMBE_ENTRY, AUBE_ENTRY])} />
          </main>,
        ).container,
    ],
    [
      'the popup’s part',
      () =>
        render(
          language,
          <main>
            <PopupDossier
              named={7}
              notice={{ text: 'x', link: { label: 'y', href: '/' } }}
              onAddAll={() => undefined}
            />
          </main>,
        ).container,
    ],
  ];

  it.each(surfaces)('is accessible: %s', async (_, draw) => {
    const container = draw();
    expect(await violationsIn(container)).toEqual([]);
    unfold(container);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each(surfaces)('gives no verdict and names no colour: %s', (_, draw) => {
    expect(verdictsIn(draw())).toEqual([]);
  });
});
