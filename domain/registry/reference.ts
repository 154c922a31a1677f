import * as v from 'valibot';

import { DaySchema, PartialDateSchema } from './partial-date.ts';
import { CitationSchema, HttpsAddressSchema } from './source.ts';
import { CountryCodeSchema } from './country-code.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from './text.ts';

const CitationsSchema = v.pipe(v.array(CitationSchema), v.minLength(1, 'has no source'));

/** A law from outside the EU, and what it lets an authority ask for, in one sentence. */
export const LawSchema = v.strictObject({
  name: NameSchema,
  country: CountryCodeSchema,
  text: LocalizedTextSchema,
  from: v.exactOptional(PartialDateSchema),
  /** The last day on which the law has effect, where one is known. */
  until: v.exactOptional(DaySchema),
  note: v.exactOptional(LocalizedTextSchema),
  sources: CitationsSchema,
});
/** `data/laws.json` */
export const LawsSchema = v.record(IdSchema, LawSchema);

/** A qualification scheme. `testsForeignLaw`: whether its criteria look at laws from outside the EU. */
export const SchemeSchema = v.strictObject({
  name: NameSchema,
  authority: NameSchema,
  testsForeignLaw: v.boolean(),
  text: LocalizedTextSchema,
  sources: CitationsSchema,
});
/** `data/schemes.json` */
export const SchemesSchema = v.record(IdSchema, SchemeSchema);

const MembersSchema = v.strictObject({
  members: v.array(
    v.strictObject({
      country: CountryCodeSchema,
      from: v.exactOptional(PartialDateSchema),
      until: v.exactOptional(DaySchema),
    }),
  ),
  sources: CitationsSchema,
});

/** `data/countries.json`: who belongs to the EU and the EEA when, and which adequacy decisions run when. */
export const CountriesSchema = v.strictObject({
  eu: MembersSchema,
  /** The members of the EEA that are not in the EU. */
  eea: MembersSchema,
  adequacy: v.array(
    v.strictObject({
      country: CountryCodeSchema,
      scope: LocalizedTextSchema,
      /** Whether it covers some organisations of the country only. */
      partial: v.exactOptional(v.literal(true)),
      from: v.exactOptional(PartialDateSchema),
      until: v.exactOptional(PartialDateSchema),
      sources: CitationsSchema,
    }),
  ),
});
export type Countries = v.InferOutput<typeof CountriesSchema>;

/** A register of notices; where one buyer's files lie; a catalogue to buy from; contracts awarded, as data. */
export const PORTAL_KINDS = ['notices', 'buyer-profile', 'central-purchasing', 'open-data'] as const;

/** A procurement site on which the extension runs without being asked. Hosts match exactly or as a dot-suffix. */
export const PortalSchema = v.strictObject({
  id: IdSchema,
  name: NameSchema,
  country: v.union([CountryCodeSchema, v.literal('EU')]),
  hosts: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'is not a host name'))),
    v.minLength(1),
  ),
  /** Where the host holds much else: the beginning of the portal's own paths. */
  path: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:\/[a-z0-9-]+)+$/, 'is not the beginning of a path'))),
  kind: v.picklist(PORTAL_KINDS),
  /** Languages of its pages (BCP 47). */
  languages: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'is not a language'))), v.minLength(1)),
  /** Public address of a page that names the portal's address, and when it was read. */
  source: HttpsAddressSchema,
  checkedOn: DaySchema,
});
/** `data/portals.json` */
export const PortalsSchema = v.array(PortalSchema);
