import { element, languageAttributes, packOpenDocument, type XmlElement } from './open-document.ts';
import { rowHeight } from './row-height.ts';
import type { Cell, Sheet, Workbook } from './workbook.ts';

const FONT = 'Liberation Sans';
const LINE = '0.5pt solid #8c8c8c';

/**
 * Writes tables as an OpenDocument spreadsheet.
 * In: the workbook. Out: the bytes of the file: every cell typed, none a formula; heads that stay in view and repeat on
 * every page; columns as wide as asked, text wrapped, pages that lie on their side and take the whole width.
 */
export function writeOds({ title, subject, language, at, sheets }: Workbook): Uint8Array<ArrayBuffer> {
  const widths = new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)));
  const heights = new Set(
    sheets.flatMap(({ columns, rows }) => [headsOf(columns), ...rows].map((cells) => rowHeight(cells, columns))),
  );
  return packOpenDocument({
    kind: 'spreadsheet',
    title,
    subject,
    language,
    at,
    styles: [fontFaces(), sheetStyles(language), pageLayout(), masterPage()],
    content: [
      fontFaces(),
      element('office:automatic-styles', {}, [
        ...[...widths].map((width) =>
          element('style:style', { 'style:name': columnStyle(width), 'style:family': 'table-column' }, [
            element('style:table-column-properties', { 'style:column-width': `${width}cm` }),
          ]),
        ),
        ...[...heights].map((height) =>
          element('style:style', { 'style:name': rowStyle(height), 'style:family': 'table-row' }, [
            element('style:table-row-properties', {
              'style:row-height': `${height}cm`,
              'style:use-optimal-row-height': 'false',
            }),
          ]),
        ),
        element(
          'style:style',
          {
            'style:name': 'Sheet',
            'style:family': 'table',
            'style:master-page-name': 'Default',
          },
          [element('style:table-properties', { 'table:display': 'true' })],
        ),
      ]),
      element('office:body', {}, [element('office:spreadsheet', {}, sheets.map(sheetOf))]),
    ],
    settings: [settingsOf(sheets)],
  });
}

function sheetOf({ name, columns, rows }: Sheet): XmlElement {
  const rowOf = (cells: readonly Cell[], style: string) =>
    element(
      'table:table-row',
      { 'table:style-name': rowStyle(rowHeight(cells, columns)) },
      cells.map((cell) => cellOf(cell, style)),
    );
  return element('table:table', { 'table:name': name, 'table:style-name': 'Sheet' }, [
    ...columns.map(({ width }) =>
      element('table:table-column', {
        'table:style-name': columnStyle(width),
        'table:default-cell-style-name': 'Default',
      }),
    ),
    element('table:table-header-rows', {}, [rowOf(headsOf(columns), 'Head')]),
    ...rows.map((cells) => rowOf(cells, 'Text')),
  ]);
}

function headsOf(columns: Sheet['columns']): string[] {
  return columns.map(({ head }) => head);
}

function cellOf(cell: Cell, style: string): XmlElement {
  if (typeof cell === 'string') {
    return element(
      'table:table-cell',
      { 'table:style-name': style, 'office:value-type': 'string' },
      cell === '' ? [] : cell.split('\n').map((line) => element('text:p', {}, line)),
    );
  }
  if ('number' in cell) {
    const value = String(cell.number);
    return element(
      'table:table-cell',
      { 'table:style-name': style, 'office:value-type': 'float', 'office:value': value },
      element('text:p', {}, value),
    );
  }
  return element(
    'table:table-cell',
    { 'table:style-name': 'Day', 'office:value-type': 'date', 'office:date-value': cell.day },
    element('text:p', {}, cell.day.split('-').toReversed().join('/')),
  );
}

function rowStyle(height: number): string {
  return `Row_20_${Math.round(height * 100)}`;
}

function columnStyle(width: number): string {
  return `Column_20_${Math.round(width * 100)}`;
}

function fontFaces(): XmlElement {
  return element('office:font-face-decls', {}, [
    element('style:font-face', {
      'style:name': FONT,
      'svg:font-family': `'${FONT}', Arial, Helvetica`,
      'style:font-family-generic': 'swiss',
    }),
  ]);
}

function sheetStyles(language: string): XmlElement {
  const part = (name: string) => element(`number:${name}`, { 'number:style': 'long' });
  const cellStyle = (name: string, cell: Record<string, string>, text: Record<string, string>, data = {}) =>
    element(
      'style:style',
      { 'style:name': name, 'style:family': 'table-cell', 'style:parent-style-name': 'Default', ...data },
      [
        element('style:table-cell-properties', {
          'fo:wrap-option': 'wrap',
          'style:vertical-align': 'top',
          'fo:border': LINE,
          'fo:padding': '0.08cm',
          ...cell,
        }),
        element('style:paragraph-properties', { 'fo:text-align': 'start' }),
        element('style:text-properties', text),
      ],
    );
  return element('office:styles', {}, [
    element('style:default-style', { 'style:family': 'table-cell' }, [
      element('style:text-properties', {
        'style:font-name': FONT,
        'fo:font-size': '10pt',
        ...languageAttributes(language),
      }),
    ]),
    element('number:date-style', { 'style:name': 'DayMonthYear' }, [
      part('day'),
      element('number:text', {}, '/'),
      part('month'),
      element('number:text', {}, '/'),
      part('year'),
    ]),
    element('style:style', { 'style:name': 'Default', 'style:family': 'table-cell' }),
    cellStyle('Text', {}, {}),
    cellStyle('Head', { 'fo:background-color': '#ececec' }, { 'fo:font-weight': 'bold' }),
    cellStyle('Day', {}, {}, { 'style:data-style-name': 'DayMonthYear' }),
  ]);
}

function pageLayout(): XmlElement {
  return element('office:automatic-styles', {}, [
    element('style:page-layout', { 'style:name': 'Wide' }, [
      element('style:page-layout-properties', {
        'fo:page-width': '29.7cm',
        'fo:page-height': '21cm',
        'style:print-orientation': 'landscape',
        'fo:margin-top': '1.5cm',
        'fo:margin-bottom': '1.2cm',
        'fo:margin-left': '1.5cm',
        'fo:margin-right': '1.5cm',
        'style:scale-to-X': '1',
        'style:scale-to-Y': '0',
      }),
      element('style:header-style'),
      element('style:footer-style', {}, [
        element('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-top': '0.3cm' }),
      ]),
    ]),
  ]);
}

function masterPage(): XmlElement {
  return element('office:master-styles', {}, [
    element('style:master-page', { 'style:name': 'Default', 'style:page-layout-name': 'Wide' }, [
      element('style:header', { 'style:display': 'false' }),
      element('style:footer', {}, [
        element('text:p', {}, [
          element('text:sheet-name', {}, '???'),
          ' · ',
          element('text:page-number', {}, '1'),
          ' / ',
          element('text:page-count', {}, '1'),
        ]),
      ]),
    ]),
  ]);
}

/** The heads stay in view, and so does the first column where there are many. */
function settingsOf(sheets: readonly Sheet[]): XmlElement {
  const item = (name: string, type: string, value: string) =>
    element('config:config-item', { 'config:name': name, 'config:type': type }, value);
  const frozen = (columns: number) => [
    item('HorizontalSplitMode', 'short', columns > 0 ? '2' : '0'),
    item('VerticalSplitMode', 'short', '2'),
    item('HorizontalSplitPosition', 'int', String(columns)),
    item('VerticalSplitPosition', 'int', '1'),
    item('ActiveSplitRange', 'short', columns > 0 ? '3' : '2'),
    item('PositionRight', 'int', String(columns)),
    item('PositionBottom', 'int', '1'),
  ];
  return element('office:settings', {}, [
    element('config:config-item-set', { 'config:name': 'ooo:view-settings' }, [
      element('config:config-item-map-indexed', { 'config:name': 'Views' }, [
        element('config:config-item-map-entry', {}, [
          item('ViewId', 'string', 'view1'),
          element(
            'config:config-item-map-named',
            { 'config:name': 'Tables' },
            sheets.map(({ name, columns }) =>
              element('config:config-item-map-entry', { 'config:name': name }, frozen(columns.length > 4 ? 1 : 0)),
            ),
          ),
          item('ActiveTable', 'string', sheets[0]?.name ?? ''),
        ]),
      ]),
    ]),
  ]);
}
