import * as v from 'valibot';

/**
 * The same schema, for a record that a later version of Ancrage may have written: fields that it does not know are left
 * aside instead of refused. All else is held to the letter.
 * In: a schema made of Valibot's objects, arrays, records, variants and pipes. Out: one of the same output.
 */
export function tolerant<const Schema extends v.GenericSchema>(schema: Schema): Schema {
  return relax(schema) as unknown as Schema;
}

/** The parts of a Valibot schema by which it is made of others; documented as its public shape. */
interface Relaxable extends v.GenericSchema {
  pipe?: [v.GenericSchema, ...v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>[]];
  entries?: v.ObjectEntries;
  item?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  key?: unknown;
  value?: v.GenericSchema;
  options?: v.GenericSchema[];
}

function relax(schema: Relaxable): v.GenericSchema {
  const { pipe, entries, item, wrapped, value, options } = schema;
  if (pipe !== undefined) {
    const [first, ...rest] = pipe;
    return v.pipe(relax(first), ...(rest as [])) as v.GenericSchema;
  }
  switch (schema.type) {
    case 'strict_object':
      return v.object(Object.fromEntries(Object.entries(entries ?? {}).map(([key, entry]) => [key, relax(entry)])));
    case 'array':
      return item === undefined ? schema : v.array(relax(item));
    case 'exact_optional':
      return wrapped === undefined ? schema : (v.exactOptional(relax(wrapped)) as v.GenericSchema);
    case 'record':
      return value === undefined ? schema : v.record(schema.key as v.GenericSchema<string>, relax(value));
    case 'variant':
      return v.variant(
        schema.key as string,
        (options ?? []).map(relax) as [v.ObjectSchema<v.ObjectEntries, undefined>],
      );
    default:
      return schema;
  }
}
