import * as v from 'valibot';

const SpanSchema = v.object({
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: v.optional(v.string(), ''),
});

const PassageRowSchema = v.object({
  id: v.string(),
  lang: v.optional(v.string(), 'unknown'),
  genre: v.optional(v.string(), 'unknown'),
  text: v.string(),
});
const GoldRowSchema = v.object({
  id: v.string(),
  mentions: v.array(v.object({ ...SpanSchema.entries, provider: v.string(), role: v.optional(v.string()) })),
});
const TrapRowSchema = v.object({ id: v.string(), ignore: v.optional(v.array(SpanSchema), []) });
const FamiliesSchema = v.object({ providers: v.record(v.string(), v.object({ family: v.string() })) });

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
 * In: their texts, one JSON object a line. Out: annotated passages. Throws CorpusError with line and field; a passage
 * without gold row is one without mention.
 */
export function readCorpus(passages: string, gold: string, traps: string): AnnotatedPassage[] {
  const rows = readRows(passages, PassageRowSchema, 'passages');
  const mentions = byPassage(readRows(gold, GoldRowSchema, 'gold'), rows, 'gold');
  const ignore = byPassage(readRows(traps, TrapRowSchema, 'traps'), rows, 'traps');
  return rows.map((row) => ({
    ...row,
    mentions: (mentions.get(row.id)?.mentions ?? []).map((span) => ({
      ...span,
      text: row.text.slice(span.start, span.end),
    })),
    ignore: ignore.get(row.id)?.ignore ?? [],
  }));
}

/** In: the text of a `providers.json`. Out: the family of each slug. Throws CorpusError. */
export function readFamilies(json: string): Record<string, string> {
  const result = v.safeParse(FamiliesSchema, parse(json, 'families'));
  if (!result.success) throw new CorpusError(`families: ${problemOf(result.issues[0])}`);
  return Object.fromEntries(Object.entries(result.output.providers).map(([slug, { family }]) => [slug, family]));
}

/** A gold row for a passage that is not there would pass for a perfect score. */
function byPassage<Row extends { id: string }>(
  rows: readonly Row[],
  passages: readonly { id: string }[],
  name: string,
): Map<string, Row> {
  const known = new Set(passages.map(({ id }) => id));
  const stranger = rows.find(({ id }) => !known.has(id));
  if (stranger !== undefined) throw new CorpusError(`${name}: no passage has the id "${stranger.id}"`);
  return new Map(rows.map((row) => [row.id, row]));
}

function readRows<const Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  name: string,
): v.InferOutput<Schema>[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const place = `${name}, line ${index + 1}`;
      const result = v.safeParse(schema, parse(line, place));
      if (result.success) return [result.output];
      throw new CorpusError(`${place}: ${problemOf(result.issues[0])}`);
    });
}

function parse(json: string, place: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new CorpusError(`${place}: not JSON`);
  }
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
