import type { Feature } from 'write-excel-file/universal';
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';

import type { Sheet, Workbook } from './workbook.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** What Excel takes: links of a sheet, characters of an address. */
const MOST_LINKS = 65_530;
const LONGEST_ADDRESS = 2079;

/** In: the sheets. Out: pages as wide as the table, whose first row repeats. */
export function pages(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(
              '<definedNames/>',
              () =>
                `<definedNames>${sheets
                  .map(
                    ({ name }, index) =>
                      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sanitizeTextContent(
                        `'${name.replaceAll("'", "''")}'!$1:$1`,
                      )}</definedName>`,
                  )
                  .join('')}</definedNames>`,
            ),
        },
      },
    },
  };
}

/** In: the sheets. Out: the links of their cells: what is in them stays as it is, no formula. */
export function links(sheets: readonly Sheet[]): Feature<Blob> {
  const found = sheets.map(linksIn);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const own = found[sheetIndex] ?? [];
            if (own.length === 0) return xml;
            const elements = own.map(({ cell, id }) => `<hyperlink ref="${cell}" r:id="${id}"/>`).join('');
            return xml.replace('<pageMargins', () => `<hyperlinks>${elements}</hyperlinks><pageMargins`);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            (found[sheetIndex] ?? [])
              .map(
                ({ id, url }) =>
                  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/hyperlink" Target="${sanitizeAttributeValue(url)}" TargetMode="External"/>`,
              )
              .join(''),
        },
      },
    },
  };
}

function linksIn({ rows }: Sheet): { cell: string; id: string; url: string }[] {
  return rows
    .flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        typeof cell === 'object' && 'number' in cell && cell.url !== undefined && cell.url.length <= LONGEST_ADDRESS
          ? [{ cell: getCellAddress(row + 1, column), id: `rId-link-${row}-${column}`, url: cell.url }]
          : [],
      ),
    )
    .slice(0, MOST_LINKS);
}

/** In: the workbook. Out: its title, subject, language and moment, as a programme shows a file's properties. */
export function documentProperties({ title, subject, language, at }: Workbook): Feature<Blob> {
  const moment = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const core = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${sanitizeTextContent(title)}</dc:title><dc:subject>${sanitizeTextContent(subject)}</dc:subject>`,
    `<dc:creator>Ancrage</dc:creator><dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('');
  return {
    files: {
      write: { files: () => ({ 'docProps/core.xml': core }) },
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>',
        },
        '_rels/.rels': {
          insert: () =>
            '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        },
      },
    },
  };
}
