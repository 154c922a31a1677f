import * as v from 'valibot';

const SpanSchema = v.object({ start: v.number(), end: v.number(), text: v.string() });

const PassageRowSchema = v.object({ id: v.string(), lang: v.string(), genre: v.string(), text: v.string() });
const GoldRowSchema = v.object({
  id: v.string(),
  mentions: v.array(v.object({ ...SpanSchema.entries, provider: v.string(), role: v.optional(v.string()) })),
});
const TrapRowSchema = v.object({ id: v.string(), traps: v.array(SpanSchema), ignore: v.array(SpanSchema) });

export type Span = v.InferOutput<typeof SpanSchema>;
export type GoldMention = v.InferOutput<typeof GoldRowSchema>['mentions'][number];

/** A passage with what a reader marked in it. Offsets are UTF-16 units. */
export interface AnnotatedPassage {
  id: string;
  lang: string;
  genre: string;
  text: string;
  mentions: GoldMention[];
  ignore: Span[];
}

/** A row that does not have the shape agreed, with the file's name for it and its line. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/**
 * Joins the three files of a corpus by passage id.
 * In: their texts, one JSON object a line. Out: annotated passages. Throws CorpusError with line and field; a passage without gold row is one without mention.
 */
export function readCorpus(passages: string, gold: string, traps: string): AnnotatedPassage[] {
  const mentions = new Map(readRows(gold, GoldRowSchema, 'gold').map((row) => [row.id, row.mentions]));
  const ignore = new Map(readRows(traps, TrapRowSchema, 'traps').map((row) => [row.id, row.ignore]));
  return readRows(passages, PassageRowSchema, 'passages').map((row) => ({
    ...row,
    mentions: mentions.get(row.id) ?? [],
    ignore: ignore.get(row.id) ?? [],
  }));
}

function readRows<const Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  name: string,
): v.InferOutput<Schema>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new CorpusError(`${name}, line ${index + 1}: not JSON`);
    }
    const result = v.safeParse(schema, row);
    if (result.success) return [result.output];
    throw new CorpusError(
      `${name}, line ${index + 1}: ${v.getDotPath(result.issues[0]) ?? ''}: ${result.issues[0].message}`,
    );
  });
}
