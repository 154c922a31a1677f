import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

import type { CardContent } from '../../components/ProviderCard.tsx';
import { AssessmentSchema, type Assessment } from '../../domain/assessment/assessment.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, type Language } from './render.tsx';
import { AUBE, BRUME, NIMBE, nimbeOnceIt } from './sample-assessment.ts';
import { draw, linesOf, namesOfAxes } from './provider-card.tsx';

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
      ['is the name in other capitals', { ...NIMBE, legalEntity: 'NIMBE' }],
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
