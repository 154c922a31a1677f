import * as v from 'valibot';

import { AXES, ReceiptSchema } from '../assessment/assessment.ts';
import { IdSchema, LocalizedTextSchema } from '../registry/text.ts';
import { PhraseSchema } from '../wording/phrase.ts';

const ANSWERS = ['met', 'not-met', 'unknown'] as const;

/** What the facts on record say to one thing asked, and where that is written. */
export const ChecklistRowSchema = v.strictObject({
  id: IdSchema,
  text: LocalizedTextSchema,
  answer: v.picklist(ANSWERS),
  facts: v.array(PhraseSchema),
  receipts: v.array(ReceiptSchema),
});
export type ChecklistRow = v.InferOutput<typeof ChecklistRowSchema>;

/** A requirement set, held against one provider on one day. */
export const ChecklistSchema = v.strictObject({
  set: IdSchema,
  name: LocalizedTextSchema,
  /** Whether the text binds the buyer. */
  applicability: PhraseSchema,
  scope: LocalizedTextSchema,
  receipts: v.array(ReceiptSchema),
  /** The axes that the set looks at: their rows unfold. */
  axes: v.array(v.picklist(AXES)),
  rows: v.array(ChecklistRowSchema),
});
export type Checklist = v.InferOutput<typeof ChecklistSchema>;
