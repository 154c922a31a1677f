/**
 * What no fact is written with and what can make one text look like another: control characters, line and paragraph
 * separators, invisible spaces, and the marks that turn the direction of writing (Unicode TR 36, 2.5; "Trojan Source").
 */
const HOSTILE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/**
 * Looks for text that could deceive. HTML is none: it is shown as the text that it is.
 * In: parsed data. Out: what is wrong, with the character; null where nothing is.
 */
export function hostileTextIn(value: unknown): string | null {
  if (typeof value === 'string') {
    const found = HOSTILE.exec(value)?.[0].codePointAt(0);
    return found === undefined ? null : `holds U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const part of Object.values(value)) {
    const found = hostileTextIn(part);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Words of a feed inside a sentence of ours, as the reason why it was refused.
 * In: a text, and how many UTF-16 units of it are wanted. Out: its beginning, with U+FFFD for each character that could deceive.
 */
export function legible(text: string, length: number): string {
  return text.slice(0, length).replaceAll(new RegExp(HOSTILE, 'gu'), '\uFFFD');
}
