import * as v from 'valibot';

import { EVENT_KINDS, STATUS_STATES } from '../registry/provider-history.ts';
import { ProvenanceSchema } from '../registry/fact.ts';
import { HttpsAddressSchema } from '../registry/source.ts';
import { LocalizedTextSchema } from '../registry/text.ts';
import { PhraseSchema } from '../wording/phrase.ts';

export const AXES = ['location', 'law', 'qualification'] as const;

/**
 * What an axis comes to, and so which glyph stands for it: how much (`full`, `half`, `empty`), or one of the five
 * silences, each of its own (`contested`, `unknown`, `not-reviewed`, `not-applicable`, and `due`: a date to check).
 */
export const STANDINGS = [
  'full',
  'half',
  'empty',
  'contested',
  'due',
  'unknown',
  'not-reviewed',
  'not-applicable',
] as const;

/** A source, ready to be shown under the fact that rests on it. */
export const ReceiptSchema = v.strictObject({
  publisher: v.string(),
  title: v.string(),
  url: HttpsAddressSchema,
  readThrough: v.exactOptional(HttpsAddressSchema),
  date: v.exactOptional(v.string()),
  checkedOn: v.string(),
  quote: v.exactOptional(v.string()),
  /** Absent on the text of a law or a scheme, which speaks for itself. */
  provenance: v.exactOptional(ProvenanceSchema),
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

export const AxisAssessmentSchema = v.strictObject({
  axis: v.picklist(AXES),
  standing: v.picklist(STANDINGS),
  /** Two or three words, for the popup's row. */
  brief: PhraseSchema,
  /** The binding fact, in one line. */
  statement: PhraseSchema,
  /** What a reader needs to understand the statement; always shown, so at most a few lines. */
  details: v.array(PhraseSchema),
  /** What stands with the receipts: notes, replies, reservations. */
  notes: v.array(PhraseSchema),
  receipts: v.array(ReceiptSchema),
});
export type AxisAssessment = v.InferOutput<typeof AxisAssessmentSchema>;

/** A provider as the card and the popup show it, on one day, from one version of the registry. */
export const AssessmentSchema = v.strictObject({
  provider: v.string(),
  name: v.string(),
  legalEntity: v.exactOptional(v.string()),
  status: v.exactOptional(
    v.strictObject({
      state: v.picklist(STATUS_STATES),
      on: v.exactOptional(v.string()),
      successor: v.exactOptional(v.string()),
      receipts: v.array(ReceiptSchema),
    }),
  ),
  /** Always the three, always in this order. */
  axes: v.pipe(
    v.array(AxisAssessmentSchema),
    v.check((axes) => axes.map(({ axis }) => axis).join() === AXES.join(), 'are not the three axes'),
  ),
  events: v.array(
    v.strictObject({
      on: v.string(),
      kind: v.picklist(EVENT_KINDS),
      text: LocalizedTextSchema,
      receipts: v.array(ReceiptSchema),
    }),
  ),
  /** Records of the same group: where a group's name leads. */
  members: v.array(v.strictObject({ provider: v.string(), name: v.string() })),
});
export type Assessment = v.InferOutput<typeof AssessmentSchema>;
