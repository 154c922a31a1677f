import type { Receipt } from '../assessment/assessment.ts';

export interface NumberedReceipt {
  /** From 1, in the order in which the sheet first rests on it. */
  number: number;
  receipt: Receipt;
}

/** Numbers the receipts of one sheet: the same document, checked the same day, keeps its number wherever it is cited. */
export class ReceiptLedger {
  readonly #numbers = new Map<string, { number: number; cited: Receipt[] }>();

  /** In: receipts. Out: their numbers, each once, ascending; those not met before get the next ones. */
  number(receipts: readonly Receipt[]): number[] {
    const numbers = receipts.map((receipt) => {
      const key = `${receipt.url} ${receipt.checkedOn}`;
      const known = this.#numbers.get(key) ?? { number: this.#numbers.size + 1, cited: [] };
      known.cited.push(receipt);
      this.#numbers.set(key, known);
      return known.number;
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  /**
   * Out: every receipt so far, by number. Who says so belongs to each fact, and stands there; it stands with the document
   * too where every fact that rests on it says the same.
   */
  entries(): NumberedReceipt[] {
    return [...this.#numbers.values()].flatMap(({ number, cited: [first, ...others] }) => {
      if (first === undefined) return [];
      const { provenance, ...document } = first;
      const agreed = provenance !== undefined && others.every((other) => other.provenance === provenance);
      return [{ number, receipt: { ...document, ...(agreed && { provenance }) } }];
    });
  }
}
