import type { Assessment, AxisAssessment } from '../../assessment/assessment.ts';
import type { Checklist, ChecklistRow } from '../../requirements/checklist.ts';
import type { MessageKey } from '../../wording/message-key.ts';
import { ANSWER_KEYS, AXIS_KEYS } from '../../wording/names.ts';
import type { Phrase } from '../../wording/phrase.ts';
import { statusWords } from '../../wording/status-words.ts';
import type { Wording } from '../../wording/wording.ts';
import { wholeLine } from '../plain-line.ts';
import type { References } from './references.ts';

/** Whether something is on record, or by which silence it is not: the same words for every axis and every provider. */
export const STANDING_KEYS: Record<AxisAssessment['standing'], MessageKey> = {
  full: 'export_state_onRecord',
  half: 'export_state_onRecord',
  empty: 'export_state_onRecord',
  contested: 'export_state_contested',
  due: 'export_state_due',
  unknown: 'silence_unknown',
  'not-reviewed': 'silence_notReviewed',
  'not-applicable': 'silence_notApplicable',
};

/** One thing that is said of an entry, in the reader's words, with the numbers of the documents it rests on. */
export interface Statement {
  /** What it is about: an axis, a requirement, the status, or a date. */
  about: string;
  /** On record, one of the silences, or what the facts answer to a requirement; empty for a status and an event. */
  state: string;
  text: string;
  /** What has to be read with it. */
  details: string[];
  references: number[];
}

/** In: an axis, the numbering, the wording. Out: what is said of it. */
export function axisStatement(axis: AxisAssessment, references: References, { t, say }: Wording): Statement {
  const [text = '', ...details] = sentences([axis.statement, ...axis.details, ...axis.notes], say);
  return {
    about: t(AXIS_KEYS[axis.axis]),
    state: t(STANDING_KEYS[axis.standing]),
    text,
    details,
    references: references.number(axis.receipts),
  };
}

/** In: a row of a checklist, the numbering, the wording. Out: what the facts say to what is asked. */
export function requirementStatement(
  row: ChecklistRow,
  references: References,
  { t, say, localized }: Wording,
): Statement {
  const [text = '', ...details] = sentences(row.facts, say);
  return {
    about: wholeLine(localized(row.text)),
    state: t(ANSWER_KEYS[row.answer]),
    text,
    details,
    references: references.number(row.receipts),
  };
}

/** In: an assessment, the numbering, the wording. Out: what became of the provider; null for one that is still what it was. */
export function statusStatement({ status }: Assessment, references: References, wording: Wording): Statement | null {
  if (status === undefined || status.state === 'active') return null;
  return {
    about: wording.t('export_about_status'),
    state: '',
    text: wholeLine(statusWords(status, wording)),
    details: [],
    references: references.number(status.receipts),
  };
}

/** In: an assessment, the numbering, the wording. Out: its dated events, in the order in which it has them. */
export function eventStatements({ events }: Assessment, references: References, wording: Wording): Statement[] {
  return events.map((event) => ({
    about: wording.date(event.on),
    state: '',
    text: wholeLine(wording.localized(event.text)),
    details: [],
    references: references.number(event.receipts),
  }));
}

/** In: a checklist, the wording. Out: its rows' texts, by which the same requirement is known in another entry. */
export function requirementTexts({ rows }: Checklist, { localized }: Wording): string[] {
  return rows.map(({ text }) => wholeLine(localized(text)));
}

/** In: a statement, the wording. Out: whether its state is to be read before its text: it is no plain record, nor said there. */
export function saysState({ state, text }: Statement, { t }: Wording): boolean {
  return state !== '' && state !== t('export_state_onRecord') && !text.startsWith(state);
}

/** Each sentence once, with its full stop. */
function sentences(phrases: readonly Phrase[], say: Wording['say']): string[] {
  const said = phrases.map((phrase) => wholeLine(say(phrase))).filter((text) => text !== '');
  return [...new Set(said.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)))];
}
