import * as v from 'valibot';

import { RequirementsSchema } from '../domain/requirements/requirement-set.ts';
import type { Registry } from '../domain/registry/registry.ts';
import type { Problem } from './assemble-registry.ts';
import { checkTexts } from './check-wording.ts';

const FILE = 'requirements.json';

/**
 * The rules for requirement sets: their shape, ids that stand once, schemes that exist, neutral wording.
 * In: the parsed file and the registry. Out: the problems found, each with its field and remedy.
 */
export function checkRequirementSets(file: unknown, registry: Registry): Problem[] {
  const result = v.safeParse(RequirementsSchema, file);
  if (!result.success)
    return result.issues.map((issue) => ({ file: FILE, field: v.getDotPath(issue) ?? '', message: issue.message }));
  const { sets } = result.output;
  return [
    ...twice(sets, 'sets'),
    ...sets.flatMap((set, index) => [
      ...twice(set.predicates, `sets.${index}.predicates`),
      ...set.predicates.flatMap((predicate, number) =>
        !('scheme' in predicate) || predicate.scheme === undefined || predicate.scheme in registry.schemes
          ? []
          : [
              {
                file: FILE,
                field: `sets.${index}.predicates.${number}.scheme`,
                message: `"${predicate.scheme}" is not in schemes.json: add it there or correct the id`,
              },
            ],
      ),
    ]),
    ...checkTexts(FILE, result.output),
  ];
}

function twice(items: readonly { id: string }[], field: string): Problem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) === index
      ? []
      : [{ file: FILE, field: `${field}.${index}.id`, message: `"${id}" stands twice: give each its own id` }],
  );
}
