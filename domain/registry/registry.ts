import * as v from 'valibot';

import { EvidenceSchema } from './evidence.ts';
import { FalseFriendsSchema } from './false-friend.ts';
import { DaySchema } from './partial-date.ts';
import { ProviderSchema } from './provider.ts';
import { CountriesSchema, LawsSchema, SchemesSchema } from './reference.ts';
import { SourcesSchema } from './source.ts';
import { IdSchema } from './text.ts';

/** The data set as it ships and as the feed carries it. `version` only ever grows. */
export const RegistrySchema = v.strictObject({
  format: v.literal(1),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: DaySchema,
  providers: v.record(IdSchema, ProviderSchema),
  falseFriends: FalseFriendsSchema,
  evidence: EvidenceSchema,
  laws: LawsSchema,
  schemes: SchemesSchema,
  countries: CountriesSchema,
  sources: SourcesSchema,
});
export type Registry = v.InferOutput<typeof RegistrySchema>;
