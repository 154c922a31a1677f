import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

/** What was put there may come from another version: values are parsed when they are read. */
interface Schema extends DBSchema {
  dossiers: { key: string; value: unknown };
  summaries: { key: string; value: unknown };
  /** Of long dossiers, what is shown while the rest is read. */
  beginnings: { key: string; value: unknown };
  /** The way back from each change, by dossier and by the revision that the change made. */
  steps: { key: [string, number]; value: unknown };
  removed: { key: string; value: unknown };
  choice: { key: 'active'; value: unknown };
}

const EVERY_STORE = ['dossiers', 'summaries', 'beginnings', 'steps', 'removed', 'choice'] as const;

export type Transaction = IDBPTransaction<Schema, typeof EVERY_STORE, 'readwrite'>;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Where dossiers are kept. Opened once for each life of the worker. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('ancrage-dossiers', 2, {
    upgrade(db) {
      // A dossier that the first shape kept has no beginning until it changes: it is then read whole.
      for (const name of EVERY_STORE) if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
    },
    // A newer Ancrage wants to change the shape, or the browser took the database away: the next call opens it anew.
    blocking: forget,
    terminated: forget,
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function forget(): void {
  void opened?.then(
    (db) => {
      db.close();
    },
    () => undefined,
  );
  opened = undefined;
}

/** Runs `work` in one transaction: whoever else writes comes before or after. Nothing is kept of it where it throws. */
export async function inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await attempt(work);
  } catch (error) {
    // After a full disk, Firefox lets the next transaction of a connection take things away, and put nothing: where there
    // is room again, the one after it does.
    if (error instanceof Error && error.name === 'InvalidStateError') return attempt(work);
    throw error;
  }
}

async function attempt<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const db = await database();
  const transaction = db.transaction(EVERY_STORE, 'readwrite');
  // What it fails with is reported once, by whoever waits for it below.
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It had ended by itself, and says why: a full disk, above all.
      if (transaction.error !== null) throw transaction.error;
    }
    throw error;
  }
}

/** In: a dossier's id. Out: the range of its steps. */
export function stepsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}
