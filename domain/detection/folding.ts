/** Characters that print nothing and may stand inside a name: soft hyphen, zero-width characters, word joiner. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
/** Combining marks of the Latin script stand apart: in one class with the rest they read as a mistake. */
const NEEDS_FOLDING = /[\u00ad\u200b-\u200d\u2060\ufeff]|[\u0300-\u036f]/;

/** How many marks are composed with one letter; sorting more takes a time that grows with their square (UAX #15, D4). */
const MOST_MARKS = 30;

/** In: a UTF-16 unit. Out: whether a text that holds it needs folding. */
export function isFolded(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

export interface FoldedText {
  text: string;
  /** Offset in the original text of each UTF-16 unit of `text`, and of its end. */
  offsets: readonly number[];
}

/**
 * Drops invisible characters and composes decomposed letters, keeping the way back.
 * In: any text. Out: the folded text with its offsets, or null where there is nothing to fold (the usual case).
 */
export function fold(text: string): FoldedText | null {
  if (!NEEDS_FOLDING.test(text)) return null;
  // Not sized by the text: NFC makes a few letters longer.
  const offsets: number[] = [];
  let folded = '';
  let index = 0;
  while (index < text.length) {
    const start = index;
    index += 1;
    if (INVISIBLE.test(text.charAt(start))) continue;
    const last = Math.min(text.length, start + MOST_MARKS);
    while (index < last && /\p{Mn}/u.test(text.charAt(index))) index += 1;
    for (const unit of text.slice(start, index).normalize('NFC').split('')) {
      offsets.push(start);
      folded += unit;
    }
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}

/**
 * Where a span of a folded text stands in the original.
 * In: UTF-16 offsets in `folded.text`. Out: UTF-16 offsets in the original, end exclusive, trailing invisibles left out.
 */
export function unfold(folded: FoldedText, start: number, end: number, original: string): [number, number] {
  const from = folded.offsets[start] ?? original.length;
  let to = folded.offsets[end] ?? original.length;
  while (to > from && INVISIBLE.test(original.charAt(to - 1))) to -= 1;
  return [from, to];
}
