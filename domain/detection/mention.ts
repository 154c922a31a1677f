/** A provider's name found in a text. Offsets are UTF-16 code units: `text.slice(start, end)` is the name as written. */
export interface Mention {
  start: number;
  end: number;
  provider: string;
  confidence: Confidence;
  /** Words nearby that confirmed an ambiguous name; empty for a name that needs none. */
  confirmedBy: string[];
}

/** `sure`: unambiguous, or ambiguous and confirmed. `possible`: ambiguous, and nothing nearby speaks either way. */
export type Confidence = 'sure' | 'possible';

/** A mention judged by its surroundings alone. */
export interface LocalMention extends Mention {
  /** Provider and name. Where one mention of a sense is sure, the others of the same page are too. */
  sense: string;
}
