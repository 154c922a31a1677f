import * as v from 'valibot';

import { factSchema } from './fact.ts';
import { DaySchema, PartialDateSchema } from './partial-date.ts';
import { CountryCodeSchema } from './country-code.ts';
import { IdSchema, LocalizedTextSchema, NameSchema } from './text.ts';

export const CATEGORIES = [
  'iaas',
  'paas',
  'saas',
  'storage',
  'email',
  'collaboration',
  'hosting',
  'datacenter',
] as const;

/** Where something is. `always-in`: nowhere else; `customer-chooses`: among these; `complete`: no other country exists. */
export const LocationSchema = v.strictObject({
  mode: v.picklist(['always-in', 'customer-chooses']),
  countries: v.pipe(v.array(CountryCodeSchema), v.minLength(1, 'names no country')),
  complete: v.boolean(),
  regions: v.exactOptional(
    v.array(
      v.strictObject({
        country: CountryCodeSchema,
        city: v.exactOptional(NameSchema),
        code: v.exactOptional(NameSchema),
      }),
    ),
  ),
});
export type Location = v.InferOutput<typeof LocationSchema>;

export const QUALIFICATION_STATES = ['qualified', 'in-progress', 'refused', 'absent'] as const;

/** One scheme's word on one offering. An end date that has passed speaks for itself: there is no state `expired` to forget. */
export const QualificationSchema = v.strictObject({
  scheme: IdSchema,
  state: v.picklist(QUALIFICATION_STATES),
  level: v.exactOptional(NameSchema),
  scope: v.exactOptional(LocalizedTextSchema),
  decision: v.exactOptional(NameSchema),
  from: v.exactOptional(PartialDateSchema),
  until: v.exactOptional(DaySchema),
  /** The scheme's own name of the step reached, when in progress: `J1`. */
  step: v.exactOptional(NameSchema),
  /** The date of the list in which the offering was looked for, when absent. */
  listOf: v.exactOptional(DaySchema),
});
export type Qualification = v.InferOutput<typeof QualificationSchema>;

const LocationFactSchema = factSchema(LocationSchema);

export const OfferingSchema = v.strictObject({
  id: IdSchema,
  name: NameSchema,
  categories: v.pipe(v.array(v.picklist(CATEGORIES)), v.minLength(1, 'has no category')),
  lifecycle: v.picklist(['active', 'announced', 'closed']),
  /** Years or days between which it was sold, where a source gives them. */
  from: v.exactOptional(PartialDateSchema),
  until: v.exactOptional(PartialDateSchema),
  location: v.strictObject({
    storage: LocationFactSchema,
    backups: LocationFactSchema,
    support: LocationFactSchema,
    keys: LocationFactSchema,
  }),
  qualifications: v.array(factSchema(QualificationSchema)),
});
export type Offering = v.InferOutput<typeof OfferingSchema>;
