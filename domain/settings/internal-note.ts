import * as v from 'valibot';

import { DaySchema } from '../registry/partial-date.ts';
import { HttpsAddressSchema } from '../registry/source.ts';
import { IdSchema } from '../registry/text.ts';

const words = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'is empty'),
    v.maxLength(longest, `is longer than ${longest} characters`),
  );

/** The name under which an organisation speaks. */
export const OrganisationSchema = words(100);

const dated = {
  date: v.exactOptional(DaySchema),
  source: v.exactOptional(v.pipe(HttpsAddressSchema, v.maxLength(2000))),
};

/** What the organisation itself says of a provider. It is shown as internal, and never leaves in an export or a citation. */
export const InternalNoteSchema = v.pipe(
  v.strictObject({
    note: v.exactOptional(words(2000)),
    facts: v.exactOptional(
      v.pipe(v.array(v.strictObject({ label: words(100), value: words(500), ...dated })), v.maxLength(20)),
    ),
    ...dated,
  }),
  v.check(({ note, facts }) => note !== undefined || (facts ?? []).length > 0, 'holds neither a note nor a fact'),
);
export type InternalNote = v.InferOutput<typeof InternalNoteSchema>;

/** The organisation's own notes, by provider. */
export const OverlaySchema = v.record(IdSchema, InternalNoteSchema);

/** What a page of ours is given of them: who speaks, and the notes on the providers that it asked about. */
export const InternalNotesSchema = v.strictObject({ organisation: v.exactOptional(v.string()), notes: OverlaySchema });
export type InternalNotes = v.InferOutput<typeof InternalNotesSchema>;
