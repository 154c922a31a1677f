import * as v from 'valibot';

import { IdSchema } from '../registry/text.ts';

/** Far beyond any window, in CSS pixels. */
const Pixels = v.pipe(v.number(), v.minValue(-1e7), v.maxValue(1e7));

/** A box in CSS pixels, from the top left of a window. */
export const BoxSchema = v.strictObject({ left: Pixels, top: Pixels, right: Pixels, bottom: Pixels });
export type Box = v.InferOutput<typeof BoxSchema>;

const WordSchema = v.pipe(v.string(), v.maxLength(300));

/** What makes a name on a page a mention, in words that a card can say. */
export const GroundsSchema = v.strictObject({
  confidence: v.picklist(['sure', 'possible']),
  /** Words that confirmed an ambiguous name; empty for a name that needs none. */
  words: v.pipe(v.array(WordSchema), v.maxLength(200)),
  /** They stand beside another mention of the same name on the page. */
  elsewhere: v.boolean(),
});
export type Grounds = v.InferOutput<typeof GroundsSchema>;

/**
 * A card for a name in a frame, which the page around the frame shows: a frame may be smaller than a card. Boxes are in the
 * frame's own pixels.
 */
export const FrameCardRequestSchema = v.strictObject({
  provider: IdSchema,
  written: WordSchema,
  grounds: GroundsSchema,
  mentions: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lines: v.pipe(v.array(BoxSchema), v.minLength(1), v.maxLength(100)),
  /** Where the frame's top left is in the page; null where a frame of another site is not told. */
  offset: v.nullable(v.strictObject({ x: Pixels, y: Pixels })),
  size: v.strictObject({ width: Pixels, height: Pixels }),
  pinned: v.boolean(),
  atBottom: v.boolean(),
});
export type FrameCardRequest = v.InferOutput<typeof FrameCardRequestSchema>;

export const PlacedFrameCardRequestSchema = v.strictObject({
  ...FrameCardRequestSchema.entries,
  frame: v.pipe(v.number(), v.integer()),
});
