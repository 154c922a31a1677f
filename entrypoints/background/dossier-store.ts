import * as v from 'valibot';

import { beginningOf } from '../../domain/dossier/beginning.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { applyPatch, DossierPatchSchema, type DossierPatch } from '../../domain/dossier/dossier-patch.ts';
import { readDossier } from '../../domain/dossier/stored-dossier.ts';
import { DossierSummarySchema, type DossierSummary } from '../../domain/protocol/dossier-messages.ts';
import { database, inTransaction, stepsOf, type Transaction } from './dossier-database.ts';
import { DossierRefused } from './dossier-refused.ts';

const RemovedSchema = v.strictObject({ dossier: v.unknown(), removedAt: v.number() });

/** How many changes of a dossier can be taken back, and how many removed dossiers brought back. */
const MOST_STEPS = 100;
const MOST_REMOVED = 3;

/** Every dossier in short, the one last changed first; and the active one. */
export async function listStored(): Promise<{ dossiers: DossierSummary[]; active: string | null }> {
  const db = await database();
  const [summaries, active] = await Promise.all([db.getAll('summaries'), db.get('choice', 'active')]);
  const dossiers = summaries.flatMap((raw) => {
    const read = v.safeParse(DossierSummarySchema, raw);
    return read.success ? [read.output] : [];
  });
  dossiers.sort((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
  return { dossiers, active: dossiers.find(({ id }) => id === active)?.id ?? dossiers[0]?.id ?? null };
}

/** One dossier as it was put there, for whoever reads it to parse, and whether a change of it can be taken back. Throws DossierRefused. */
export async function readRaw(id: string): Promise<{ dossier: unknown; undoable: boolean }> {
  const db = await database();
  const [dossier, steps] = await Promise.all([db.get('dossiers', id), db.count('steps', stepsOf(id))]);
  if (dossier === undefined) throw new DossierRefused('missing');
  return { dossier, undoable: steps > 0 };
}

/** What was put there of a long dossier's beginning; undefined where there is none, and the whole is to be read. */
export async function readRawBeginning(id: string): Promise<unknown> {
  return (await database()).get('beginnings', id);
}

/** One dossier. Throws DossierRefused or UnreadableDossier. */
export async function readStored(id: string): Promise<Dossier> {
  return readDossier((await readRaw(id)).dossier);
}

/** Keeps a dossier that is not there yet, and makes it the active one. */
export function createStored(dossier: Dossier): Promise<void> {
  return inTransaction(async (transaction) => {
    await put(dossier, transaction);
    // Of a removed one of the same id.
    await transaction.objectStore('steps').delete(stepsOf(dossier.id));
    await transaction.objectStore('choice').put(dossier.id, 'active');
  });
}

/**
 * Changes a dossier.
 * In: its id, the revision that is to be changed (null: any), what to change in it (null: nothing), the moment. Out: the
 * dossier after it. Throws DossierRefused, UnreadableDossier, DossierFull, or what the database failed with; nothing was then changed.
 */
export function changeStored(
  id: string,
  revision: number | null,
  change: (dossier: Dossier) => DossierPatch | null,
  at: string,
): Promise<Dossier> {
  return inTransaction(async (transaction) => {
    const dossier = await readAt(id, revision, transaction);
    const patch = change(dossier);
    if (patch === null) return dossier;
    const { dossier: changed, inverse } = applyPatch(dossier, patch, at);
    await put(changed, transaction);
    const steps = transaction.objectStore('steps');
    await steps.put(inverse, [id, changed.revision]);
    const kept = await steps.getAllKeys(stepsOf(id));
    for (const old of kept.slice(0, Math.max(0, kept.length - MOST_STEPS))) await steps.delete(old);
    return changed;
  });
}

/** Takes the last change back. In: as above, and whether that change may be. Out: the dossier after it. */
export function undoStored(
  id: string,
  revision: number,
  isAllowed: (step: DossierPatch) => boolean,
  at: string,
): Promise<Dossier> {
  return inTransaction(async (transaction) => {
    const dossier = await readAt(id, revision, transaction);
    const last = await transaction.objectStore('steps').openCursor(stepsOf(id), 'prev');
    const step = v.safeParse(DossierPatchSchema, last?.value);
    if (last === null || !step.success || !isAllowed(step.output)) throw new DossierRefused('nothing-to-undo');
    const { dossier: changed } = applyPatch(dossier, step.output, at);
    await last.delete();
    await put(changed, transaction);
    return changed;
  });
}

/** Puts a dossier aside, whatever state it is in: one that cannot be read can be removed, and brought back. */
export function removeStored(id: string, revision: number, at: number): Promise<void> {
  return inTransaction(async (transaction) => {
    const [dossiers, summaries, removed] = stores(transaction);
    const [dossier, summary] = await Promise.all([dossiers.get(id), summaries.get(id)]);
    if (dossier === undefined) throw new DossierRefused('missing');
    if (v.is(DossierSummarySchema, summary) && summary.revision !== revision) {
      throw new DossierRefused('changed-elsewhere');
    }
    await removed.put({ dossier, removedAt: at }, id);
    await Promise.all([dossiers.delete(id), summaries.delete(id), transaction.objectStore('beginnings').delete(id)]);
    await forgetOldest(transaction);
  });
}

/** Brings a removed dossier back. */
export function restoreStored(id: string): Promise<Dossier> {
  return inTransaction(async (transaction) => {
    const [dossiers, , removed] = stores(transaction);
    const [raw, taken] = await Promise.all([removed.get(id), dossiers.count(id)]);
    const read = v.safeParse(RemovedSchema, raw);
    if (!read.success) throw new DossierRefused('missing');
    // Read from its file meanwhile.
    if (taken > 0) throw new DossierRefused('changed-elsewhere');
    const dossier = readDossier(read.output.dossier);
    await put(dossier, transaction);
    await removed.delete(id);
    return dossier;
  });
}

/** Makes a dossier the one that names are added to. */
export function chooseStored(id: string): Promise<void> {
  return inTransaction(async (transaction) => {
    if ((await transaction.objectStore('dossiers').count(id)) === 0) throw new DossierRefused('missing');
    await transaction.objectStore('choice').put(id, 'active');
  });
}

function stores(transaction: Transaction) {
  return [
    transaction.objectStore('dossiers'),
    transaction.objectStore('summaries'),
    transaction.objectStore('removed'),
  ] as const;
}

async function readAt(id: string, revision: number | null, transaction: Transaction): Promise<Dossier> {
  const raw = await transaction.objectStore('dossiers').get(id);
  if (raw === undefined) throw new DossierRefused('missing');
  const dossier = readDossier(raw);
  if (revision !== null && revision !== dossier.revision) throw new DossierRefused('changed-elsewhere');
  return dossier;
}

async function put(dossier: Dossier, transaction: Transaction): Promise<void> {
  const [dossiers, summaries] = stores(transaction);
  const { id, revision, name, reference, buyer, entries, changedAt } = dossier;
  const summary: DossierSummary = { id, revision, name, reference, buyer, entries: entries.length, changedAt };
  const beginnings = transaction.objectStore('beginnings');
  const beginning = beginningOf(dossier);
  await Promise.all([
    dossiers.put(dossier, id),
    summaries.put(summary, id),
    beginning === null ? beginnings.delete(id) : beginnings.put(beginning, id),
  ]);
}

async function forgetOldest(transaction: Transaction): Promise<void> {
  const [, , removed] = stores(transaction);
  const ids = await removed.getAllKeys();
  const dated = await Promise.all(
    ids.map(async (id) => {
      const read = v.safeParse(RemovedSchema, await removed.get(id));
      return { id, removedAt: read.success ? read.output.removedAt : 0 };
    }),
  );
  dated.sort((a, b) => b.removedAt - a.removedAt);
  for (const { id } of dated.slice(MOST_REMOVED)) {
    await Promise.all([removed.delete(id), transaction.objectStore('steps').delete(stepsOf(id))]);
  }
}
