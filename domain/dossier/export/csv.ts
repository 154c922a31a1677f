/** What a spreadsheet takes for the start of a formula, in any width, and what hides one from it. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\u2212])/;

/**
 * Writes a table as CSV (RFC 4180, with `;` between the cells, as French spreadsheets read it).
 * In: the cells, row by row. Out: the text, with a byte order mark so that Excel reads UTF-8; every cell quoted, and one
 * that a spreadsheet would calculate made text by an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/** In: a text. Out: the same, or behind an apostrophe where a spreadsheet would calculate it. */
function guarded(text: string): string {
  return FORMULA.test(text.slice(0, 200).normalize('NFKC')) ? `'${text}` : text;
}
