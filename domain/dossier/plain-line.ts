/** Marks that turn the direction of a text or are seen by nobody: they could make a line read as another. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const SPACES = /[\s\u0000-\u001F\u007F-\u009F]+/g;
const LONGEST = 300;

/**
 * Makes one line of a text that is not ours, a page's title above all.
 * In: any text. Out: `wholeLine` of it, at most 300 UTF-16 units.
 */
export function plainLine(text: string): string {
  const line = wholeLine(text);
  if (line.length <= LONGEST) return line;
  // Not in the middle of a surrogate pair.
  return `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Makes one line of a text that is not ours, and keeps all of it.
 * In: any text. Out: no line break, no tab, no control or direction mark, no half of a character, nothing that XML 1.0
 * cannot hold (https://www.w3.org/TR/xml/#charsets); no-break spaces stay.
 */
export function wholeLine(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(SPACES, (spaces) => (/^[\u00A0\u202F]$/.test(spaces) ? spaces : ' '))
    .trim();
}

/** In: any text. Out: its lines, each as `wholeLine` makes it, without the empty ones. */
export function wholeLines(text: string): string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map(wholeLine)
    .filter((line) => line !== '');
}
