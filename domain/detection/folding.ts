/** Characters that print nothing and may stand inside a name: soft hyphen, zero-width characters, word joiner. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
/** As source text: a class of combining marks reads as a mistake to linters, and `\p{Mn}` is ten times slower. */
const NEEDS_FOLDING = new RegExp('[\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0300-\\u036f]');

export interface FoldedText {
  text: string;
  /** Offset in the original text of each UTF-16 unit of `text`, and of its end. */
  offsets: Uint32Array;
}

/**
 * Drops invisible characters and composes decomposed letters, keeping the way back.
 * In: any text. Out: the folded text with its offsets, or null where there is nothing to fold (the usual case).
 */
export function fold(text: string): FoldedText | null {
  if (!NEEDS_FOLDING.test(text)) return null;
  const offsets = new Uint32Array(text.length + 1);
  let folded = '';
  let index = 0;
  while (index < text.length) {
    const start = index;
    index += 1;
    if (INVISIBLE.test(text.charAt(start))) continue;
    while (index < text.length && /\p{Mn}/u.test(text.charAt(index))) index += 1;
    for (const unit of text.slice(start, index).normalize('NFC').split('')) {
      offsets[folded.length] = start;
      folded += unit;
    }
  }
  offsets[folded.length] = text.length;
  return { text: folded, offsets: offsets.subarray(0, folded.length + 1) };
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
