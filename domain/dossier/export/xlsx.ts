import writeExcel, { type CellObject, type Sheet as ExcelSheet } from 'write-excel-file/universal';

import { rowHeight } from './row-height.ts';
import type { Cell, Sheet, Workbook } from './workbook.ts';
import { documentProperties, links, pages } from './xlsx-features.ts';

/** The most characters that Excel takes in a cell, and the most points in a row. */
const LONGEST = 32_767;
const HIGHEST = 409;
/** What a column's width is counted in: digits, of which a centimetre holds about five. */
const DIGITS_PER_CENTIMETRE = 5;
const POINTS_PER_CENTIMETRE = 28.35;

/**
 * Writes tables as an Office Open XML workbook (ECMA-376).
 * In: the workbook. Out: the bytes of the file: every text typed as text, none a formula; heads that stay in view and
 * repeat on every page, columns as wide as asked, text wrapped, addresses that lead somewhere, the title.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets } = workbook;
  const blob = await writeExcel(sheets.map(sheetOf), {
    fontFamily: 'Arial',
    fontSize: 10,
    features: [pages(sheets), links(sheets), documentProperties(workbook)],
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf({ name, columns, rows }: Sheet): ExcelSheet<Blob> {
  const heads = columns.map(({ head }) => head);
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    ...(columns.length > 4 && { stickyColumnsCount: 1 }),
    columns: columns.map(({ width }) => ({ width: width * DIGITS_PER_CENTIMETRE })),
    data: [
      rowOf(heads, columns).map((cell) => ({ ...cell, fontWeight: 'bold' as const, backgroundColor: '#ececec' })),
      ...rows.map((cells) => rowOf(cells, columns)),
    ],
  };
}

function rowOf(cells: readonly Cell[], columns: Sheet['columns']): CellObject[] {
  const height = Math.min(HIGHEST, Math.round(rowHeight(cells, columns) * POINTS_PER_CENTIMETRE));
  return cells.map((cell) => ({
    ...valueOf(cell),
    height,
    wrap: true,
    alignVertical: 'top',
    align: 'left',
    borderStyle: 'thin',
    borderColor: '#8c8c8c',
  }));
}

function valueOf(cell: Cell): CellObject {
  if (typeof cell === 'string') return { type: String, value: excelText(cell) };
  if ('number' in cell) {
    return { type: Number, value: cell.number, ...(cell.url !== undefined && { textColor: '#0b3d91' }) };
  }
  return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd/mm/yyyy' };
}

/** As Excel takes a text: not too long, and with nothing that it would read as the code of a character (ST_Xstring). */
function excelText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_');
  if (escaped.length <= LONGEST) return escaped;
  return `${escaped.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
