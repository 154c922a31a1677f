import writeExcel, { type CellObject, type Sheet as ExcelSheet } from 'write-excel-file/universal';

import type { Cell, Sheet, Workbook } from './workbook.ts';

/** The most characters that Excel takes in a cell. */
const LONGEST = 32_767;
/** What a column's width is counted in: digits, of which a centimetre holds about five. */
const DIGITS_PER_CENTIMETRE = 5;

/**
 * Writes tables as an Office Open XML workbook.
 * In: the workbook. Out: the bytes of the file: every text typed as text, none a formula; heads that stay in view, columns
 * as wide as asked, text wrapped.
 */
export async function writeXlsx({ sheets }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeExcel(sheets.map(sheetOf), { fontFamily: 'Arial', fontSize: 10 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf({ name, columns, rows }: Sheet): ExcelSheet<Blob> {
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    ...(columns.length > 4 && { stickyColumnsCount: 1 }),
    columns: columns.map(({ width }) => ({ width: width * DIGITS_PER_CENTIMETRE })),
    data: [
      columns.map(({ head }) => ({ ...cellOf(head), fontWeight: 'bold' as const, backgroundColor: '#ececec' })),
      ...rows.map((cells) => cells.map(cellOf)),
    ],
  };
}

const DRAWN = { wrap: true, alignVertical: 'top', align: 'left', borderStyle: 'thin', borderColor: '#8c8c8c' } as const;

function cellOf(cell: Cell): CellObject {
  if (typeof cell === 'string') return { ...DRAWN, type: String, value: cut(cell) };
  if ('number' in cell) return { ...DRAWN, type: Number, value: cell.number };
  if ('url' in cell) return { ...DRAWN, type: String, value: cut(cell.url) };
  return { ...DRAWN, type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd/mm/yyyy' };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
