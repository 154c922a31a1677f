import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { AxisRow } from '../../components/AxisRow.tsx';
import { STANDINGS, type AxisAssessment } from '../../domain/assessment/assessment.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { LAW, LOCATION, QUALIFICATION, silenceOn } from './sample-assessment.ts';

const draw = (language: Language, assessment: AxisAssessment, until?: string) =>
  render(language, <AxisRow assessment={assessment} until={until} />).container;

describe('the row of an axis', () => {
  it.each<[Language, AxisAssessment, string]>([
    [
      'fr',
      LOCATION,
      'Données Au choix du client : Allemagne et France Sauvegardes : France Connu pour 2 offre(s) sur 3',
    ],
    ['en', LOCATION, 'Data Customer chooses among: France and Germany Backups: France Known for 2 of 3 offering(s)'],
    ['fr', LAW, 'Droit États-Unis, lien indirect Société mère ultime : Nimbe Group, Inc. (États-Unis)'],
    ['en', LAW, 'Law United States, indirect link Ultimate parent: Nimbe Group, Inc. (United States)'],
    ['fr', QUALIFICATION, 'Qualification SecNumCloud : Nimbe Machines Nimbe Machines : jusqu’au 01/12/2026'],
    ['en', QUALIFICATION, 'Qualification SecNumCloud: Nimbe Machines Nimbe Machines: until 01/12/2026'],
    ['fr', silenceOn('law'), 'Droit Non examiné'],
    ['en', silenceOn('law'), 'Law Not reviewed'],
  ])('says its name, its fact and the details of it (%s, $axis)', (language, assessment, words) => {
    expect(textOf(one(draw(language, assessment), 'button'))).toBe(words);
  });

  it.each(STANDINGS)('has the glyph of its standing beside the words: %s', (standing) => {
    const button = one(draw('fr', { ...LAW, standing }), 'button');
    expect(one(button, '[data-standing]').dataset['standing']).toBe(standing);
    expect(textOf(button)).toContain('États-Unis, lien indirect');
  });

  it.each<[Language, string]>([
    ['fr', 'Droit (jusqu’en 2020)'],
    ['en', 'Law (until 2020)'],
  ])('bears the year in which the service ended (%s)', (language, name) => {
    expect(textOf(one(draw(language, LAW, '2020'), '.axis-name'))).toBe(name);
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
    ['fr', 'Aucune source : ce point est un silence.'],
    ['en', 'No source: this point is a silence.'],
  ])('says so where there is no source (%s)', (language, line) => {
    const container = draw(language, silenceOn('law'));
    press(one(container, 'button'));
    expect(all(container, 'li').map(textOf)).toEqual([line]);
  });

  it.each<[Language, string[]]>([
    ['fr', ['CLOUD Act : 18 U.S.C. § 2713', 'CLOUD Act, par la société mère']],
    ['en', ['CLOUD Act: 18 U.S.C. § 2713', 'CLOUD Act, through the parent company']],
  ])('keeps its notes with the receipts, before them (%s)', (language, notes) => {
    const container = draw(language, LAW);
    expect(textOf(container)).not.toContain('CLOUD Act');
    press(one(container, 'button'));
    const entries = all(container, 'li').map(textOf);
    expect(entries).toHaveLength(notes.length + LAW.receipts.length);
    expect(entries.slice(0, notes.length)).toEqual(notes);
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
    it.each([LOCATION, LAW, QUALIFICATION, silenceOn('law')])(
      'is accessible, closed and open: $axis, $standing',
      async (axis) => {
        const container = draw(language, axis, '2020');
        expect(await violationsIn(container)).toEqual([]);
        press(one(container, 'button'));
        expect(await violationsIn(container)).toEqual([]);
      },
    );

    it.each([LOCATION, LAW, QUALIFICATION, silenceOn('law')])(
      'gives no verdict and names no colour: $axis, $standing',
      (axis) => {
        const container = draw(language, axis, '2020');
        unfold(container);
        expect(verdictsIn(container)).toEqual([]);
      },
    );
  });
});
