import * as v from 'valibot';

import { SETTING_KEYS, SettingsSchema, type SettingsPatch } from './settings.ts';

/** The version in which settings are stored. A change of shape adds one, a migration, and a golden example. */
export const SETTINGS_VERSION = 1;

/** Takes what one version stored to what the next one stores. Throws on what it cannot read. */
export type Migration = (changed: Record<string, unknown>) => Record<string, unknown>;

/** `MIGRATIONS[0]` goes from version 1 to version 2, and so on. */
export const MIGRATIONS: readonly Migration[] = [];

export const StoredSettingsSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What the user changed, and whatever a newer version of Ancrage put there: it is kept for the day it comes back. */
  changed: v.record(v.string(), v.unknown()),
});
export type StoredSettings = v.InferOutput<typeof StoredSettingsSchema>;

/** What was wrong with what was stored: all of it, so that it was put aside; or some fields, which fell to their default. */
export type StoredProblem = { kind: 'unreadable' } | { kind: 'fields'; fields: string[] };

export interface ReadSettings {
  changed: SettingsPatch;
  /** Fields that this version does not know. */
  kept: Record<string, unknown>;
  problem: StoredProblem | null;
}

/**
 * Reads what storage holds.
 * In: the raw value (undefined where nothing was ever changed) and the migrations in force. Out: what the user changed,
 * and what could not be read. Never throws: a reader whose settings are lost still gets an answer.
 */
export function readStored(raw: unknown, migrations: readonly Migration[] = MIGRATIONS): ReadSettings {
  if (raw === undefined) return { changed: {}, kept: {}, problem: null };
  const stored = v.safeParse(StoredSettingsSchema, raw);
  if (!stored.success) return unreadable();
  let { changed } = stored.output;
  try {
    for (const migrate of migrations.slice(stored.output.version - 1)) changed = migrate(changed);
  } catch {
    return unreadable();
  }
  return sortOut(changed);
}

function unreadable(): ReadSettings {
  return { changed: {}, kept: {}, problem: { kind: 'unreadable' } };
}

function sortOut(fields: Record<string, unknown>): ReadSettings {
  const known = new Set<string>(SETTING_KEYS);
  const valid: [string, unknown][] = [];
  const wrong: string[] = [];
  for (const key of SETTING_KEYS) {
    if (!Object.hasOwn(fields, key)) continue;
    if (v.is(SettingsSchema.entries[key], fields[key])) valid.push([key, fields[key]]);
    else wrong.push(key);
  }
  return {
    changed: Object.fromEntries(valid),
    kept: Object.fromEntries(Object.entries(fields).filter(([key]) => !known.has(key))),
    problem: wrong.length === 0 ? null : { kind: 'fields', fields: wrong },
  };
}

/** In: what the user changed, and the unknown fields read with it. Out: the value to store. */
export function toStored(changed: SettingsPatch, kept: Record<string, unknown>): StoredSettings {
  return { version: SETTINGS_VERSION, changed: { ...kept, ...changed } };
}
