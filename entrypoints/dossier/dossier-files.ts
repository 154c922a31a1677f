import {
  LONGEST_DOSSIER_FILE,
  readDossierFile,
  UnreadableDossierFile,
  type DossierFileProblem,
} from '../../domain/dossier/dossier-file.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { ExportFormat } from '../../domain/dossier/export/formats.ts';
import { momentWithOffset } from '../../domain/dossier/moment.ts';
import type { LocalizedText } from '../../domain/registry/text.ts';
import type { MessageKey } from '../../domain/wording/message-key.ts';
import type { Wording } from '../../domain/wording/wording.ts';
import { download } from '../own-page/download.ts';

/** The files offered, the report first. */
export const FORMATS: readonly { format: ExportFormat; label: MessageKey }[] = [
  { format: 'odt', label: 'dossier_export_odt' },
  { format: 'ods', label: 'dossier_export_ods' },
  { format: 'xlsx', label: 'dossier_export_xlsx' },
  { format: 'csv', label: 'dossier_export_csv' },
  { format: 'markdown', label: 'dossier_export_markdown' },
  { format: 'json', label: 'dossier_export_json' },
];

/** Writes a dossier to a file and hands it to the reader. Out: the file's name. Rejects where it could not be written. */
export async function exportToFile(
  dossier: Dossier,
  format: ExportFormat,
  wording: Wording,
  requirementSet: LocalizedText | undefined,
): Promise<string> {
  // The writers weigh nothing until one is asked for.
  const { exportDossier } = await import('../../domain/dossier/export/formats.ts');
  const now = new Date();
  const { name, type, bytes } = await exportDossier(dossier, format, {
    wording,
    at: momentWithOffset(now, -now.getTimezoneOffset()),
    ...(requirementSet !== undefined && { requirementSet }),
  });
  download(name, new Blob([bytes], { type }));
  return name;
}

const REASONS: Record<DossierFileProblem, MessageKey> = {
  'too-large': 'dossier_import_tooLarge',
  empty: 'dossier_import_empty',
  truncated: 'dossier_import_truncated',
  'not-json': 'dossier_import_notJson',
  'not-ours': 'dossier_import_notOurs',
  newer: 'dossier_import_newer',
  unreadable: 'dossier_import_unreadable',
};

/** Reads a file that the reader chose. Rejects with UnreadableDossierFile, or where the file itself cannot be read. */
export async function readChosenFile(file: File): Promise<Dossier> {
  if (file.size > LONGEST_DOSSIER_FILE) throw new UnreadableDossierFile('too-large');
  return readDossierFile(await file.text());
}

/** In: what reading failed with, and the reader's wording. Out: the sentence that says why. */
export function reasonOf(error: unknown, { t }: Wording): string {
  if (error instanceof UnreadableDossierFile) return t(REASONS[error.problem], error.where);
  return t('dossier_import_unreadable', error instanceof Error ? error.message : '');
}
