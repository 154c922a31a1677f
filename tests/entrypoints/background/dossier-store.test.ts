import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { readBeginning } from '../../../domain/dossier/beginning.ts';
import type { Dossier } from '../../../domain/dossier/dossier.ts';
import { coverOf } from '../../../domain/dossier/dossier-patch.ts';
import type * as DossierStore from '../../../entrypoints/background/dossier-store.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from '../../domain/dossier/sample-dossier.ts';

const AT = '2026-11-25T09:00:00+01:00';
const rename = (name: string) => (dossier: Dossier) => ({ cover: { ...coverOf(dossier), name }, put: [], drop: [] });
const take = (id: string) => () => ({ cover: null, put: [], drop: [id] });

let store: typeof DossierStore;
/** The worker forgets what it opened, as it does whenever the browser ends it. */
const wake = async (): Promise<typeof DossierStore> => {
  vi.resetModules();
  return import('../../../entrypoints/background/dossier-store.ts');
};
const refusal = (problem: string) => expect.objectContaining({ problem });

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await wake();
  await store.createStored(DOSSIER);
});

describe('kept dossiers', () => {
  it('are read back identical, by a worker that wakes up too', async () => {
    store = await wake();
    expect(await store.readRaw(DOSSIER.id)).toEqual({ dossier: DOSSIER, undoable: false });
    const { dossiers, active } = await store.listStored();
    expect(dossiers).toMatchObject([{ id: DOSSIER.id, name: 'Hébergement', entries: 2, revision: 4 }]);
    expect(active).toBe(DOSSIER.id);
  });

  it('refuse a change of a revision that is no more: the last good state stays', async () => {
    await store.changeStored(DOSSIER.id, 4, rename('Un'), AT);
    await expect(store.changeStored(DOSSIER.id, 4, rename('Deux'), AT)).rejects.toEqual(refusal('changed-elsewhere'));
    expect(await store.readStored(DOSSIER.id)).toMatchObject({ name: 'Un', revision: 5 });
  });

  it('let one of two changes at once through, and tell the other', async () => {
    const both = await Promise.allSettled([
      store.changeStored(DOSSIER.id, 4, rename('Un'), AT),
      store.changeStored(DOSSIER.id, 4, rename('Deux'), AT),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('take both of two additions that name no revision', async () => {
    const add = () => ({ cover: null, put: [{ ...AUBE_ENTRY, id: crypto.randomUUID() }], drop: [] });
    await Promise.all([store.changeStored(DOSSIER.id, null, add, AT), store.changeStored(DOSSIER.id, null, add, AT)]);
    expect((await store.readStored(DOSSIER.id)).entries).toHaveLength(4);
  });

  it('keep nothing of a change that fails', async () => {
    const fails = () => {
      throw new RangeError('no');
    };
    await expect(store.changeStored(DOSSIER.id, 4, fails, AT)).rejects.toThrow(RangeError);
    expect(await store.readRaw(DOSSIER.id)).toEqual({ dossier: DOSSIER, undoable: false });
  });

  it('take each change back, the last one first, after a restart of the worker too', async () => {
    await store.changeStored(DOSSIER.id, 4, rename('Un'), AT);
    await store.changeStored(DOSSIER.id, 5, take(NIMBE_ENTRY.id), AT);
    store = await wake();
    await store.undoStored(DOSSIER.id, 6, () => true, AT);
    expect(await store.readStored(DOSSIER.id)).toMatchObject({ name: 'Un', entries: DOSSIER.entries });
    await store.undoStored(DOSSIER.id, 7, () => true, AT);
    expect(await store.readRaw(DOSSIER.id)).toEqual({
      dossier: { ...DOSSIER, revision: 8, changedAt: AT },
      undoable: false,
    });
    await expect(store.undoStored(DOSSIER.id, 8, () => true, AT)).rejects.toEqual(refusal('nothing-to-undo'));
  });

  it('take back only what may be', async () => {
    await store.changeStored(DOSSIER.id, 4, rename('Un'), AT);
    await expect(store.undoStored(DOSSIER.id, 5, () => false, AT)).rejects.toEqual(refusal('nothing-to-undo'));
    await expect(store.undoStored(DOSSIER.id, 4, () => true, AT)).rejects.toEqual(refusal('changed-elsewhere'));
    expect((await store.readStored(DOSSIER.id)).name).toBe('Un');
  });

  it('are put aside and brought back, with their way back', async () => {
    await store.changeStored(DOSSIER.id, 4, rename('Un'), AT);
    await expect(store.removeStored(DOSSIER.id, 4, 1)).rejects.toEqual(refusal('changed-elsewhere'));
    await store.removeStored(DOSSIER.id, 5, 1);
    expect(await store.listStored()).toEqual({ dossiers: [], active: null });
    await expect(store.readStored(DOSSIER.id)).rejects.toEqual(refusal('missing'));
    await store.restoreStored(DOSSIER.id);
    expect((await store.readRaw(DOSSIER.id)).undoable).toBe(true);
  });

  it('bring back the last three removed, and no more', async () => {
    const others = Array.from({ length: 4 }, () => ({ ...DOSSIER, id: crypto.randomUUID() }));
    for (const [place, other] of others.entries()) {
      await store.createStored(other);
      await store.removeStored(other.id, 4, place);
    }
    await expect(store.restoreStored(others[0]?.id ?? '')).rejects.toEqual(refusal('missing'));
    for (const { id } of others.slice(1)) await store.restoreStored(id);
    expect((await store.listStored()).dossiers).toHaveLength(4);
  });

  it('go back a hundred changes', async () => {
    for (let revision = 4; revision < 108; revision += 1) {
      await store.changeStored(DOSSIER.id, revision, rename(`${revision}`), AT);
    }
    for (let revision = 108; revision < 208; revision += 1) {
      await store.undoStored(DOSSIER.id, revision, () => true, AT);
    }
    await expect(store.undoStored(DOSSIER.id, 208, () => true, AT)).rejects.toEqual(refusal('nothing-to-undo'));
    expect((await store.readStored(DOSSIER.id)).name).toBe('7');
  });
});

describe('the beginning of a long dossier', () => {
  const LONG: Dossier = {
    ...DOSSIER,
    id: '99999999-9999-4999-8999-999999999999',
    entries: Array.from({ length: 30 }, (_, place) => ({
      ...AUBE_ENTRY,
      id: `00000000-0000-4000-8000-0000000000${10 + place}`,
    })),
  };
  const beginning = async () => readBeginning(await store.readRawBeginning(LONG.id));

  it('goes with each change of the whole, and with its removal', async () => {
    await store.createStored(LONG);
    expect(await beginning()).toMatchObject({ entries: 30, dossier: { revision: 4 } });
    const first = (await beginning())?.dossier.entries[0]?.id ?? '';
    await store.changeStored(LONG.id, 4, take(first), AT);
    expect(await beginning()).toMatchObject({ entries: 29, dossier: { revision: 5 } });
    expect((await beginning())?.dossier.entries.map(({ id }) => id)).not.toContain(first);
    await store.undoStored(LONG.id, 5, () => true, AT);
    expect(await beginning()).toMatchObject({ entries: 30, dossier: { revision: 6 } });
    await store.removeStored(LONG.id, 6, 0);
    expect(await beginning()).toBeNull();
    await store.restoreStored(LONG.id);
    expect(await beginning()).toMatchObject({ entries: 30 });
  });

  it('is not kept of one that became short', async () => {
    await store.createStored(LONG);
    const drop = LONG.entries.slice(5).map(({ id }) => id);
    await store.changeStored(LONG.id, 4, () => ({ cover: null, put: [], drop }), AT);
    expect(await store.readRawBeginning(LONG.id)).toBeUndefined();
  });

  it('is missing where an older version kept the dossier, until it changes', async () => {
    globalThis.indexedDB = new IDBFactory();
    const older = await openDB('ancrage-dossiers', 1, {
      upgrade(db) {
        for (const name of ['dossiers', 'summaries', 'steps', 'removed', 'choice']) db.createObjectStore(name);
      },
    });
    await older.put('dossiers', LONG, LONG.id);
    older.close();
    store = await wake();
    expect(await beginning()).toBeNull();
    expect(await store.readStored(LONG.id)).toEqual(LONG);
    await store.changeStored(LONG.id, 4, rename('Un'), AT);
    expect(await beginning()).toMatchObject({ entries: 30, dossier: { name: 'Un' } });
  });
});
