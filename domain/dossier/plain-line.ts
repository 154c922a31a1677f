/** Marks that turn the direction of a text or are seen by nobody: they could make a line read as another. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const SPACES = /[\s\u0000-\u001F\u007F-\u009F]+/g;
const LONGEST = 300;

/**
 * Makes one line of a text that is not ours, a page's title above all.
 * In: any text. Out: no line break, no tab, no control or direction mark, at most 300 UTF-16 units; no-break spaces stay.
 */
export function plainLine(text: string): string {
  const line = text
    .replace(INVISIBLE, '')
    .replace(SPACES, (spaces) => (/^[\u00A0\u202F]$/.test(spaces) ? spaces : ' '))
    .trim();
  if (line.length <= LONGEST) return line;
  // Not in the middle of a surrogate pair.
  return `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
