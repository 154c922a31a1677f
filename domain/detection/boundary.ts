const WORD = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Tells whether a span is a word of its own: no letter or digit touches it, in any script,
 * and it is not part of an e-mail address, a host name or a path.
 * In: a text and UTF-16 offsets in it, end exclusive.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !touchesWord(text, start, end) && !isInAddress(text, start, end);
}

function touchesWord(text: string, start: number, end: number): boolean {
  return WORD.test(characterBefore(text, start)) || WORD.test(characterAt(text, end));
}

function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return /[@\\]$|[\p{L}\p{N}][./_]$|\/\/$|[?&=#]$/u.test(before) || /^(?:[@\\]|\.[a-z\d]|\/[a-z\d]|:\/|=)/.test(after);
}

/** Whole characters, since a letter outside the basic plane takes two UTF-16 units. */
function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
