import * as v from 'valibot';

/** Who buys, as far as a text tells buyers apart. */
const BUYERS = ['collectivite', 'state', 'operator', 'health'] as const;
export const BuyerSchema = v.picklist(BUYERS);
export type Buyer = v.InferOutput<typeof BuyerSchema>;
