import { beforeEach, expect, it, vi } from 'vitest';

import { DossierDesk, type DossierState } from '../../../entrypoints/dossier/dossier-desk.ts';
import { coverText } from '../../../entrypoints/dossier/text-place.ts';
import * as calls from '../../../entrypoints/own-page/dossier-calls.ts';
import { AUBE_ENTRY, DOSSIER } from '../../domain/dossier/sample-dossier.ts';

vi.mock('../../../entrypoints/own-page/dossier-calls.ts');
vi.mock('../../../entrypoints/own-page/data-calls.ts');

const BEGINNING = { dossier: { ...DOSSIER, entries: [AUBE_ENTRY] }, entries: DOSSIER.entries.length };

let answer: (read: Awaited<ReturnType<typeof calls.readDossier>>) => void;
let states: DossierState[];
let desk: DossierDesk;

beforeEach(async () => {
  vi.clearAllMocks();
  vi.stubGlobal('document', new EventTarget());
  vi.mocked(calls.readDossierBeginning).mockResolvedValue(BEGINNING);
  vi.mocked(calls.readDossier).mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  vi.mocked(calls.compareDossier).mockResolvedValue({ ok: false, problem: 'failed' });
  states = [];
  desk = new DossierDesk(DOSSIER.id, (state) => states.push(state));
  desk.start();
  await vi.waitUntil(() => vi.mocked(calls.readDossier).mock.calls.length > 0);
});

it('shows the beginning, then the whole; what is made of the dossier waits for that', async () => {
  expect(states.map(({ reading }) => reading)).toEqual([{ kind: 'shown', ...BEGINNING, undoable: false }]);
  const whole = desk.whole();
  answer({ ok: true, dossier: DOSSIER, undoable: true });
  expect(await whole).toEqual(DOSSIER);
  expect(desk.state.reading).toMatchObject({ kind: 'shown', dossier: DOSSIER, entries: 2, undoable: true });
});

it('makes nothing of a beginning whose whole cannot be read', async () => {
  const whole = desk.whole();
  answer({ ok: false, problem: 'unreadable' });
  expect(await whole).toBeNull();
  expect(desk.state.reading).toEqual({ kind: 'refused', problem: 'unreadable' });
});

it('offers a copy of the whole where two windows changed a text while it was read', async () => {
  const saved = desk.saveText(coverText('note'), 'Le mien', 'Avant');
  answer({ ok: true, dossier: DOSSIER, undoable: false });
  expect(await saved).toBeNull();
  expect(desk.state.conflict?.copy.entries).toEqual(DOSSIER.entries);
});
