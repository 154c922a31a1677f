import type { LocalizedText } from '../../registry/text.ts';
import type { Wording } from '../../wording/wording.ts';
import type { Dossier } from '../dossier.ts';
import { fileNameOf } from './file-name.ts';

/** The report to hand on first, then the tables, then what is pasted, and what is imported again. */
export const EXPORT_FORMATS = ['odt', 'ods', 'xlsx', 'csv', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportContext {
  /** The language of the file. */
  wording: Wording;
  /** When it is made: an ISO date and time with its offset, `2026-11-24T11:30:00+01:00`. */
  at: string;
  /** The name of the dossier's requirement set, where it is known; the entries' own checklists have it otherwise. */
  requirementSet?: LocalizedText;
}

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
    bytes: await write(dossier, format),
  };
}

async function write(dossier: Dossier, format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (format !== 'json') throw new RangeError(`no writer yet: ${format}`);
  return new TextEncoder().encode(`${JSON.stringify(dossier, null, 2)}\n`);
}
