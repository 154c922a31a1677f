import type { Dossier } from '../dossier.ts';
import { writeDossierFile } from '../dossier-file.ts';
import { writeCsv } from './csv.ts';
import { dataTable } from './data-table.ts';
import { documentOf } from './document.ts';
import { fileNameOf } from './file-name.ts';
import { writeMarkdown } from './markdown.ts';
import { reportOn, type ExportContext } from './report.ts';
import { workbookOf } from './workbook.ts';

/** The report to hand on first, then the tables, then what is pasted, and what is imported again. */
export const EXPORT_FORMATS = ['odt', 'ods', 'xlsx', 'csv', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  /** With its extension; safe on Windows. */
  name: string;
  /** The media type, with the charset where it is text. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const KINDS: Record<ExportFormat, { extension: string; type: string }> = {
  odt: { extension: 'odt', type: 'application/vnd.oasis.opendocument.text' },
  ods: { extension: 'ods', type: 'application/vnd.oasis.opendocument.spreadsheet' },
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
};

/**
 * Writes a dossier as a file.
 * In: the dossier, the format, the language and the moment. Out: the file. Each writer is loaded when it is asked for.
 * Throws RangeError when `at` is no moment.
 */
export async function exportDossier(
  dossier: Dossier,
  format: ExportFormat,
  context: ExportContext,
): Promise<ExportedFile> {
  const { extension, type } = KINDS[format];
  return {
    name: fileNameOf(dossier.name, context.wording.t('export_untitled'), extension),
    type,
    bytes: await write(dossier, format, context),
  };
}

async function write(dossier: Dossier, format: ExportFormat, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const { wording } = context;
  switch (format) {
    case 'odt':
      return (await import('./odt.ts')).writeOdt(documentOf(reportOn(dossier, context), wording));
    case 'ods':
      return (await import('./ods.ts')).writeOds(workbookOf(reportOn(dossier, context), wording));
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(workbookOf(reportOn(dossier, context), wording));
    case 'csv':
      return bytesOf(writeCsv(dataTable(reportOn(dossier, context), wording)));
    case 'markdown':
      return bytesOf(writeMarkdown(documentOf(reportOn(dossier, context), wording)));
    case 'json':
      return bytesOf(writeDossierFile(dossier));
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
