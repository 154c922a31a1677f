import { describe, expect, it } from 'vitest';

import { Checklist } from '../../components/Checklist.tsx';
import type { Checklist as ChecklistContent } from '../../domain/requirements/checklist.ts';
import { countries, phrase, text } from '../../domain/wording/phrase.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render, type Language } from './render.tsx';
import { LAW_RECEIPT, REGISTER_RECEIPT } from './sample-assessment.ts';

const CONTENT: ChecklistContent = {
  set: 'archives',
  name: { fr: 'Archives définitives', en: 'Definitive archives' },
  applicability: phrase('check_notBound', {
    kind: 'localized',
    text: { fr: 'une collectivité', en: 'a local authority' },
  }),
  scope: { fr: 'Archives issues de la sélection.', en: 'Archives that result from selection.' },
  receipts: [LAW_RECEIPT],
  axes: ['location'],
  rows: [
    {
      id: 'stockage',
      text: { fr: 'Données conservées en France', en: 'Data kept in France' },
      answer: 'met',
      facts: [phrase('note_about', text('Nimbe Machines'), countries(['FR']))],
      receipts: [REGISTER_RECEIPT],
    },
    {
      id: 'acces',
      text: { fr: 'Administration depuis l’Union', en: 'Administration from the Union' },
      answer: 'not-met',
      facts: [phrase('note_about', text('Nimbe Machines'), countries(['US']))],
      receipts: [REGISTER_RECEIPT],
    },
    {
      id: 'depot',
      text: { fr: 'Dépôt d’archives', en: 'Archive repository' },
      answer: 'unknown',
      facts: [phrase('check_notOnRecord')],
      receipts: [],
    },
  ],
};

const draw = (language: Language) => render(language, <Checklist checklist={CONTENT} />).container;

describe('a checklist', () => {
  it.each<[Language, string[]]>([
    [
      'fr',
      [
        'Données conservées en France Rempli Nimbe Machines : France Sources – Données conservées en France',
        'Administration depuis l’Union Non rempli Nimbe Machines : États-Unis Sources – Administration depuis l’Union',
        'Dépôt d’archives Non établi Le registre ne le dit pas.',
      ],
    ],
    [
      'en',
      [
        'Data kept in France Met Nimbe Machines: France Sources – Data kept in France',
        'Administration from the Union Not met Nimbe Machines: United States Sources – Administration from the Union',
        'Archive repository Not established The registry does not say.',
      ],
    ],
  ])('says of each point what is asked, what is answered and on what fact (%s)', (language, rows) => {
    expect(all(draw(language), '.checklist-row').map(textOf)).toEqual(rows);
  });

  it.each<[Language, string]>([
    ['fr', 'Pour une collectivité : texte non obligatoire ; bonne pratique.'],
    ['en', 'For a local authority: not bound by this text; good practice.'],
  ])('says whether the text binds the buyer (%s)', (language, line) => {
    expect(textOf(one(draw(language), '.checklist-line'))).toBe(line);
  });

  it('gives each answer a shape of its own, in one ink', () => {
    const shapes = all(draw('fr'), '.checklist-shape').map((shape) => shape.innerHTML);
    expect(new Set(shapes).size).toBe(3);
    expect(shapes.join('').match(/(?:stroke|fill)="(?!none|currentColor)/g)).toBeNull();
  });

  it('has a list of sources for each row that rests on one, and one for the text', () => {
    const container = draw('fr');
    unfold(container);
    expect(all<HTMLAnchorElement>(container, 'li .receipt a, .checklist-text a').length).toBeGreaterThan(0);
    expect(all(container, '.checklist-receipts')).toHaveLength(2);
    expect(textOf(one(container, '.checklist-text'))).toContain('18 U.S.C. § 2713');
  });

  it.each(LANGUAGES)('is accessible, closed and open, and judges nothing (%s)', async (language) => {
    const container = render(language, <Checklist checklist={CONTENT} level={2} />).container;
    expect(await violationsIn(container)).toEqual([]);
    unfold(container);
    expect(await violationsIn(container)).toEqual([]);
    one(container, '.checklist-line').remove();
    expect(verdictsIn(container)).toEqual([]);
  });
});
