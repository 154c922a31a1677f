import type { Cell, Sheet } from './workbook.ts';

/** Of a sans serif at 10 points, in centimetres; a letter is taken as rather wide, so that no line is hidden. */
const LINE = 0.44;
const LETTERS_PER_CENTIMETRE = 5.5;
const PADDING = 0.25;

/**
 * Says how high a row is with its text wrapped: programmes do not all work it out when they open a file.
 * In: the row's cells, its sheet's columns. Out: centimetres.
 */
export function rowHeight(cells: readonly Cell[], columns: Sheet['columns']): number {
  const lines = cells.map((cell, index) => linesIn(textOf(cell), columns[index]?.width ?? 1));
  return Math.round((Math.max(1, ...lines) * LINE + PADDING) * 100) / 100;
}

function linesIn(text: string, width: number): number {
  const letters = Math.max(1, Math.floor((width - PADDING) * LETTERS_PER_CENTIMETRE));
  return text.split('\n').reduce((lines, line) => lines + wrapped(line, letters), 0);
}

/** As a programme wraps: whole words, and what is longer than a line cut where it ends. */
function wrapped(line: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/[ \u2026-]/)) {
    const length = word.length + 1;
    if (used > 0 && used + word.length > letters) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / letters);
    used += word.length > letters ? word.length % letters : length;
  }
  return lines;
}

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return 'day' in cell ? '20/11/2026' : String(cell.number);
}
