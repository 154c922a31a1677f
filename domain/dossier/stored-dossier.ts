import * as v from 'valibot';

import { DossierSchema, type Dossier } from './dossier.ts';
import { inOrderAdded } from './dossier-patch.ts';

/** Takes what one format kept to what the next one keeps. Throws on what it cannot read. */
export type DossierMigration = (dossier: Record<string, unknown>) => Record<string, unknown>;

/** `DOSSIER_MIGRATIONS[0]` goes from format 1 to format 2, and so on: each with a golden example of the format it leaves. */
export const DOSSIER_MIGRATIONS: readonly DossierMigration[] = [];

const FormatSchema = v.looseObject({ format: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** A dossier that cannot be read. It stays where it is. */
export class UnreadableDossier extends Error {
  override readonly name = 'UnreadableDossier';
  readonly problem: 'newer' | 'unreadable';
  /** The part of it that cannot be read. */
  readonly where: string;

  constructor(problem: UnreadableDossier['problem'], where = '') {
    super(where === '' ? problem : `${problem}: ${where}`);
    this.problem = problem;
    this.where = where;
  }
}

/**
 * Reads a dossier from where it was kept, by this version of Ancrage or by an older one.
 * In: the raw value and the migrations in force. Out: the dossier. Throws UnreadableDossier, which says where.
 */
export function readDossier(raw: unknown, migrations: readonly DossierMigration[] = DOSSIER_MIGRATIONS): Dossier {
  const kept = v.safeParse(FormatSchema, raw);
  if (!kept.success) throw new UnreadableDossier('unreadable', 'format');
  if (kept.output.format > migrations.length + 1) throw new UnreadableDossier('newer');
  let dossier: Record<string, unknown> = kept.output;
  try {
    for (const migrate of migrations.slice(kept.output.format - 1)) dossier = migrate(dossier);
  } catch (error) {
    throw new UnreadableDossier('unreadable', String(error));
  }
  const read = v.safeParse(DossierSchema, dossier);
  if (!read.success) throw new UnreadableDossier('unreadable', v.getDotPath(read.issues[0]) ?? '');
  return { ...read.output, entries: inOrderAdded(read.output.entries) };
}
