import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** In: the bytes of an office file. Out: its parts by path, as text. Throws where the archive is not one. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** One element, with its text where it has any of its own. */
export interface ReadElement {
  name: string;
  attributes: Record<string, string>;
  /** All the text in it, that of the elements within too. */
  text: string;
}

/**
 * Reads XML strictly, namespaces too.
 * In: the text. Out: every element, in the order in which they end. Throws on anything that is not well formed.
 */
export function readXml(xml: string): ReadElement[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: ReadElement[] = [];
  const read: ReadElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      text: '',
    });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) read.push(element);
  });
  parser.write(xml).close();
  return read;
}

/**
 * Reads CSV as RFC 4180 has it, `;` between the cells.
 * In: the text. Out: the cells, row by row. Throws where a quote is left open or a cell goes on after its quote.
 */
export function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = csv.startsWith('\uFEFF') ? 1 : 0;
  while (at < csv.length) {
    const cell = /"((?:[^"]|"")*)"|([^;"\r\n]*)/y;
    cell.lastIndex = at;
    const match = cell.exec(csv);
    if (match === null) throw new Error(`no cell at ${at}`);
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    at = cell.lastIndex;
    if (csv[at] === ';') at += 1;
    else if (csv.startsWith('\r\n', at)) {
      rows.push(cells);
      cells = [];
      at += 2;
    } else throw new Error(`neither a cell nor a row ends at ${at}: ${JSON.stringify(csv.slice(at, at + 20))}`);
  }
  return rows;
}
