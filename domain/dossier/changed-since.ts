import * as v from 'valibot';

import { AXES, AssessmentSchema, type AxisAssessment } from '../assessment/assessment.ts';
import { LocalizedTextSchema } from '../registry/text.ts';
import { ChecklistRowSchema, type Checklist } from '../requirements/checklist.ts';
import { PhraseSchema, type Phrase } from '../wording/phrase.ts';
import type { DossierEntry } from './dossier.ts';

const StatusSchema = v.nullable(v.unwrap(AssessmentSchema.entries.status));
const AnswerSchema = v.nullable(ChecklistRowSchema.entries.answer);

/** What the registry in force says otherwise than an entry, both values side by side. */
export const EntryChangeSchema = v.variant('kind', [
  /** The registry no longer holds the provider, or the offering. */
  v.strictObject({ kind: v.literal('gone') }),
  v.strictObject({
    kind: v.literal('changed'),
    /** What the provider is called; absent where that is the same. */
    name: v.exactOptional(v.strictObject({ before: v.string(), after: v.string() })),
    /** What became of it; absent where that is the same. */
    status: v.exactOptional(v.strictObject({ before: StatusSchema, after: StatusSchema })),
    /** Only the axes that differ, and of each only what differs. */
    axes: v.array(
      v.strictObject({
        axis: v.picklist(AXES),
        before: v.array(PhraseSchema),
        after: v.array(PhraseSchema),
      }),
    ),
    /** Only the things asked whose answer differs. Null where nothing was asked. */
    requirements: v.array(
      v.strictObject({ id: v.string(), text: LocalizedTextSchema, before: AnswerSchema, after: AnswerSchema }),
    ),
  }),
]);
export type EntryChange = v.InferOutput<typeof EntryChangeSchema>;
type Changed = Extract<EntryChange, { kind: 'changed' }>;

/**
 * Compares an entry with what the registry in force says. A source that was only read again is no change.
 * In: the entry, and its facts as of now; null where there are none any more. Out: what differs; null where nothing does.
 */
export function changedSince(
  entry: Pick<DossierEntry, 'assessment' | 'checklist'>,
  now: Pick<DossierEntry, 'assessment' | 'checklist'> | null,
): EntryChange | null {
  if (now === null) return { kind: 'gone' };
  const before = entry.assessment;
  const after = now.assessment;
  const names = { before: before.name, after: after.name };
  const status = { before: before.status ?? null, after: after.status ?? null };
  const axes = AXES.flatMap((axis) => axisChange(axis, before.axes, after.axes));
  const requirements = requirementChanges(entry.checklist, now.checklist);
  const renamed = names.before !== names.after;
  const becameOther = !same(stateOf(status.before), stateOf(status.after));
  if (!renamed && !becameOther && axes.length === 0 && requirements.length === 0) return null;
  return {
    kind: 'changed',
    ...(renamed && { name: names }),
    ...(becameOther && { status }),
    axes,
    requirements,
  };
}

/** A status without its receipts; one that says nothing is as good as none. */
function stateOf(status: v.InferOutput<typeof StatusSchema>): unknown {
  if (status === null || status.state === 'active') return null;
  return [status.state, status.on, status.successor];
}

function axisChange(
  axis: AxisAssessment['axis'],
  before: readonly AxisAssessment[],
  after: readonly AxisAssessment[],
): Changed['axes'] {
  const [old, now] = [before, after].map((axes) => phrasesOf(axes.find((one) => one.axis === axis)));
  if (old === undefined || now === undefined || same(old, now)) return [];
  const only = (these: Phrase[], those: Phrase[]) => these.filter((one) => !those.some((other) => same(one, other)));
  const change = { axis, before: only(old, now), after: only(now, old) };
  // Only their order differs.
  return change.before.length + change.after.length === 0 ? [] : [change];
}

function phrasesOf(axis: AxisAssessment | undefined): Phrase[] {
  return axis === undefined ? [] : [axis.statement, ...axis.details, ...axis.notes];
}

/** Only where the same set is asked: another one is another question. */
function requirementChanges(before: Checklist | undefined, after: Checklist | undefined): Changed['requirements'] {
  if (before === undefined || after === undefined || before.set !== after.set) return [];
  const ids = new Set([...before.rows, ...after.rows].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [old, now] = [before, after].map(({ rows }) => rows.find((row) => row.id === id));
    const text = (now ?? old)?.text;
    if (text === undefined || old?.answer === now?.answer) return [];
    return [{ id, text, before: old?.answer ?? null, after: now?.answer ?? null }];
  });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
