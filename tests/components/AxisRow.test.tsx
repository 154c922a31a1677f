import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { AxisRow } from '../../components/AxisRow.tsx';
import { STANDINGS, type AxisAssessment } from '../../domain/assessment/assessment.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import {
  BY_OFFERING,
  CONTESTED,
  LAW,
  LOCATION,
  NOT_APPLICABLE,
  PARTLY_LOCATED,
  QUALIFICATION,
  SILENCES,
  silenceOn,
  UNKNOWN,
} from './sample-assessment.ts';

const draw = (language: Language, assessment: AxisAssessment, ending?: string) =>
  render(language, <AxisRow assessment={assessment} ending={ending} />).container;

const ENDINGS: Record<Language, string> = { fr: 'jusqu’en 2020', en: 'until 2020' };
const EVERY_AXIS = [...new Set([LOCATION, PARTLY_LOCATED, LAW, BY_OFFERING, ...SILENCES])];

describe('the row of an axis', () => {
  it.each<[Language, string, AxisAssessment, string]>([
    ['fr', 'location', LOCATION, 'Données Au choix du client : Allemagne et France'],
    ['en', 'location', LOCATION, 'Data Customer chooses among: France and Germany'],
    [
      'fr',
      'a location in part',
      PARTLY_LOCATED,
      'Données Au choix du client : Allemagne et France Liste partielle : d’autres pays sont possibles. Connu pour 2 des 3 offres.',
    ],
    [
      'en',
      'a location in part',
      PARTLY_LOCATED,
      'Data Customer chooses among: France and Germany Partial list: other countries are possible. Known for 2 of the 3 offerings.',
    ],
    [
      'fr',
      'law',
      LAW,
      'Droit États-Unis, lien indirect Société mère ultime : Nimbe Group, Inc. (États-Unis) CLOUD Act et FISA 702, par la société mère',
    ],
    [
      'en',
      'law',
      LAW,
      'Law United States, indirect link Ultimate parent: Nimbe Group, Inc. (United States) CLOUD Act and FISA 702, through the parent company',
    ],
    [
      'fr',
      'qualification',
      QUALIFICATION,
      'Qualification SecNumCloud en vigueur jusqu’au 01/12/2026 ' +
        'Par ailleurs : HDS et ISO 27001, qui ne portent pas sur le droit étranger.',
    ],
    [
      'en',
      'qualification',
      QUALIFICATION,
      'Qualification SecNumCloud in force until 01/12/2026 Also: HDS and ISO 27001, which do not test foreign law.',
    ],
  ])('says its name, its fact and the details of it (%s, %s)', (language, _, assessment, words) => {
    expect(textOf(one(draw(language, assessment), 'button'))).toBe(words);
  });

  it.each<[AxisAssessment['standing'], AxisAssessment, string, string]>([
    [
      'contested',
      CONTESTED,
      'Droit États-Unis, portée contestée Société mère ultime : Nimbe Group, Inc. (États-Unis)',
      'Law United States, reach contested Ultimate parent: Nimbe Group, Inc. (United States)',
    ],
    [
      'unknown',
      UNKNOWN,
      'Données Inconnu Recherché le 01/10/2026, rien trouvé.',
      'Data Unknown Searched on 01/10/2026, nothing found.',
    ],
    ['not-reviewed', silenceOn('law'), 'Droit Non examiné', 'Law Not reviewed'],
    [
      'not-applicable',
      NOT_APPLICABLE,
      'Qualification Sans objet Logiciel, sans hébergement.',
      'Qualification Not applicable Software, no hosting.',
    ],
    [
      'not-applicable',
      BY_OFFERING,
      'Données Dépend de l’offre Voir : Nimbe Mail et Nimbe Santé',
      'Data Depends on the offering See: Nimbe Mail and Nimbe Santé',
    ],
  ])('gives each silence its own glyph and words: %s', (standing, assessment, french, english) => {
    for (const [language, words] of [
      ['fr', french],
      ['en', english],
    ] as const) {
      const button = one(draw(language, assessment), 'button');
      expect(one(button, '[data-standing]').dataset['standing']).toBe(standing);
      expect(textOf(button)).toBe(words);
    }
  });

  it.each(LANGUAGES)('never says two silences with the same words (%s)', (language) => {
    const words = SILENCES.map((silence) => textOf(one(draw(language, silence), '.axis-statement')));
    expect(new Set(words).size).toBe(SILENCES.length);
  });

  it('says a detail or a note once, however often it is given', () => {
    const twice = { ...LAW, details: [...LAW.details, ...LAW.details], notes: [...LAW.notes, ...LAW.notes] };
    const container = draw('fr', twice);
    expect(all(container, '.axis-detail')).toHaveLength(LAW.details.length);
    expect(all(container, '.receipt-note')).toHaveLength(LAW.notes.length);
  });

  it.each(STANDINGS)('has the glyph of its standing beside the words: %s', (standing) => {
    const button = one(draw('fr', { ...LAW, standing }), 'button');
    expect(one(button, '[data-standing]').dataset['standing']).toBe(standing);
    expect(textOf(button)).toContain('États-Unis, lien indirect');
  });

  it.each<[Language, string, string]>([
    ['fr', 'jusqu’en 2020', 'Droit (jusqu’en 2020)'],
    ['fr', 'avant l’arrêt', 'Droit (avant l’arrêt)'],
    ['en', 'until 2020', 'Law (until 2020)'],
    ['en', 'before it ended', 'Law (before it ended)'],
  ])('bears the words on how the service ended, in brackets (%s, %s)', (language, ending, name) => {
    expect(textOf(one(draw(language, LAW, ending), '.axis-name'))).toBe(name);
  });

  it.each<[Language, string]>([
    ['fr', 'Droit'],
    ['en', 'Law'],
  ])('bears no brackets where the service goes on (%s)', (language, name) => {
    expect(textOf(one(draw(language, LAW), '.axis-name'))).toBe(name);
  });

  it('keeps its receipts hidden until it is pressed, and hides them at the next press', () => {
    const container = draw('fr', LOCATION);
    const button = one(container, 'button');
    const receipts = one(container, 'ul');
    expect(button.getAttribute('aria-controls')).toBe(receipts.id);
    expect(receipts.id).not.toBe('');

    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(receipts.hidden).toBe(true);
    expect(textOf(container)).not.toContain('ANSSI');

    press(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(receipts.hidden).toBe(false);
    expect(textOf(container)).toContain('ANSSI');

    press(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(receipts.hidden).toBe(true);
    expect(textOf(container)).not.toContain('ANSSI');
  });

  it('is not undone by its own style sheet: hidden receipts are not displayed', () => {
    const style = document.createElement('style');
    style.textContent = readFileSync(join(import.meta.dirname, '../../components/AxisRow.css'), 'utf8');
    document.head.append(style);
    onTestFinished(() => {
      style.remove();
    });
    const container = draw('fr', LOCATION);
    expect(getComputedStyle(one(container, 'ul')).display).toBe('none');
    press(one(container, 'button'));
    expect(getComputedStyle(one(container, 'ul')).display).toBe('grid');
  });

  it('gives every receipt of the axis, in the order given', () => {
    const container = draw('fr', LOCATION);
    expect(all<HTMLAnchorElement>(container, 'li > span:first-of-type > a').map((link) => link.href)).toEqual(
      LOCATION.receipts.map((receipt) => receipt.url),
    );
  });

  it.each<[Language, string]>([
    ['fr', 'Aucune source à citer pour ce point.'],
    ['en', 'No source to cite on this point.'],
  ])('says so where there is no source (%s)', (language, line) => {
    const container = draw(language, silenceOn('law'));
    press(one(container, 'button'));
    expect(all(container, 'li').map(textOf)).toEqual([line]);
  });

  it.each<[Language, string[]]>([
    ['fr', ['CLOUD Act : 18 U.S.C. § 2713', 'FISA 702 : 50 U.S.C. § 1881a']],
    ['en', ['CLOUD Act: 18 U.S.C. § 2713', 'FISA 702: 50 U.S.C. § 1881a']],
  ])('keeps its notes with the receipts, before them (%s)', (language, notes) => {
    const container = draw(language, LAW);
    for (const note of notes) expect(textOf(container)).not.toContain(note);
    press(one(container, 'button'));
    const entries = all(container, 'li').map(textOf);
    expect(entries).toHaveLength(notes.length + LAW.receipts.length);
    expect(entries.slice(0, notes.length)).toEqual(notes);
  });

  it.each<[Language, string]>([
    ['fr', 'Réponse du fournisseur : Nimbe opère seul.'],
    ['en', 'The provider’s reply: Nimbe operates alone.'],
  ])('gives the provider’s reply to what it contests (%s)', (language, reply) => {
    const container = draw(language, CONTESTED);
    press(one(container, 'button'));
    expect(all(container, 'li').map(textOf)[0]).toBe(reply);
  });

  it('does not speak of silence where there is a source', () => {
    const container = draw('fr', LOCATION);
    press(one(container, 'button'));
    expect(textOf(container)).not.toContain('silence');
  });

  it('can be pressed without sending a form', () => {
    expect(one(draw('fr', LOCATION), 'button').getAttribute('type')).toBe('button');
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(EVERY_AXIS)('is accessible, closed and open: $axis, $standing', async (axis) => {
      const container = draw(language, axis, ENDINGS[language]);
      expect(await violationsIn(container)).toEqual([]);
      press(one(container, 'button'));
      expect(await violationsIn(container)).toEqual([]);
    });

    it.each(EVERY_AXIS)('gives no verdict and names no colour: $axis, $standing', (axis) => {
      const container = draw(language, axis, ENDINGS[language]);
      unfold(container);
      expect(verdictsIn(container)).toEqual([]);
    });
  });
});
