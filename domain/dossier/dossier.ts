import * as v from 'valibot';

import { AssessmentSchema } from '../assessment/assessment.ts';
import { DaySchema } from '../registry/partial-date.ts';
import { IdSchema, NameSchema } from '../registry/text.ts';
import { BuyerSchema } from '../requirements/buyer.ts';
import { ChecklistSchema } from '../requirements/checklist.ts';

export const DOSSIER_FORMAT = 1;
export const MOST_ENTRIES = 2000;

/** What a buyer writes by hand. */
const WrittenSchema = v.pipe(v.string(), v.maxLength(10_000));
const TitleSchema = v.pipe(v.string(), v.maxLength(300));

/** An ISO date and time with its offset: `2026-11-24T11:30:00+01:00`. */
const MomentSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/, 'is not a moment with its offset'),
);

/** One provider, or one of its offerings, as it was shown when it was added: the facts are frozen, whatever the feed brings. */
export const DossierEntrySchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  provider: IdSchema,
  /** Absent where the entry is about the provider as a whole. */
  offering: v.exactOptional(v.strictObject({ id: IdSchema, name: NameSchema })),
  addedAt: MomentSchema,
  /** Where the name was read; absent when it was looked up by hand. */
  page: v.exactOptional(
    v.strictObject({ title: v.pipe(v.string(), v.maxLength(2000)), url: v.pipe(v.string(), v.maxLength(4000)) }),
  ),
  registry: v.strictObject({ version: v.number(), date: DaySchema }),
  assessment: AssessmentSchema,
  checklist: v.exactOptional(ChecklistSchema),
  note: WrittenSchema,
});
export type DossierEntry = v.InferOutput<typeof DossierEntrySchema>;

/** One consultation's evidence. */
export const DossierSchema = v.strictObject({
  format: v.literal(DOSSIER_FORMAT),
  id: v.pipe(v.string(), v.uuid()),
  /** Grows by one at each change: two windows notice each other by it. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: TitleSchema,
  /** The consultation's own reference. */
  reference: TitleSchema,
  /** The buyer's name. */
  buyer: TitleSchema,
  /** What kind of buyer: a text that binds one does not bind another. */
  buyerKind: BuyerSchema,
  requirementSet: v.nullable(IdSchema),
  note: WrittenSchema,
  createdAt: MomentSchema,
  changedAt: MomentSchema,
  entries: v.pipe(v.array(DossierEntrySchema), v.maxLength(MOST_ENTRIES)),
});
export type Dossier = v.InferOutput<typeof DossierSchema>;
