import * as v from 'valibot';

import { EntryChangeSchema } from '../dossier/changed-since.ts';
import { DossierEntrySchema, DossierSchema, type Dossier } from '../dossier/dossier.ts';
import { CoverSchema } from '../dossier/dossier-patch.ts';
import { DaySchema } from '../registry/partial-date.ts';
import {
  DossierIdSchema,
  RefusalSchema,
  RevisionSchema,
  type AddRequest,
  type Addition,
  type ChangeAnswer,
  type UndoRequest,
} from './addition.ts';

const EntryIdsSchema = v.pipe(v.array(DossierEntrySchema.entries.id), v.minLength(1), v.maxLength(2000));

export const DossierSummarySchema = v.strictObject({
  id: DossierIdSchema,
  revision: RevisionSchema,
  name: v.string(),
  reference: v.string(),
  buyer: v.string(),
  entries: v.number(),
  changedAt: DossierSchema.entries.changedAt,
});
export type DossierSummary = v.InferOutput<typeof DossierSummarySchema>;

export const DossierListSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** The one last changed first. */
    dossiers: v.array(DossierSummarySchema),
    /** The one that names are added to; null where there is none yet. */
    active: v.nullable(DossierIdSchema),
    /** The browser is one that keeps nothing when it is closed. */
    forgetful: v.boolean(),
  }),
  RefusalSchema,
]);
export type DossierList = v.InferOutput<typeof DossierListSchema>;

export const DossierAnswerSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** As it was kept, perhaps by an older version: it is parsed once, by whoever shows it. */
    dossier: v.unknown(),
    /** Whether there is a change to take back. */
    undoable: v.boolean(),
  }),
  RefusalSchema,
]);
export type DossierAnswer = v.InferOutput<typeof DossierAnswerSchema>;

export const BeginningAnswerSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** As it was kept, and parsed by whoever shows it; undefined of a dossier that is short. */
    beginning: v.optional(v.unknown()),
  }),
  RefusalSchema,
]);
export type BeginningAnswer = v.InferOutput<typeof BeginningAnswerSchema>;

export const DossierComparisonSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    registry: v.strictObject({ version: v.number(), date: DaySchema }),
    /** By entry; only those of which the registry in force says something else. */
    changes: v.record(v.string(), EntryChangeSchema),
  }),
  RefusalSchema,
]);
export type DossierComparison = v.InferOutput<typeof DossierComparisonSchema>;

export const ChangeRequestSchema = v.strictObject({
  dossier: DossierIdSchema,
  /** The revision that the window shows. */
  revision: RevisionSchema,
  change: v.variant('kind', [
    v.strictObject({ kind: v.literal('cover'), cover: CoverSchema }),
    v.strictObject({
      kind: v.literal('note'),
      entry: DossierEntrySchema.entries.id,
      note: DossierEntrySchema.entries.note,
    }),
    v.strictObject({ kind: v.literal('remove'), entries: EntryIdsSchema }),
    /** Takes the facts of the registry in force. */
    v.strictObject({ kind: v.literal('freeze-again'), entries: EntryIdsSchema }),
  ]),
});
export type ChangeRequest = v.InferOutput<typeof ChangeRequestSchema>;

export const DossierRequestSchema = DossierIdSchema;
export const KeepRequestSchema = DossierSchema;

/** What is said about dossiers. The background alone keeps them: every change goes through it, one after the other. */
export interface DossierProtocol {
  /** Our own pages to background. */
  listDossiers(): DossierList;
  readDossier(id: string): DossierAnswer;
  /** What is shown of a long dossier while the rest is read. */
  readDossierBeginning(id: string): BeginningAnswer;
  /** What the registry in force says otherwise. */
  compareDossier(id: string): DossierComparison;
  /** A new dossier without entries, which becomes the active one. */
  createDossier(): ChangeAnswer;
  /** Makes it the one that names are added to. */
  chooseDossier(id: string): ChangeAnswer;
  changeDossier(request: ChangeRequest): ChangeAnswer;
  /** Keeps a dossier from a file or from another window, under an id of its own where there is another of the same. */
  keepDossier(dossier: Dossier): ChangeAnswer;
  removeDossier(request: UndoRequest): ChangeAnswer;
  /** Takes back the removal of a dossier. */
  restoreDossier(id: string): ChangeAnswer;
  /** Any of ours to background: a content script adds one provider at a time, to the active dossier. */
  addToDossier(request: AddRequest): Addition;
  /** Takes back the last change; from a content script only where that was an addition. */
  undoInDossier(request: UndoRequest): ChangeAnswer;
  /** Content script to background: the dossier's page, in a tab beside its own. */
  openDossier(id: string): void;
  /** Popup to content script: the title and the address of its page. */
  readPageSeen(): { title: string; url: string };
  /** Background to our own pages: something about the dossiers changed. */
  dossiersChanged(): void;
}
