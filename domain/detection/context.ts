import { REACH } from './evidence.ts';

/**
 * How much text beside a name can bear on whether it counts, in UTF-16 units: what its evidence reaches, what may introduce
 * it from above, and the names that lie across that border or next to it. Who reads a part of a text reads that much around it.
 */
export const CONTEXT = { before: 1100, after: 2 * REACH + 80 } as const;
