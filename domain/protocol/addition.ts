import * as v from 'valibot';

import { IdSchema } from '../registry/text.ts';

export const DossierIdSchema = v.pipe(v.string(), v.uuid());
export const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Why a dossier was not changed, or cannot be shown. It is as it was. */
export const DOSSIER_PROBLEMS = [
  /** There is no dossier of this id any more. */
  'missing',
  /** Another window changed it since this one read it. */
  'changed-elsewhere',
  'storage-full',
  /** More entries than a dossier holds. */
  'too-many',
  'nothing-to-undo',
  /** None of the providers asked is in the registry in force. */
  'not-in-registry',
  /** Kept by a newer version of Ancrage. */
  'newer',
  'unreadable',
  /** The browser did not do it, and does not say why. */
  'failed',
] as const;
export const RefusalSchema = v.strictObject({ ok: v.literal(false), problem: v.picklist(DOSSIER_PROBLEMS) });
export type DossierProblem = v.InferOutput<typeof RefusalSchema>['problem'];
export type DossierRefusal = v.InferOutput<typeof RefusalSchema>;

/** A page as it is, before it is made fit to be kept. */
export const PageSeenSchema = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(2000)),
  url: v.pipe(v.string(), v.maxLength(4000)),
});

/** Providers to add: to the active dossier, or to the one named. */
export const AddRequestSchema = v.strictObject({
  dossier: v.exactOptional(DossierIdSchema),
  providers: v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(1000)),
  /** One of the provider's offerings, where it is about that one alone. */
  offering: v.exactOptional(IdSchema),
  page: v.exactOptional(PageSeenSchema),
});
export type AddRequest = v.InferOutput<typeof AddRequestSchema>;

export const AdditionSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    dossier: DossierIdSchema,
    name: v.string(),
    /** The revision after it, by which it can be taken back. */
    revision: RevisionSchema,
    added: v.number(),
    /** How many were in the dossier already, and were left as they are. */
    already: v.number(),
  }),
  RefusalSchema,
]);
export type Addition = v.InferOutput<typeof AdditionSchema>;

export const UndoRequestSchema = v.strictObject({ dossier: DossierIdSchema, revision: RevisionSchema });
export type UndoRequest = v.InferOutput<typeof UndoRequestSchema>;

export const ChangeAnswerSchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), dossier: DossierIdSchema, revision: RevisionSchema }),
  RefusalSchema,
]);
export type ChangeAnswer = v.InferOutput<typeof ChangeAnswerSchema>;
