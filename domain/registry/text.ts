import * as v from 'valibot';

const NonEmptySchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is empty: write the text or leave the field out'),
  v.maxLength(2000, 'is longer than 2,000 characters'),
);

/** Text shown to users, in the two complete languages. */
export const LocalizedTextSchema = v.strictObject({ fr: NonEmptySchema, en: NonEmptySchema });
export type LocalizedText = v.InferOutput<typeof LocalizedTextSchema>;

/** A name or short text that is the same in every language. */
export const NameSchema = v.pipe(NonEmptySchema, v.maxLength(200, 'is longer than 200 characters'));

/** An identifier in lower-case kebab form: `google-cloud`. */
export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id: use lower-case letters, digits and hyphens'),
  v.maxLength(60, 'is longer than 60 characters'),
);
