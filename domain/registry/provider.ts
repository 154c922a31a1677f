import * as v from 'valibot';

import { AliasSchema } from './alias.ts';
import { factSchema, ProvenanceSchema } from './fact.ts';
import { ExposuresSchema } from './exposure.ts';
import { OfferingSchema } from './offering.ts';
import { PartialDateSchema } from './partial-date.ts';
import { EVENT_KINDS, STATUS_STATES } from './provider-history.ts';
import { CitationSchema } from './source.ts';
import { CountryCodeSchema } from './country-code.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from './text.ts';

export const LegalEntitySchema = v.strictObject({
  name: NameSchema,
  country: v.exactOptional(CountryCodeSchema),
  siren: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{9}$/, 'is not a SIREN: nine digits'))),
  lei: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z0-9]{18}\d{2}$/, 'is not an LEI: twenty characters'))),
});

export const HeadOfficeSchema = v.strictObject({ country: CountryCodeSchema, city: v.exactOptional(NameSchema) });

/** Who holds the provider in the end. `chain` goes from the nearest holder up; shares in per cent. */
export const UltimateParentSchema = v.strictObject({
  name: NameSchema,
  country: CountryCodeSchema,
  chain: v.exactOptional(
    v.array(
      v.strictObject({
        name: NameSchema,
        country: v.exactOptional(CountryCodeSchema),
        share: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      }),
    ),
  ),
});

/** Whose technology the provider runs under licence, apart from who owns it. */
export const TechnologyLicensorSchema = v.strictObject({ name: NameSchema, country: CountryCodeSchema });

export const StatusSchema = v.strictObject({
  state: v.picklist(STATUS_STATES),
  on: v.exactOptional(PartialDateSchema),
  /** Id of the record that carries on, where there is one. */
  successor: v.exactOptional(IdSchema),
});

export const EventSchema = v.strictObject({
  on: PartialDateSchema,
  kind: v.picklist(EVENT_KINDS),
  text: LocalizedTextSchema,
  provenance: ProvenanceSchema,
  sources: v.pipe(v.array(CitationSchema), v.minLength(1, 'has no source: leave an unsourced event out')),
});

export const PROVIDER_KINDS = ['provider', 'group', 'programme', 'public-service', 'software'] as const;

/** One file of `data/providers/`. */
export const ProviderSchema = v.strictObject({
  id: IdSchema,
  kind: v.picklist(PROVIDER_KINDS),
  name: NameSchema,
  /** Id of the group's own record, which a group name alone leads to. */
  group: v.exactOptional(IdSchema),
  aliases: v.pipe(v.array(AliasSchema), v.minLength(1, 'has no alias: give at least its name')),
  legalEntity: factSchema(LegalEntitySchema),
  headOffice: factSchema(HeadOfficeSchema),
  ultimateParent: factSchema(UltimateParentSchema),
  exposures: factSchema(ExposuresSchema),
  technologyLicensor: factSchema(TechnologyLicensorSchema),
  status: factSchema(StatusSchema),
  events: v.array(EventSchema),
  offerings: v.array(OfferingSchema),
});
export type Provider = v.InferOutput<typeof ProviderSchema>;
