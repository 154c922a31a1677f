import * as v from 'valibot';

import { CountryCodeSchema } from './country-code.ts';
import { IdSchema } from './text.ts';

export const BASES = [
  'head-office',
  'ultimate-parent',
  'controlling-fund',
  'subsidiary',
  'technology-licensor',
  'subprocessor',
] as const;
export const STRENGTHS = ['direct', 'indirect', 'contested'] as const;

/** A law from outside the EU that can reach the provider: which, through what link, how strongly. */
export const ExposureSchema = v.strictObject({
  /** Absent where the country's laws have not been reviewed: the link stands, the text is not named. */
  law: v.exactOptional(IdSchema),
  country: CountryCodeSchema,
  basis: v.picklist(BASES),
  strength: v.picklist(STRENGTHS),
});
export type Exposure = v.InferOutput<typeof ExposureSchema>;

/** Empty and known means: searched, and none found. It never means immune. */
export const ExposuresSchema = v.array(ExposureSchema);
