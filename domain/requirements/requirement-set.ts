import * as v from 'valibot';

import { AXES } from '../assessment/assessment.ts';
import { PartialDateSchema } from '../registry/partial-date.ts';
import { CitationSchema, SourcesSchema } from '../registry/source.ts';
import { CountryCodeSchema } from '../registry/country-code.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from '../registry/text.ts';

/** Whether a text binds a buyer: always, for the data that it is about, or not. */
const BindingSchema = v.picklist(['bound', 'bound-for-data', 'not-bound']);

const predicateOf = <const Kind extends string, const Rest extends v.ObjectEntries>(kind: Kind, rest: Rest) =>
  v.strictObject({
    id: IdSchema,
    /** The axis whose facts it looks at, which unfolds with it. */
    axis: v.picklist(AXES),
    /** What is asked, in a line, with the place in the text. */
    text: LocalizedTextSchema,
    kind: v.literal(kind),
    ...rest,
  });

const AREAS = ['eea', 'eu', 'eea-or-adequate'] as const;
const AreaSchema = v.union([v.picklist(AREAS), v.pipe(v.array(CountryCodeSchema), v.minLength(1))]);
export type Area = v.InferOutput<typeof AreaSchema>;

/** What can be asked of the facts on record. Data names a kind and its measure; what the kind does is code. */
export const PredicateSchema = v.variant('kind', [
  /** Storage, or support and administration, is within an area. */
  predicateOf('place', { aspect: v.picklist(['storage', 'support']), area: AreaSchema }),
  /** A scheme's qualification is in force, at one of these levels. */
  predicateOf('qualified', { scheme: IdSchema, levels: v.pipe(v.array(NameSchema), v.minLength(1)) }),
  /** The head office is in the EU. */
  predicateOf('head-office', {}),
  /** Who holds the provider in the end is in the EU: a holder outside it is above any threshold; shares are not on record. */
  predicateOf('capital', {}),
  /** What is on record of third parties from outside the EU does not settle the question: it is shown. */
  predicateOf('third-parties', {}),
  /** The registry does not hold the answer; what it holds of a scheme, where there is one, is shown. */
  predicateOf('not-on-record', { scheme: v.exactOptional(IdSchema) }),
]);
export type Predicate = v.InferOutput<typeof PredicateSchema>;

/** What a text asks of a provider. Choosing one shows a checklist; it changes no state, no shape and no order. */
export const RequirementSetSchema = v.strictObject({
  id: IdSchema,
  name: LocalizedTextSchema,
  /** The legal text itself, its version or date, and where it stands. */
  legalText: v.strictObject({
    name: LocalizedTextSchema,
    date: PartialDateSchema,
    sources: v.pipe(v.array(CitationSchema), v.minLength(1, 'has no source')),
  }),
  /** To whom and to which data it applies, in a sentence or two. */
  scope: LocalizedTextSchema,
  binding: v.strictObject({
    collectivite: BindingSchema,
    state: BindingSchema,
    operator: BindingSchema,
    health: BindingSchema,
  }),
  predicates: v.pipe(v.array(PredicateSchema), v.minLength(1, 'asks nothing')),
});
export type RequirementSet = v.InferOutput<typeof RequirementSetSchema>;

/** `data/requirements.json` */
export const RequirementsSchema = v.strictObject({
  buyers: v.strictObject({
    collectivite: LocalizedTextSchema,
    state: LocalizedTextSchema,
    operator: LocalizedTextSchema,
    health: LocalizedTextSchema,
  }),
  sets: v.array(RequirementSetSchema),
});

/** The requirement sets as they ship: with the sources that they alone cite. */
export const BundledRequirementsSchema = v.strictObject({ ...RequirementsSchema.entries, sources: SourcesSchema });
export type BundledRequirements = v.InferOutput<typeof BundledRequirementsSchema>;
