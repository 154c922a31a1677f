import { receiptsOfFact } from '../assessment/receipts.ts';
import { notesOf } from '../assessment/notes.ts';
import { isSilent } from '../assessment/silence.ts';
import type { Fact, Provenance } from '../registry/fact.ts';
import type { Sources } from '../registry/source.ts';
import { date, phrase, type Phrase } from '../wording/phrase.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';

/** One fact as the sheet writes it: what is known, or the silence, with what has to be read with it and its sources. */
export interface FactLine {
  state: Fact<unknown>['state'];
  /** Who says so; absent on a silence. */
  provenance?: Provenance;
  phrases: Phrase[];
  notes: Phrase[];
  /** Numbers of the sheet's receipts. */
  receipts: number[];
}

/**
 * Writes a fact as a line of the sheet.
 * In: a fact, how to say its value, the registry's sources, the sheet's ledger. Out: the line.
 */
export function factLine<Value>(
  fact: Fact<Value>,
  say: (value: Value) => Phrase[],
  sources: Sources,
  ledger: ReceiptLedger,
): FactLine {
  return {
    state: fact.state,
    ...(!isSilent(fact) && { provenance: fact.provenance }),
    phrases: isSilent(fact) ? saySilence(fact) : say(fact.value),
    notes: isSilent(fact) ? [] : notesOf(fact),
    receipts: ledger.number(receiptsOfFact(fact, sources)),
  };
}

function saySilence(fact: Extract<Fact<unknown>, { state: 'unknown' | 'not-reviewed' | 'not-applicable' }>): Phrase[] {
  switch (fact.state) {
    case 'unknown':
      return [phrase('silence_unknown'), phrase('silence_unknown_detail', date(fact.searchedOn))];
    case 'not-reviewed':
      return [phrase('silence_notReviewed')];
    case 'not-applicable':
      return [phrase('silence_notApplicable'), phrase('plain', { kind: 'localized', text: fact.reason })];
  }
}
