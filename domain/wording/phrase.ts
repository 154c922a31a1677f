import * as v from 'valibot';

import { LocalizedTextSchema } from '../registry/text.ts';
import type { MessageKey } from './message-key.ts';

/** What may stand in a phrase's blanks. Each kind is written out in the reader's language only when shown. */
export const ValueSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({ kind: v.literal('localized'), text: LocalizedTextSchema }),
  v.strictObject({ kind: v.literal('countries'), codes: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('date'), date: v.string() }),
  v.strictObject({ kind: v.literal('list'), items: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('number'), number: v.number() }),
]);
export type Value = v.InferOutput<typeof ValueSchema>;

const MessageKeySchema = v.custom<MessageKey>((key) => typeof key === 'string');

/** A sentence that is not yet in any language: a message key and what fills its blanks. */
export const PhraseSchema = v.strictObject({ key: MessageKeySchema, values: v.array(ValueSchema) });
export type Phrase = v.InferOutput<typeof PhraseSchema>;

/** In: a message key and its values, in the order of `$1`, `$2`… Out: the phrase. */
export function phrase(key: MessageKey, ...values: Value[]): Phrase {
  return { key, values };
}

/** In: words that are the same in every language. Out: what fills a blank. */
export const text = (value: string): Value => ({ kind: 'text', text: value });
/** In: country codes (ISO 3166-1, two letters). Out: what fills a blank with their names. */
export const countries = (codes: readonly string[]): Value => ({ kind: 'countries', codes: [...codes] });
/** In: a day, month or year (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`). Out: what fills a blank with it. */
export const date = (day: string): Value => ({ kind: 'date', date: day });
/** In: words that are the same in every language. Out: what fills a blank with all of them. */
export const list = (items: readonly string[]): Value => ({ kind: 'list', items: [...items] });
/** In: a number. Out: what fills a blank with it, as the language groups digits. */
export const number = (value: number): Value => ({ kind: 'number', number: value });
