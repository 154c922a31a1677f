import * as v from 'valibot';

import { NameSchema } from './text.ts';

export const ALIAS_KINDS = ['brand', 'legal', 'product', 'former', 'abbreviation'] as const;

/** Words, never patterns: stores accept remote data but not remote logic. */
const WordSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(80),
  v.excludes('|', 'holds "|", which separates words'),
);

/**
 * What tells an ambiguous name's provider use from its other uses.
 * `confirm`: words that speak for the provider, beside the general cloud terms; `exclude`: words that speak against, and win.
 * `needs`: what the name has to have to count: a confirming word nearby; one of its own, where cloud terms prove nothing
 * (OCI is also a container standard); or only the absence of an excluding one, for a name that nearly always means the
 * provider; or, for a name that is something else in French notices alone (AWS, a buyers' platform), a confirming word in
 * French and only the absence of an excluding one in the other languages.
 */
export const AmbiguitySchema = v.strictObject({
  needs: v.picklist(['confirmation', 'own-confirmation', 'no-exclusion', 'confirmation-in-french']),
  confirm: v.array(WordSchema),
  exclude: v.array(WordSchema),
  examples: v.strictObject({
    provider: v.pipe(v.array(v.string()), v.minLength(2, 'has fewer than two sentences where it is the provider')),
    other: v.pipe(v.array(v.string()), v.minLength(2, 'has fewer than two sentences where it is not')),
  }),
});

/**
 * A name under which a provider appears in a text.
 * `case`: `exact` = as written, or all in capitals where that is four letters at least; `any` = whatever the case.
 */
export const AliasSchema = v.strictObject({
  text: v.pipe(
    NameSchema,
    v.minLength(2, 'is one letter: too short to look for'),
    v.excludes('|', 'holds "|", which separates names'),
  ),
  kind: v.picklist(ALIAS_KINDS),
  case: v.picklist(['exact', 'any']),
  ambiguous: v.exactOptional(AmbiguitySchema),
});
export type Alias = v.InferOutput<typeof AliasSchema>;
