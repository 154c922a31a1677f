import * as v from 'valibot';

import type { SettingsPatch } from './settings.ts';
import { readStored, SETTINGS_VERSION, StoredSettingsSchema, toStored } from './stored-settings.ts';

/** How a file of ours is known: somebody else's JSON is not taken for settings. */
const MARK = 'ancrage-settings';
const SettingsFileSchema = v.looseObject({ kind: v.literal(MARK), ...StoredSettingsSchema.entries });

/** Why a file is not taken, in the order in which it is looked at. */
export type SettingsFileProblem = 'not-json' | 'not-settings' | 'newer' | 'unreadable';

/** A file that cannot be taken; what was in force stays. */
export class UnreadableSettingsFile extends Error {
  override readonly name = 'UnreadableSettingsFile';
  readonly problem: SettingsFileProblem;

  constructor(problem: SettingsFileProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Writes what a user changed to a file.
 * In: the changes. Out: JSON, for people to read too. A pause is left out: it ends by itself.
 */
export function writeSettingsFile(settings: SettingsPatch): string {
  const changed = { ...settings };
  delete changed.pausedUntil;
  return `${JSON.stringify({ kind: MARK, ...toStored(changed, {}) }, null, 2)}\n`;
}

/**
 * Reads such a file.
 * In: its text. Out: the changes that it holds, and the fields of it that cannot be read. Throws UnreadableSettingsFile.
 */
export function readSettingsFile(text: string): { changed: SettingsPatch; ignored: string[] } {
  const file = v.safeParse(SettingsFileSchema, parse(text));
  if (!file.success) throw new UnreadableSettingsFile('not-settings');
  const { version, changed } = file.output;
  if (version > SETTINGS_VERSION) throw new UnreadableSettingsFile('newer');
  const read = readStored({ version, changed });
  if (read.problem?.kind === 'unreadable') throw new UnreadableSettingsFile('unreadable');
  return { changed: read.changed, ignored: [...(read.problem?.fields ?? []), ...Object.keys(read.kept)] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableSettingsFile('not-json');
  }
}
