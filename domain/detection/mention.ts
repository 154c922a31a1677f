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
