import * as v from 'valibot';

import { type Dossier } from './dossier.ts';
import { readDossier, UnreadableDossier } from './stored-dossier.ts';

/** How a dossier is known before it is read closely: another program's JSON, or another file of ours, is none. */
const FileSchema = v.looseObject({ format: v.number(), buyerKind: v.string(), entries: v.unknown() });
/** How the text of one begins, whole or not. */
const BEGINNING = /^\{\s*"format":\s*\d+,\s*"id":\s*"[0-9a-f-]+/;

/** Nobody's dossier is longer, in bytes: two thousand entries with all their receipts. */
export const LONGEST_DOSSIER_FILE = 40_000_000;

/** Why a file is not taken, in the order in which it is looked at. */
export type DossierFileProblem = 'too-large' | 'empty' | 'truncated' | 'not-json' | 'not-ours' | 'newer' | 'unreadable';

/** A file that cannot be taken; no dossier was changed. */
export class UnreadableDossierFile extends Error {
  override readonly name = 'UnreadableDossierFile';
  readonly problem: DossierFileProblem;
  /** The part of it that cannot be read, where that is known: `entries.3.assessment.axes`. */
  readonly where: string;

  constructor(problem: DossierFileProblem, where = '') {
    super(where === '' ? problem : `${problem}: ${where}`);
    this.problem = problem;
    this.where = where;
  }
}

/** In: a dossier. Out: the text of its file, JSON, which `readDossierFile` reads back identical. */
export function writeDossierFile(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`;
}

/** In: the text of a file, of at most 40 MB. Out: the dossier in it. Throws UnreadableDossierFile. */
export function readDossierFile(text: string): Dossier {
  if (text.length > LONGEST_DOSSIER_FILE) throw new UnreadableDossierFile('too-large');
  // A byte order mark, which some editors put before what they save.
  const json = text.replace(/^\uFEFF/, '').trim();
  if (json === '') throw new UnreadableDossierFile('empty');
  const file = v.safeParse(FileSchema, parse(json));
  if (!file.success) throw new UnreadableDossierFile('not-ours');
  try {
    return readDossier(file.output);
  } catch (error) {
    if (error instanceof UnreadableDossier) throw new UnreadableDossierFile(error.problem, error.where);
    throw error;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // It begins as ours do: what comes after is missing.
    throw new UnreadableDossierFile(BEGINNING.test(json) ? 'truncated' : 'not-json');
  }
}
