import * as v from 'valibot';

const WordsSchema = v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60)));

/** `data/evidence.json`: what speaks for any ambiguous name, in the languages of the notices. Words, never patterns. */
export const EvidenceSchema = v.strictObject({
  /** Words of cloud and hosting that confirm a name from nearby. */
  cloudTerms: WordsSchema,
  /** Words that make a name a company's when they stand right before it: "la société …". */
  companyBefore: WordsSchema,
  /** Legal forms, which do so when they end the name: "… SAS", "… IT Services UK Ltd". */
  companyAfter: WordsSchema,
  /** Words that may stand between a company's name and its legal form: "IT Services UK". Any other makes another company. */
  companyBetween: v.optional(WordsSchema, []),
  /** Words that make a name a street's, a place's, a building's or a person's when they stand right before it: "rue …". */
  elsewhereBefore: v.optional(WordsSchema, []),
  /** The same when they stand right after it: "… Street". */
  elsewhereAfter: v.optional(WordsSchema, []),
  /** Everyday words of the languages beside French: one of them nearby says that a text is not in French. */
  otherLanguages: v.optional(WordsSchema, []),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
