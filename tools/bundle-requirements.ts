import * as v from 'valibot';

import type { BundledRequirements } from '../domain/requirements/requirement-set.ts';
import { RequirementsSchema } from '../domain/requirements/requirement-set.ts';
import type { Registry } from '../domain/registry/registry.ts';
import { citationsIn } from './assemble-registry.ts';
import { DataError, type RawData } from './read-data.ts';

/**
 * Makes the file of requirement sets that ships: the sets, and the sources that they cite.
 * In: the raw data. Out: the sets with their sources. Throws DataError when the file is not what the schema asks.
 */
export function bundleRequirements(raw: RawData, sources: Registry['sources']): BundledRequirements {
  const result = v.safeParse(RequirementsSchema, raw.shared.requirements);
  if (!result.success) {
    const [issue] = result.issues;
    throw new DataError('requirements.json', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  return { ...result.output, sources: citedSources(result.output, sources) };
}

/** In: any part of the data, and every source. Out: the sources that the part cites. */
export function citedSources(part: unknown, sources: Registry['sources']): Registry['sources'] {
  const cited = new Set(citationsIn(part).map(({ source }) => source));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id)));
}
