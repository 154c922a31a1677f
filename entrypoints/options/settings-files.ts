import {
  readSettingsFile,
  UnreadableSettingsFile,
  writeSettingsFile,
  type SettingsFileProblem,
} from '../../domain/settings/settings-file.ts';
import type { SettingsPatch } from '../../domain/settings/settings.ts';
import type { MessageKey } from '../../domain/wording/message-key.ts';
import { download } from '../own-page/download.ts';

/** Nobody's settings are longer, in bytes. */
const LONGEST = 200_000;

const REASONS: Record<SettingsFileProblem, MessageKey> = {
  'not-json': 'options_import_notJson',
  'not-settings': 'options_import_notSettings',
  newer: 'options_import_newer',
  unreadable: 'options_import_unreadable',
};

/** Hands the reader a file. It is made here and goes nowhere else. */
export function downloadSettings(changed: SettingsPatch): void {
  download('ancrage-reglages.json', new Blob([writeSettingsFile(changed)], { type: 'application/json' }));
}

/** Reads a file that the reader chose. Rejects with UnreadableSettingsFile, or where the file itself cannot be read. */
export async function readChosenFile(file: File): Promise<ReturnType<typeof readSettingsFile>> {
  if (file.size > LONGEST) throw new UnreadableSettingsFile('not-settings');
  return readSettingsFile(await file.text());
}

/** In: what reading failed with. Out: the key of the sentence that says why. */
export function reasonOf(error: unknown): MessageKey {
  return error instanceof UnreadableSettingsFile ? REASONS[error.problem] : 'options_import_unreadable';
}
