import { describe, expect, it } from 'vitest';

import { Legend } from '../../components/Legend.tsx';
import { STANDINGS } from '../../domain/assessment/assessment.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render, type Language } from './render.tsx';

const draw = (language: Language) => render(language, <Legend />).container;

describe('the legend', () => {
  it.each<[Language, string]>([
    ['fr', 'Légende'],
    ['en', 'Legend'],
  ])('is folded away under its title (%s)', (language, title) => {
    const container = draw(language);
    expect(one(container, 'details').hasAttribute('open')).toBe(false);
    expect(textOf(container)).toBe(title);
  });

  it.each<[Language, Record<(typeof STANDINGS)[number], string>]>([
    [
      'fr',
      {
        full: 'entièrement dans l’UE ou l’EEE, rien trouvé, ou en vigueur',
        half: 'en partie ou indirect',
        empty: 'en dehors, direct, ou aucune trouvée',
        contested: 'contesté, par le fournisseur ou dans le débat public',
        due: 'une date à vérifier',
        unknown: 'inconnu : recherché, rien trouvé',
        'not-reviewed': 'non examiné',
        'not-applicable': 'sans objet, ou selon l’offre',
      },
    ],
    [
      'en',
      {
        full: 'entirely in the EU or EEA, none found, or in force',
        half: 'partly or indirect',
        empty: 'outside, direct, or none found',
        contested: 'contested, by the provider or in public debate',
        due: 'a date to check',
        unknown: 'unknown: searched, nothing found',
        'not-reviewed': 'not reviewed',
        'not-applicable': 'not applicable, or by offering',
      },
    ],
  ])('puts words beside the glyph of every standing (%s)', (language, words) => {
    const entries = all(draw(language), 'li').map((entry) => [
      one(entry, '[data-standing]').dataset['standing'],
      textOf(entry),
    ]);
    expect(entries).toEqual(STANDINGS.map((standing) => [standing, words[standing]]));
  });

  it.each(LANGUAGES)('never gives two standings the same words (%s)', (language) => {
    const words = all(draw(language), 'li').map(textOf);
    expect(new Set(words).size).toBe(STANDINGS.length);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it('is accessible, folded and unfolded', async () => {
      const container = draw(language);
      expect(await violationsIn(container)).toEqual([]);
      unfold(container);
      expect(await violationsIn(container)).toEqual([]);
    });

    it('gives no verdict and names no colour', () => {
      expect(verdictsIn(draw(language))).toEqual([]);
    });
  });
});
