import * as v from 'valibot';

/** In: a schema and a candidate of unknown shape. Out: what is wrong in it, each with the path of the field. */
export function problemsIn(schema: v.GenericSchema, candidate: unknown): string[] {
  const { issues } = v.safeParse(schema, candidate);
  return (issues ?? []).map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
