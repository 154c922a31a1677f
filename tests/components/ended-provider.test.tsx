import { describe, expect, it } from 'vitest';

import { textOf } from './reading.ts';
import { all, one, press, type Language } from './render.tsx';
import { AUBE, NIMBE, nimbeOnceIt, REGISTER_RECEIPT } from './sample-assessment.ts';
import { draw, namesOfAxes } from './provider-card.tsx';

describe('the card of a provider that is no more', () => {
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
    expect(namesOfAxes(draw('fr', { assessment: nimbeOnceIt(state) }))).toEqual(['Données', 'Droit', 'Qualification']);
  });
});
