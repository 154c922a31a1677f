import type { Assessment } from '../assessment/assessment.ts';
import { receiptsOf } from '../assessment/receipts.ts';
import { endOf, startOf } from '../registry/period.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { phrase, text, type Phrase } from '../wording/phrase.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';

export interface TimelineEntry {
  kind: 'event' | 'qualification';
  /** As the source writes it: a year, a month or a day. Absent on a qualification of which the beginning is not known. */
  from?: string;
  /** The last day of a qualification, where it has one. */
  until?: string;
  what: Phrase;
  receipts: number[];
}

/**
 * What happened to a provider and what it was qualified for, oldest first; a qualification without a beginning counts from its end.
 * In: a provider, its events as assessed on the day, the day, the registry, the sheet's ledger. Out: the entries.
 */
export function timelineOf(
  provider: Provider,
  events: Assessment['events'],
  registry: Registry,
  ledger: ReceiptLedger,
): TimelineEntry[] {
  const happened = events.map((event): TimelineEntry => ({
    kind: 'event',
    from: event.on,
    what: phrase('plain', { kind: 'localized', text: event.text }),
    receipts: ledger.number(event.receipts),
  }));
  const qualified = provider.offerings.flatMap((offering) =>
    offering.qualifications.flatMap((fact): TimelineEntry[] => {
      if (fact.state !== 'known' && fact.state !== 'contested') return [];
      const { scheme, state, from, until } = fact.value;
      if (state !== 'qualified' || (from === undefined && until === undefined)) return [];
      return [
        {
          kind: 'qualification',
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
          what: phrase('note_about', text(registry.schemes[scheme]?.name ?? scheme), text(offering.name)),
          receipts: ledger.number(receiptsOf(fact.sources, registry.sources, fact.provenance)),
        },
      ];
    }),
  );
  return [...happened, ...qualified].sort((a, b) => startOfEntry(a).localeCompare(startOfEntry(b)));
}

/** In: an entry. Out: the first day that it can begin on, or its end where the beginning is not known. */
export function startOfEntry({ from, until }: TimelineEntry): string {
  return from === undefined ? (until ?? '') : startOf(from);
}

/** A stretch of whole years on which days have a place. */
export interface TimeScale {
  firstYear: number;
  /** The first year that is not on it. */
  endYear: number;
  /** The years that are written, evenly spread. */
  ticks: number[];
}

const MOST_TICKS = 8;

/**
 * The years that a timeline spans.
 * In: its entries and the day on which it is drawn. Out: the scale, from the first entry's year to the later of the day's and the last end's.
 */
export function timeScale(entries: readonly TimelineEntry[], day: string): TimeScale {
  const days = [day, ...entries.flatMap((entry) => [startOfEntry(entry), endOf(entry.until ?? entry.from ?? day)])];
  const years = days.map((one) => Number(one.slice(0, 4)));
  const firstYear = Math.min(...years);
  const endYear = Math.max(...years) + 1;
  const step = Math.ceil((endYear - firstYear) / MOST_TICKS);
  const ticks = Array.from({ length: Math.ceil((endYear - firstYear) / step) }, (_, place) => firstYear + place * step);
  return { firstYear, endYear, ticks };
}

/** In: an ISO day on the scale, and the scale. Out: its place, from 0 (the scale's first day) to 1. */
export function placeOnScale(day: string, { firstYear, endYear }: TimeScale): number {
  const time = (isoDay: string) => Date.parse(`${isoDay}T00:00:00Z`);
  const first = time(`${firstYear}-01-01`);
  return (time(day) - first) / (time(`${endYear}-01-01`) - first);
}

/**
 * Puts marks on as few rows as keep them apart.
 * In: places from 0 to 1 in ascending order, and the least distance between two on a row. Out: each one's row, from 0.
 */
export function rowsApart(places: readonly number[], distance: number): number[] {
  const lastOnRow: number[] = [];
  return places.map((place) => {
    const free = lastOnRow.findIndex((last) => place - last >= distance);
    const row = free === -1 ? lastOnRow.length : free;
    lastOnRow[row] = place;
    return row;
  });
}
