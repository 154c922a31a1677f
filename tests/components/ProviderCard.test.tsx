import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

import type { CardCalls } from '../../components/CardActions.tsx';
import { ProviderCard, type CardContent } from '../../components/ProviderCard.tsx';
import { AssessmentSchema, type Assessment } from '../../domain/assessment/assessment.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { AUBE, BRUME, NIMBE, nimbeOnceIt, REGISTER_RECEIPT, REGISTRY } from './sample-assessment.ts';

interface Given extends Partial<CardContent & CardCalls> {
  onClose?: () => void;
}

function draw(language: Language, { assessment = NIMBE, ...given }: Given = {}): HTMLElement {
  return render(
    language,
    <ProviderCard
      assessment={assessment}
      mentions={3}
      written={assessment.name}
      confirmedBy={[]}
      registry={REGISTRY}
      titleId="title"
      onClose={() => undefined}
      onCite={async () => null}
      onAdd={async () => ({ ok: false, problem: 'failed' })}
      onUndoAdd={async () => ({ ok: false, problem: 'failed' })}
      onOpenDossier={() => undefined}
      isPrivate={false}
      onSheet={() => undefined}
      {...given}
    />,
  ).container;
}

const namesOfAxes = (container: HTMLElement) => all(container, '.axis-name').map(textOf);
const linesOf = (container: HTMLElement) => all(container, '.card-line').map(textOf);

describe('the card of a provider', () => {
  it.each([NIMBE, AUBE, BRUME, nimbeOnceIt('closed')])(
    'is drawn here from what an assessment can be: $name, $status.state',
    (assessment) => {
      expect(v.parse(AssessmentSchema, assessment)).toEqual(assessment);
    },
  );

  it.each<[string, Assessment['axes']]>([
    ['one is missing', NIMBE.axes.slice(0, 2)],
    ['they are in another order', NIMBE.axes.toReversed()],
    ['one comes twice', [...NIMBE.axes, NIMBE.axes[2]!]],
  ])('is never drawn from axes of which %s', (_, axes) => {
    const { issues } = v.safeParse(AssessmentSchema, { ...NIMBE, axes });
    expect(issues?.map(({ message }) => message)).toEqual(['are not the three axes']);
  });

  it.each([
    { assessment: NIMBE, names: ['Données', 'Droit', 'Qualification'] },
    { assessment: AUBE, names: ['Données', 'Droit', 'Qualification'] },
    { assessment: BRUME, names: ['Données', 'Droit', 'Qualification'] },
    {
      assessment: nimbeOnceIt('closed'),
      names: ['Données (avant l’arrêt)', 'Droit (avant l’arrêt)', 'Qualification (avant l’arrêt)'],
    },
  ])('gives three axes, in the one order: $assessment.name, $assessment.status.state', ({ assessment, names }) => {
    const container = draw('fr', { assessment });
    expect(all(container, '[data-axis]').map((row) => row.dataset['axis'])).toEqual([
      'location',
      'law',
      'qualification',
    ]);
    expect(namesOfAxes(container)).toEqual(names);
  });

  it('names the axes in English too', () => {
    expect(namesOfAxes(draw('en'))).toEqual(['Data', 'Law', 'Qualification']);
  });

  it('is titled with the name of the provider, under the identifier that it was given', () => {
    const title = one(draw('fr'), '#title');
    expect(title.localName).toBe('h2');
    expect(textOf(title)).toBe('Nimbe');
  });

  it.each<[Language, number, string]>([
    ['fr', 1, 'Nommé sur cette page, 1 fois. Ne dit pas s’il est proposé, exclu ou titulaire.'],
    ['fr', 3, 'Nommé sur cette page, 3 fois. Ne dit pas s’il est proposé, exclu ou titulaire.'],
    ['en', 1, 'Named on this page, 1 time. This does not say whether the provider is proposed, excluded or chosen.'],
    ['en', 3, 'Named on this page, 3 times. This does not say whether the provider is proposed, excluded or chosen.'],
  ])('says that mentioned is not used (%s, %i)', (language, mentions, line) => {
    expect(textOf(one(draw(language, { mentions }), '.card-kicker'))).toBe(line);
  });

  it.each<[Language, string]>([
    ['fr', 'Registre 42 · 20/11/2026'],
    ['en', 'Registry 42 · 20/11/2026'],
  ])('gives the version and the date of the registry (%s)', (language, line) => {
    expect(textOf(one(draw(language), '.card-foot > span'))).toBe(line);
  });

  it('opens and closes each axis by itself, each button ruling its own receipts', () => {
    const container = draw('fr');
    const buttons = all<HTMLButtonElement>(container, '.axis-button');
    const ruled = buttons.map((button) => button.getAttribute('aria-controls'));
    expect(new Set(ruled).size).toBe(3);
    press(buttons[1]!);
    expect(buttons.map((button) => button.getAttribute('aria-expanded'))).toEqual(['false', 'true', 'false']);
    expect(all(container, '.receipts').map((list) => list.hidden)).toEqual([true, false, true]);
    expect(all(container, '.receipts').map((list) => list.id)).toEqual(ruled);
  });

  describe('who it is', () => {
    it.each(LANGUAGES)('gives the legal entity where it is not the name (%s)', (language) => {
      expect(textOf(one(draw(language), '.card-owner'))).toBe('Nimbe SAS');
    });

    it.each<[string, Assessment]>([
      ['is the name itself', { ...NIMBE, legalEntity: 'Nimbe' }],
      ['is not known', AUBE],
    ])('draws no line where the legal entity %s', (_, assessment) => {
      expect(all(draw('fr', { assessment }), '.card-owner')).toEqual([]);
    });

    it('lists the records of a group, in the order given', () => {
      const members = NIMBE.members.toReversed();
      expect(linesOf(draw('fr', { assessment: { ...NIMBE, members } }))).toEqual([
        'Fiches du groupe : Nimbe Santé, Nimbe Mail',
      ]);
    });
  });

  describe('the name on the page', () => {
    it.each<[Language, string]>([
      ['fr', 'Écrit ici « Nimbe Cloud »'],
      ['en', 'Written here “Nimbe Cloud”'],
    ])('is given where it differs (%s)', (language, line) => {
      expect(linesOf(draw(language, { written: 'Nimbe Cloud' }))).toContain(line);
    });

    it.each(['Nimbe', 'NIMBE'])('is not repeated where it is the same: %s', (written) => {
      expect(textOf(draw('fr', { written }))).not.toContain('Écrit ici');
    });

    it.each([
      ['composed', 'L’Étoile Santé'.normalize('NFC')],
      ['decomposed', 'L’Étoile Santé'.normalize('NFD')],
      ['without accents', 'L’Etoile Sante'],
      ['in capitals', 'L’ÉTOILE SANTÉ'],
      ['in capitals without accents', 'L’ETOILE SANTE'],
      ['with a typewriter’s apostrophe', "L'Étoile Santé"],
      ['with a no-break space', 'L’Étoile\u00a0Santé'],
    ])('is not repeated where only the typing differs: %s', (_, written) => {
      for (const form of ['NFC', 'NFD']) {
        const assessment = { ...NIMBE, name: 'L’Étoile Santé'.normalize(form) };
        expect(textOf(draw('fr', { assessment, written }))).not.toContain('Écrit ici');
      }
    });

    it('is given where a letter differs, accents or not', () => {
      const assessment = { ...NIMBE, name: 'L’Étoile' };
      expect(linesOf(draw('fr', { assessment, written: 'L’Étoilé Cloud' }))).toContain('Écrit ici « L’Étoilé Cloud »');
      expect(linesOf(draw('fr', { assessment, written: 'L’Étoiles' }))).toContain('Écrit ici « L’Étoiles »');
    });

    it.each<[Language, string]>([
      ['fr', 'Reconnu grâce à : hébergement, serveurs'],
      ['en', 'Recognised thanks to: hébergement, serveurs'],
    ])('is followed by what confirmed it (%s)', (language, line) => {
      expect(linesOf(draw(language, { confirmedBy: ['hébergement', 'serveurs'] }))).toContain(line);
    });

    it.each<[Language, string]>([
      ['fr', 'Reconnu ailleurs sur la page grâce à : hébergement'],
      ['en', 'Recognised elsewhere on the page thanks to: hébergement'],
    ])('says when that stands elsewhere (%s)', (language, line) => {
      const drawn = draw(language, { confirmedBy: ['hébergement'], standing: 'confirmed-elsewhere' });
      expect(linesOf(drawn)).toContain(line);
    });

    it.each<[Language, string]>([
      ['fr', 'Mention possible : rien de proche ne la confirme.'],
      ['en', 'Possible mention: nothing nearby confirms it.'],
    ])('says when nothing confirms it (%s)', (language, line) => {
      expect(linesOf(draw(language, { confirmedBy: [], standing: 'possible' }))).toContain(line);
      expect(linesOf(draw(language, { confirmedBy: [] }))).not.toContain(line);
    });

    it('claims no confirmation where none was needed', () => {
      expect(textOf(draw('fr', { confirmedBy: [] }))).not.toContain('Reconnu');
    });
  });

  describe('a provider that is no more', () => {
    it.each<[Language, 'closed' | 'merged', string, string[]]>([
      [
        'fr',
        'closed',
        '2020-06-30',
        ['Données (jusqu’en 2020)', 'Droit (jusqu’en 2020)', 'Qualification (jusqu’en 2020)'],
      ],
      ['en', 'closed', '2020-06', ['Data (until 2020)', 'Law (until 2020)', 'Qualification (until 2020)']],
      ['fr', 'merged', '2016', ['Données (jusqu’en 2016)', 'Droit (jusqu’en 2016)', 'Qualification (jusqu’en 2016)']],
      ['en', 'merged', '2016', ['Data (until 2016)', 'Law (until 2016)', 'Qualification (until 2016)']],
    ])('carries its last year on each axis (%s, %s, %s)', (language, state, on, names) => {
      expect(namesOfAxes(draw(language, { assessment: nimbeOnceIt(state, { on }) }))).toEqual(names);
    });

    it.each<[Language, string | undefined, string]>([
      ['fr', '2020-06-30', 'Fermé le 30/06/2020 · suite : Aube'],
      ['fr', undefined, 'Fermé · suite : Aube'],
      ['en', '2020-06-30', 'Closed on 30/06/2020 · now: Aube'],
      ['en', undefined, 'Closed · now: Aube'],
    ])('says what became of it, when that is known or not (%s, %s)', (language, on, line) => {
      const assessment = nimbeOnceIt('closed', { ...(on !== undefined && { on }), successor: 'Aube' });
      expect(textOf(one(draw(language, { assessment }), 'header .card-status > summary'))).toBe(line);
    });

    it('gives the sources of that, folded away until they are asked for', () => {
      const status = one(draw('fr', { assessment: nimbeOnceIt('closed') }), '.card-status');
      expect(status.hasAttribute('open')).toBe(false);
      expect(textOf(status)).toBe('Fermé');
      press(one(status, 'summary'));
      expect(status.hasAttribute('open')).toBe(true);
      expect(textOf(status)).toContain(REGISTER_RECEIPT.title);
      expect(all<HTMLAnchorElement>(status, 'a').map((link) => link.href)).toContain(REGISTER_RECEIPT.url);
    });

    it.each([NIMBE, AUBE])('is alone in having such a line: not $name, $status.state', (assessment) => {
      expect(all(draw('fr', { assessment }), '.card-status')).toEqual([]);
    });

    it.each(['renamed', 'active', 'announced'] as const)('puts no year on the axes of one that is %s', (state) => {
      const assessment = nimbeOnceIt(state, { on: '2020-06-30' });
      expect(namesOfAxes(draw('fr', { assessment }))).toEqual(['Données', 'Droit', 'Qualification']);
    });

    it.each<[Language, 'closed' | 'merged', string[]]>([
      ['fr', 'closed', ['Données (avant l’arrêt)', 'Droit (avant l’arrêt)', 'Qualification (avant l’arrêt)']],
      ['fr', 'merged', ['Données (avant l’arrêt)', 'Droit (avant l’arrêt)', 'Qualification (avant l’arrêt)']],
      ['en', 'closed', ['Data (before it ended)', 'Law (before it ended)', 'Qualification (before it ended)']],
      ['en', 'merged', ['Data (before it ended)', 'Law (before it ended)', 'Qualification (before it ended)']],
    ])('invents no year where the day is not known (%s, %s)', (language, state, names) => {
      expect(namesOfAxes(draw(language, { assessment: nimbeOnceIt(state) }))).toEqual(names);
    });

    it.each(['renamed', 'active', 'announced'] as const)('puts no end on the axes of an undated one: %s', (state) => {
      expect(namesOfAxes(draw('fr', { assessment: nimbeOnceIt(state) }))).toEqual([
        'Données',
        'Droit',
        'Qualification',
      ]);
    });
  });

  it('folds the events of a provider away, and has no such part where there are none', () => {
    expect(one(draw('fr'), 'details.events').hasAttribute('open')).toBe(false);
    expect(all(draw('fr', { assessment: AUBE }), 'details.events')).toEqual([]);
  });

  it.each<[Language, string]>([
    ['fr', 'Fermer'],
    ['en', 'Close'],
  ])('closes at the press of a button that says so (%s)', (language, label) => {
    const onClose = vi.fn<() => void>();
    const button = one(draw(language, { onClose }), `button[aria-label="${label}"]`);
    expect(onClose).not.toHaveBeenCalled();
    press(button);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('has the legend one click away', () => {
    const legend = one(draw('fr'), 'details.legend');
    expect(legend.hasAttribute('open')).toBe(false);
    press(one(legend, 'summary'));
    expect(all(legend, 'li')).toHaveLength(8);
  });

  it('goes from row to row with the arrows, and no further than the last', () => {
    const container = draw('fr');
    const rows = all<HTMLButtonElement>(container, '.axis-button');
    const go = (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return rows.indexOf(document.activeElement as HTMLButtonElement);
    };
    rows[0]?.focus();
    expect(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'x'].map(go)).toEqual([1, 2, 2, 1, 1]);
  });

  describe('what can be done from it', () => {
    const actions = (container: HTMLElement) => all<HTMLButtonElement>(container, '.card-actions button');
    const settle = () => act(async () => Promise.resolve());

    it('opens the full sheet, and its form for an error', () => {
      const onSheet = vi.fn<(section?: 'report') => void>();
      const [, , report, sheet] = actions(draw('fr', { onSheet }));
      press(report!);
      press(sheet!);
      expect(onSheet.mock.calls).toEqual([['report'], []]);
    });

    it('cites the three axes and says that it is done', async () => {
      const onCite = vi.fn<CardCalls['onCite']>().mockResolvedValue(null);
      const container = draw('fr', { onCite });
      press(actions(container)[0]!);
      await settle();
      expect(onCite).toHaveBeenCalledExactlyOnceWith(['location', 'law', 'qualification']);
      expect(textOf(one(container, '.card-copied'))).toBe('Citation copiée.');
      expect(all(container, 'textarea')).toEqual([]);
    });

    it('adds to the dossier, says to which, opens it, and takes the addition back', async () => {
      const addition = { ok: true, dossier: 'd', name: 'Hébergement', revision: 3, added: 1, already: 0 } as const;
      const calls = {
        onAdd: vi.fn<CardCalls['onAdd']>().mockResolvedValue(addition),
        onUndoAdd: vi.fn<CardCalls['onUndoAdd']>().mockResolvedValue({ ok: true, dossier: 'd', revision: 4 }),
        onOpenDossier: vi.fn<CardCalls['onOpenDossier']>(),
      };
      const container = draw('fr', calls);
      press(one(container, '[data-action="add"]'));
      await settle();
      expect(textOf(one(container, '.card-copied'))).toBe('« Hébergement » : 1 fournisseur ajouté.');
      expect(await violationsIn(container)).toEqual([]);
      press(one(container, '[data-action="open-dossier"]'));
      expect(calls.onOpenDossier.mock.calls).toEqual([['d']]);
      press(one(container, '[data-action="undo"]'));
      await settle();
      expect(calls.onUndoAdd.mock.calls).toEqual([[{ dossier: 'd', revision: 3 }]]);
      expect(textOf(one(container, '.card-copied'))).toBe('Annulé.');
      expect(all(container, '[data-action="undo"]')).toEqual([]);
    });

    it('says in a private window that the dossier is stored all the same', async () => {
      const addition = { ok: true, dossier: 'd', name: 'Hébergement', revision: 3, added: 1, already: 0 } as const;
      const container = draw('fr', { isPrivate: true, onAdd: async () => addition });
      press(one(container, '[data-action="add"]'));
      await settle();
      expect(textOf(one(container, '.card-copied'))).toMatch(/1 fournisseur ajouté\. Fenêtre privée : .*enregistrés/);
    });

    it('says why nothing was added', async () => {
      const container = draw('fr', { onAdd: async () => ({ ok: false, problem: 'storage-full' }) });
      press(one(container, '[data-action="add"]'));
      await settle();
      expect(textOf(one(container, '.card-copied'))).toContain('Le navigateur n’a plus de place');
    });

    it('gives the text to copy by hand where the copy was refused', async () => {
      const container = draw('fr', { onCite: async () => 'Nimbe · Nimbe SAS' });
      press(actions(container)[0]!);
      await settle();
      const area = one(container, 'textarea') as HTMLTextAreaElement;
      expect(area.value).toBe('Nimbe · Nimbe SAS');
      expect(area.readOnly).toBe(true);
      expect(area.selectionEnd).toBe(area.value.length);
      expect(textOf(one(container, '.card-copied'))).toContain('à copier à la main');
      expect(await violationsIn(container)).toEqual([]);
    });
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const full = { written: 'Nimbe Cloud', confirmedBy: ['hébergement'] };
    const ended = nimbeOnceIt('merged', { on: '2016', successor: 'Aube' });
    const endedUndated = nimbeOnceIt('closed', { successor: 'Aube' });

    it.each([NIMBE, AUBE, BRUME, ended, endedUndated])(
      'is accessible, folded and unfolded: $name, $status.state',
      async (assessment) => {
        const container = draw(language, { assessment, ...full });
        expect(await violationsIn(container)).toEqual([]);
        unfold(container);
        expect(await violationsIn(container)).toEqual([]);
      },
    );

    it.each([NIMBE, AUBE, BRUME, ended, endedUndated])(
      'gives no verdict and names no colour: $name, $status.state',
      (assessment) => {
        expect(verdictsIn(draw(language, { assessment, ...full }))).toEqual([]);
      },
    );
  });
});

describe('a requirement set', () => {
  const checklist: NonNullable<CardContent['checklist']> = {
    set: 'set',
    name: { fr: 'Un texte', en: 'A text' },
    applicability: { key: 'plain', values: [] },
    scope: { fr: 'Portée', en: 'Scope' },
    receipts: [],
    axes: ['law'],
    rows: [],
  };
  const openRows = (container: HTMLElement) =>
    all(container, '.axis-row')
      .filter((row) => one(row, '.axis-button').getAttribute('aria-expanded') === 'true')
      .map((row) => row.dataset['axis']);

  it('unfolds the rows that it looks at and adds its checklist; none unfolds nothing', () => {
    const chosen = draw('fr', { checklist });
    expect(openRows(chosen)).toEqual(['law']);
    expect(textOf(one(chosen, '.checklist-name'))).toBe('Un texte');
    const without = draw('fr');
    expect(openRows(without)).toEqual([]);
    expect(all(without, '.checklist')).toEqual([]);
  });

  it('changes no state, no shape, no word and no order of the axes', () => {
    const axes = (container: HTMLElement) => all(container, '.axis-button').map((row) => row.innerHTML);
    expect(axes(draw('fr', { checklist }))).toEqual(axes(draw('fr')));
  });
});
