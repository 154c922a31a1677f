import { describe, expect, it } from 'vitest';

import { StatusLine } from '../../components/StatusLine.tsx';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import { STATUS_STATES } from '../../domain/registry/provider.ts';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, render, type Language } from './render.tsx';
import { statusOf } from './sample-assessment.ts';

type Status = NonNullable<Assessment['status']>;

const draw = (language: Language, status: Status) => render(language, <StatusLine status={status} />).container;

const DATED = { on: '2020-06-30' };
const SUCCEEDED = { on: '2020-06-30', successor: 'Aube' };

describe('the line that says what became of a provider', () => {
  it.each<[Status['state'], Pick<Status, 'on' | 'successor'>, string, string]>([
    ['closed', {}, 'Fermé', 'Closed'],
    ['closed', DATED, 'Fermé le 30/06/2020', 'Closed on 30/06/2020'],
    ['closed', SUCCEEDED, 'Fermé le 30/06/2020 · successeur : Aube', 'Closed on 30/06/2020 · successor: Aube'],
    ['merged', {}, 'Absorbé', 'Absorbed'],
    ['merged', { on: '2016' }, 'Absorbé en 2016', 'Absorbed in 2016'],
    [
      'merged',
      { on: '2016', successor: 'Aube' },
      'Absorbé en 2016 · successeur : Aube',
      'Absorbed in 2016 · successor: Aube',
    ],
    ['renamed', {}, 'Renommé', 'Renamed'],
    ['renamed', { on: '2020' }, 'Renommé en 2020', 'Renamed in 2020'],
    ['renamed', { on: '2020', successor: 'Aube' }, 'Renommé en 2020 · maintenant Aube', 'Renamed in 2020 · now Aube'],
    ['announced', {}, 'Annoncé, pas encore en vente', 'Announced, not on sale yet'],
  ])('is exact: %s, %o', (state, known, french, english) => {
    expect(textOf(draw('fr', statusOf(state, known)))).toBe(french);
    expect(textOf(draw('en', statusOf(state, known)))).toBe(english);
  });

  it.each(LANGUAGES)('is absent for a provider that is what it was (%s)', (language) => {
    expect(draw(language, statusOf('active', { on: '2015-01-01' })).childElementCount).toBe(0);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(STATUS_STATES)('is accessible, gives no verdict and names no colour: %s', async (state) => {
      for (const known of [{}, DATED, SUCCEEDED]) {
        const container = draw(language, statusOf(state, known));
        expect(await violationsIn(container)).toEqual([]);
        expect(verdictsIn(container)).toEqual([]);
      }
    });
  });
});
