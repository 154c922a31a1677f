import * as v from 'valibot';

import { DaySchema, PartialDateSchema } from './partial-date.ts';
import { IdSchema, NameSchema } from './text.ts';

/** A public address: nothing else is ever a link. */
export const HttpsAddressSchema = v.pipe(
  v.string(),
  v.url('is not an address'),
  v.regex(/^https:\/\//, 'is not an https address'),
);

/** A document that a fact rests on. `date` is the document's own; absent where it bears none. */
export const SourceSchema = v.strictObject({
  publisher: NameSchema,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  url: HttpsAddressSchema,
  date: v.exactOptional(PartialDateSchema),
  /** Where the document was read when not at its own address: a public transcription or a copy. */
  readThrough: v.exactOptional(HttpsAddressSchema),
});

/** `data/sources.json`: every source by its id. */
export const SourcesSchema = v.record(IdSchema, SourceSchema);
export type Sources = v.InferOutput<typeof SourcesSchema>;

/** A fact's link to a source: which one, when somebody last looked, and at most a short quotation. */
export const CitationSchema = v.strictObject({
  source: IdSchema,
  checkedOn: DaySchema,
  quote: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
});
export type Citation = v.InferOutput<typeof CitationSchema>;
