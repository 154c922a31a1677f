import type { Block, Paragraph, ReadableDocument, Span } from './document.ts';
import { contentStyles, documentStyles, fontFaces } from './odt-styles.ts';
import { element, packOpenDocument, type XmlElement } from './open-document.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Fields = Extract<Block, { kind: 'fields' }>;

const FIELD_WIDTHS = [5.5, 11.5];
/** How many letters a row may have in one cell and still be kept whole: a quarter of a page. */
const SHORT_ROW = 600;

/**
 * Writes a document as OpenDocument text.
 * In: the document. Out: the bytes of the file: headings, tables that repeat their header rows, a numbered list of sources
 * that every citation leads to, page numbers, the document's language and title.
 */
export function writeOdt(document: ReadableDocument): Uint8Array<ArrayBuffer> {
  const { language, title, subtitle, running, at, sections } = document;
  const widths = new Set<number>(FIELD_WIDTHS);
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') for (const { width } of block.columns) widths.add(width);
  }
  const columns = new Map([...widths].map((width) => [columnStyle(width), width]));
  return packOpenDocument({
    kind: 'text',
    title,
    subject: subtitle,
    language,
    at,
    styles: documentStyles(language, running),
    content: [
      fontFaces(),
      element('office:automatic-styles', {}, contentStyles(columns)),
      element('office:body', {}, [
        element('office:text', {}, [
          styled('Title', [title]),
          styled('Subtitle', [subtitle]),
          ...sections.flatMap(({ wide, blocks }, index) =>
            blocks.flatMap((block, at) =>
              blockOf(block, index > 0 && at === 0 ? (wide ? 'Turn_20_wide' : 'Turn_20_upright') : 'Heading_20_1'),
            ),
          ),
        ]),
      ]),
    ],
  });
}

/** In: a block, and the style of a heading of the first level where it stands. */
function blockOf(block: Block, firstLevel: string): XmlElement[] {
  switch (block.kind) {
    case 'heading':
      return [
        element(
          'text:h',
          {
            'text:style-name': block.level === 1 ? firstLevel : `Heading_20_${block.level}`,
            'text:outline-level': String(block.level),
          },
          [...(block.entry === undefined ? [] : [bookmark(entryMark(block.entry))]), block.text],
        ),
      ];
    case 'paragraph':
      return [styled('Text_20_body', block.spans)];
    case 'fields':
      return [fieldsOf(block)];
    case 'list':
      return [
        element(
          'text:list',
          { 'text:style-name': 'Bullets' },
          block.items.map((item) => element('text:list-item', {}, [styled('List_20_item', item)])),
        ),
      ];
    case 'table':
      return [tableOf(block)];
    case 'references':
      return [referencesOf(block)];
  }
}

function fieldsOf({ title, lines }: Fields): XmlElement {
  return element('table:table', { 'table:name': `– ${title}`, 'table:style-name': 'Table' }, [
    element('table:table-header-columns', {}, [column(FIELD_WIDTHS[0] ?? 0)]),
    column(FIELD_WIDTHS[1] ?? 0),
    ...lines.map(({ label, text }) =>
      element('table:table-row', {}, [
        cell('Head', [styled('Table_20_Heading', [label])]),
        cell('Cell', [styled('Table_20_Contents', [text])]),
      ]),
    ),
  ]);
}

function tableOf({ title, columns, rows }: TableBlock): XmlElement {
  const [first, ...others] = columns.map(({ width }) => column(width));
  return element('table:table', { 'table:name': title, 'table:style-name': 'Table' }, [
    element('table:table-header-columns', {}, [first]),
    ...others,
    element('table:table-header-rows', {}, [
      element(
        'table:table-row',
        {},
        columns.map(({ head }) => cell('Head', [styled('Table_20_Heading', [head])])),
      ),
    ]),
    ...rows.map((cells) =>
      element(
        'table:table-row',
        isShort(cells) ? { 'table:style-name': 'Kept' } : {},
        cells.map((paragraphs) =>
          cell(
            'Cell',
            (paragraphs.length === 0 ? [[]] : paragraphs).map((paragraph) => styled('Table_20_Contents', paragraph)),
          ),
        ),
      ),
    ),
  ]);
}

/** Short enough to stay on one page; a longer row goes on to the next, or what is below the page would be lost. */
function isShort(cells: readonly Paragraph[][]): boolean {
  const lengths = cells.map((paragraphs) => paragraphs.flat().reduce((sum, span) => sum + textOf(span).length, 0));
  return Math.max(0, ...lengths) <= SHORT_ROW;
}

/** The numbers are the list's own; each item says where it starts, so that none depends on those before it. */
function referencesOf({ items }: Extract<Block, { kind: 'references' }>): XmlElement {
  return element(
    'text:list',
    { 'text:style-name': 'Sources' },
    items.map(({ number, paragraphs }) =>
      element(
        'text:list-item',
        { 'text:start-value': String(number) },
        paragraphs.map((paragraph, index) =>
          element('text:p', { 'text:style-name': index === paragraphs.length - 1 ? 'Source_20_end' : 'Source' }, [
            ...(index === 0 ? [bookmark(sourceMark(number))] : []),
            ...paragraph.map(spanOf),
          ]),
        ),
      ),
    ),
  );
}

function styled(style: string, paragraph: Paragraph): XmlElement {
  return element('text:p', { 'text:style-name': style }, paragraph.map(spanOf));
}

function textOf(span: Span): string {
  if (typeof span === 'string') return span;
  return 'source' in span ? `[${span.source}]` : span.text;
}

function spanOf(span: Span): XmlElement | string {
  if (typeof span === 'string') return span;
  if ('source' in span) return link(`#${sourceMark(span.source)}`, textOf(span));
  if ('url' in span) return link(span.url, span.text);
  if ('entry' in span) return link(`#${entryMark(span.entry)}`, span.text);
  return element('text:span', { 'text:style-name': 'Strong_20_Emphasis' }, span.text);
}

function link(target: string, text: string): XmlElement {
  return element(
    'text:a',
    { 'xlink:type': 'simple', 'xlink:href': target, 'text:style-name': 'Internet_20_link' },
    text,
  );
}

function bookmark(name: string): XmlElement {
  return element('text:bookmark', { 'text:name': name });
}

const sourceMark = (number: number) => `source-${number}`;
const entryMark = (index: number) => `entry-${index + 1}`;

function cell(style: string, paragraphs: XmlElement[]): XmlElement {
  return element('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, paragraphs);
}

function column(width: number): XmlElement {
  return element('table:table-column', { 'table:style-name': columnStyle(width) });
}

function columnStyle(width: number): string {
  return `Column_20_${Math.round(width * 100)}`;
}
