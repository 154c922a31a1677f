import * as v from 'valibot';

import { DaySchema } from './partial-date.ts';
import { CitationSchema, type Citation } from './source.ts';
import { LocalizedTextSchema, type LocalizedText } from './text.ts';

/** Who says so, strongest first. */
export const PROVENANCES = ['official-register', 'law-or-court', 'provider-statement', 'press', 'research'] as const;
export const ProvenanceSchema = v.picklist(PROVENANCES);
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

const CitationsSchema = v.pipe(
  v.array(CitationSchema),
  v.minLength(1, 'has no source: a fact that rests on no public address is not known'),
);

export interface Reply {
  text: LocalizedText;
  sources: Citation[];
}

/** A statement about a provider, or one of the silences: never a bare value. */
export type Fact<Value> =
  | { state: 'known'; value: Value; provenance: Provenance; sources: Citation[]; note?: LocalizedText }
  | {
      state: 'contested';
      value: Value;
      provenance: Provenance;
      sources: Citation[];
      note?: LocalizedText;
      reply: Reply;
    }
  | { state: 'unknown'; searchedOn: string; sources?: Citation[]; note?: LocalizedText }
  | { state: 'not-reviewed' }
  | { state: 'not-applicable'; reason: LocalizedText };

/**
 * Makes the schema of a fact about one kind of value.
 * In: the value's schema. Out: a schema discriminated on `state`.
 */
export function factSchema<const Value extends v.GenericSchema>(value: Value) {
  return v.variant('state', [
    v.strictObject({
      state: v.literal('known'),
      value,
      provenance: ProvenanceSchema,
      sources: CitationsSchema,
      note: v.exactOptional(LocalizedTextSchema),
    }),
    v.strictObject({
      state: v.literal('contested'),
      value,
      provenance: ProvenanceSchema,
      sources: CitationsSchema,
      note: v.exactOptional(LocalizedTextSchema),
      reply: v.strictObject({ text: LocalizedTextSchema, sources: CitationsSchema }),
    }),
    v.strictObject({
      state: v.literal('unknown'),
      searchedOn: DaySchema,
      sources: v.exactOptional(CitationsSchema),
      note: v.exactOptional(LocalizedTextSchema),
    }),
    v.strictObject({ state: v.literal('not-reviewed') }),
    v.strictObject({ state: v.literal('not-applicable'), reason: LocalizedTextSchema }),
  ]);
}
