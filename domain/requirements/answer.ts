import { uniqueReceipts } from '../assessment/receipts.ts';
import type { Offering } from '../registry/offering.ts';
import { number, phrase, type Phrase } from '../wording/phrase.ts';
import type { ChecklistRow } from './checklist.ts';

export type Answer = Pick<ChecklistRow, 'answer' | 'facts' | 'receipts'>;

/** The answer where nothing is on record. */
export const SILENT: Answer = { answer: 'unknown', facts: [phrase('check_notOnRecord')], receipts: [] };

/**
 * Sums up what is answered for each offering. Only what holds of every one is said of the provider: which offering a
 * bid is about is not on record.
 * In: offerings and the answer for one. Out: the answer for the provider; unknown, with a count, where they differ.
 */
export function answerForEach(offerings: readonly Offering[], answerFor: (offering: Offering) => Answer): Answer {
  const answers = offerings.map(answerFor);
  const [first] = answers;
  if (first === undefined) return SILENT;
  const met = answers.filter(({ answer }) => answer === 'met').length;
  const same = answers.every(({ answer }) => answer === first.answer);
  const silent = answers.filter(({ facts }) => facts === SILENT.facts).length;
  const counted: Phrase[] =
    same || met === 0 ? [] : [phrase('check_someOfferings', number(met), number(answers.length))];
  return {
    answer: same ? first.answer : 'unknown',
    facts: [
      ...counted,
      ...answers.flatMap(({ facts }) => (facts === SILENT.facts ? [] : facts)),
      ...(silent === 0
        ? []
        : silent === answers.length
          ? SILENT.facts
          : [phrase('check_silentOfferings', number(silent), number(answers.length))]),
    ],
    receipts: uniqueReceipts(answers.flatMap(({ receipts }) => receipts)),
  };
}
