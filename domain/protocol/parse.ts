import * as v from 'valibot';

/** A payload that does not have the shape agreed: from an older copy of the extension, or from a page that forges one. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

/**
 * Parses what crossed a boundary.
 * In: a schema and a payload of unknown shape. Out: the payload, typed. Throws MalformedMessage with the path that failed.
 */
export function parseMessage<const Schema extends v.GenericSchema>(
  schema: Schema,
  payload: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, payload);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new MalformedMessage(`${v.getDotPath(issue) ?? 'message'}: ${issue.message}`);
}
