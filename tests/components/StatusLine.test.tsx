import { describe, expect, it } from 'vitest';

import { StatusLine } from '../../components/StatusLine.tsx';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import { STATUS_STATES } from '../../domain/registry/provider-history.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { LAW_RECEIPT, REGISTER_RECEIPT, statusOf } from './sample-assessment.ts';

type Status = NonNullable<Assessment['status']>;

const draw = (language: Language, status: Status) => render(language, <StatusLine status={status} />).container;

const DATED = { on: '2020-06-30' };
const SUCCEEDED = { on: '2020-06-30', successor: 'Aube' };
const UNDATED = { successor: 'Aube' };

describe('the line that says what became of a provider', () => {
  it.each<[Status['state'], Pick<Status, 'on' | 'successor'>, string, string]>([
    ['closed', {}, 'Fermé', 'Closed'],
    ['closed', DATED, 'Fermé le 30/06/2020', 'Closed on 30/06/2020'],
    ['closed', SUCCEEDED, 'Fermé le 30/06/2020 · suite : Aube', 'Closed on 30/06/2020 · now: Aube'],
    ['closed', UNDATED, 'Fermé · suite : Aube', 'Closed · now: Aube'],
    ['merged', {}, 'Absorbé', 'Absorbed'],
    ['merged', { on: '2016' }, 'Absorbé en 2016', 'Absorbed in 2016'],
    ['merged', { on: '2016', successor: 'Aube' }, 'Absorbé en 2016 · suite : Aube', 'Absorbed in 2016 · now: Aube'],
    ['merged', UNDATED, 'Absorbé · suite : Aube', 'Absorbed · now: Aube'],
    ['renamed', {}, 'Renommé', 'Renamed'],
    ['renamed', { on: '2020' }, 'Renommé en 2020', 'Renamed in 2020'],
    ['renamed', { on: '2020', successor: 'Aube' }, 'Renommé en 2020 · suite : Aube', 'Renamed in 2020 · now: Aube'],
    ['renamed', UNDATED, 'Renommé · suite : Aube', 'Renamed · now: Aube'],
    ['announced', {}, 'Annoncé, pas encore en vente', 'Announced, not on sale yet'],
  ])('is exact: %s, %o', (state, known, french, english) => {
    for (const [language, line] of [
      ['fr', french],
      ['en', english],
    ] as const) {
      const container = draw(language, statusOf(state, known));
      // Folded, the line is all there is to read.
      expect(textOf(container)).toBe(line);
      expect(textOf(one(container, 'details.card-status > summary'))).toBe(line);
    }
  });

  it.each<[Language, string]>([
    ['fr', 'source du 15/09/2026'],
    ['en', 'source of 15/09/2026'],
  ])('unfolds its sources at a press, and folds them at the next (%s)', (language, mark) => {
    const container = draw(language, statusOf('closed', DATED));
    const details = one(container, 'details');
    const summary = one(container, 'summary');
    expect(details.hasAttribute('open')).toBe(false);
    expect(textOf(container)).not.toContain('ANSSI');

    press(summary);
    expect(details.hasAttribute('open')).toBe(true);
    expect(textOf(container)).toContain('ANSSI');
    expect(textOf(container)).toContain(mark);

    press(summary);
    expect(details.hasAttribute('open')).toBe(false);
    expect(textOf(container)).not.toContain('ANSSI');
  });

  it('leads to every one of its sources, in the order given', () => {
    const container = draw('fr', { ...statusOf('closed', DATED), receipts: [LAW_RECEIPT, REGISTER_RECEIPT] });
    expect(all<HTMLAnchorElement>(container, 'li a').map((link) => link.href)).toEqual([
      LAW_RECEIPT.url,
      REGISTER_RECEIPT.url,
      REGISTER_RECEIPT.readThrough,
    ]);
  });

  it.each(LANGUAGES)('is absent for a provider that is what it was (%s)', (language) => {
    expect(draw(language, statusOf('active', { on: '2015-01-01' })).childElementCount).toBe(0);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(STATUS_STATES.filter((state) => state !== 'active'))(
      'is accessible, gives no verdict and names no colour: %s',
      async (state) => {
        for (const known of [{}, DATED, SUCCEEDED, UNDATED]) {
          const container = draw(language, statusOf(state, known));
          expect(await violationsIn(container)).toEqual([]);
          unfold(container);
          expect(await violationsIn(container)).toEqual([]);
          expect(verdictsIn(container)).toEqual([]);
        }
      },
    );
  });
});
