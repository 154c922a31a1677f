import type { Receipt } from '../../assessment/assessment.ts';
import { ReceiptLedger } from '../../sheet/receipt-ledger.ts';
import { receiptMarks } from '../../wording/receipt-marks.ts';
import type { Wording } from '../../wording/wording.ts';
import { plainAddress } from '../citation.ts';
import { wholeLine } from '../plain-line.ts';

/** One document that statements rest on, as it is written under its number. */
export interface Reference {
  /** From 1, in the order in which the report first rests on it. */
  number: number;
  publisher: string;
  title: string;
  url: string;
  /** Where a transcription was read, if the document itself was not. */
  readThrough?: string;
  /** The date of the source, ISO, as far as it is known. */
  date?: string;
  /** The day it was checked, ISO. */
  checkedOn: string;
  /** Its dates, and who says so where every statement agrees, in words. */
  marks: string[];
  /** The passages that statements rest on. */
  quotes: string[];
}

/** In: numbers, ascending. Out: the same as runs, first and last: three or more that follow each other are one run. */
export function runsOf(numbers: readonly number[]): (readonly [first: number, last?: number])[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run): (readonly [first: number, last?: number])[] => {
    const [first = 0] = run;
    const last = run.at(-1) ?? first;
    return run.length > 2 ? [[first, last] as const] : run.map((number) => [number] as const);
  });
}

/** Numbers the documents of one report: the same, checked the same day, keeps its number wherever it is cited. */
export class References {
  readonly #ledger = new ReceiptLedger();
  readonly #quotes = new Map<number, Set<string>>();

  /** In: receipts. Out: their numbers, each once, ascending. */
  number(receipts: readonly Receipt[]): number[] {
    for (const receipt of receipts) {
      const [number = 0] = this.#ledger.number([receipt]);
      const quotes = this.#quotes.get(number) ?? new Set();
      if (receipt.quote !== undefined) quotes.add(wholeLine(receipt.quote));
      this.#quotes.set(number, quotes);
    }
    return this.#ledger.number(receipts);
  }

  /** In: the wording. Out: every document so far, by number. */
  entries(wording: Wording): Reference[] {
    return this.#ledger.entries().map(({ number, receipt }) => ({
      number,
      publisher: wholeLine(receipt.publisher),
      title: wholeLine(receipt.title),
      url: plainAddress(receipt.url),
      ...(receipt.readThrough !== undefined && { readThrough: plainAddress(receipt.readThrough) }),
      ...(receipt.date !== undefined && { date: receipt.date }),
      checkedOn: receipt.checkedOn,
      marks: receiptMarks(receipt, wording),
      quotes: [...(this.#quotes.get(number) ?? [])],
    }));
  }
}
