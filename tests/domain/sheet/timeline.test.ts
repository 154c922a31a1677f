import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import { ReceiptLedger } from '../../../domain/sheet/receipt-ledger.ts';
import { placeOnScale, rowsApart, timelineOf, timeScale, type TimelineEntry } from '../../../domain/sheet/timeline.ts';
import { phrase } from '../../../domain/wording/phrase.ts';
import { DAY, cite, known, offering, provider, qualified, registryOf } from '../assessment/sample-registry.ts';

const entry = (from?: string, until?: string): TimelineEntry => ({
  kind: until === undefined ? 'event' : 'qualification',
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  what: phrase('plain'),
  receipts: [],
});

const event = (on: string, fr: string) => ({
  on,
  kind: 'other' as const,
  text: { fr, en: fr },
  provenance: 'press' as const,
  sources: [cite('press')],
});

describe('the timeline', () => {
  const nimbe = provider({
    events: [event('2024-05', 'b'), event('2019', 'a'), event('2027-01-01', 'later')],
    offerings: [
      offering({
        qualifications: [
          qualified({ from: '2022-03-01', until: '2025-03-01' }),
          qualified({ until: '2023-01-01' }),
          qualified(),
          known({ scheme: 'hds', state: 'in-progress' as const, from: '2020' }),
        ],
      }),
    ],
  });
  const registry = registryOf(nimbe);
  const entries = timelineOf(nimbe, assess(nimbe, DAY, registry).events, registry, new ReceiptLedger());

  it('puts events and qualifications in the order in which they began, dates as the source wrote them', () => {
    expect(entries.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ['event', '2019', undefined],
      ['qualification', '2022-03-01', '2025-03-01'],
      ['qualification', undefined, '2023-01-01'],
      ['event', '2024-05', undefined],
    ]);
  });

  it('rests every entry on a receipt', () => {
    expect(entries.every(({ receipts }) => receipts.length > 0)).toBe(true);
  });
});

describe('the scale', () => {
  it.each([
    ['nothing but the day', [], [2026, 2027]],
    ['an event long ago', [entry('2013')], [2013, 2027]],
    ['a qualification that ends later', [entry('2024-01-01', '2028-11-30')], [2024, 2029]],
    ['a qualification that began nobody knows when', [entry(undefined, '2020-06-30')], [2020, 2027]],
  ])('spans whole years: %s', (_, entries, [first, end]) => {
    const scale = timeScale(entries, DAY);
    expect([scale.firstYear, scale.endYear]).toEqual([first, end]);
  });

  it('writes few years, evenly, the first among them', () => {
    expect(timeScale([entry('2001')], DAY).ticks).toEqual([2001, 2005, 2009, 2013, 2017, 2021, 2025]);
    expect(timeScale([entry('2024')], DAY).ticks).toEqual([2024, 2025, 2026]);
  });

  it('has a place for every day on it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    const day = days.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const scale = timeScale([entry(one), entry(undefined, other)], DAY);
        for (const place of [one, other, DAY].map((on) => placeOnScale(on, scale))) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(1);
        }
        if (one < other) expect(placeOnScale(one, scale)).toBeLessThan(placeOnScale(other, scale));
      }),
    );
  });
});

describe('marks on rows', () => {
  it('never touch, and take no more rows than they need', () => {
    expect(rowsApart([0, 0.05, 0.1, 0.3], 0.1)).toEqual([0, 1, 0, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (places) => {
        const sorted = places.toSorted((a, b) => a - b);
        const rows = rowsApart(sorted, 0.1);
        const byRow = Map.groupBy(sorted.keys(), (place) => rows[place]!);
        for (const onRow of byRow.values()) {
          for (const [place, at] of onRow.entries()) {
            if (place > 0) expect(sorted[at]! - sorted[onRow[place - 1]!]!).toBeGreaterThanOrEqual(0.1);
          }
        }
        expect(byRow.size).toBe(new Set(rows).size);
      }),
    );
  });
});
