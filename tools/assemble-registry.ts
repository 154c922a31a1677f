import * as v from 'valibot';

import type { Citation } from '../domain/registry/source.ts';
import { RegistrySchema, type Registry } from '../domain/registry/registry.ts';
import type { RawData } from './read-data.ts';

export interface Edition {
  /** Only ever grows. */
  version: number;
  /** ISO day of the edition. */
  date: string;
}

/** What is wrong in `data/`: file, field and remedy. */
export interface Problem {
  file: string;
  field: string;
  message: string;
}

/**
 * Puts the files of `data/` together into one registry.
 * In: raw data and the edition. Out: the registry, or every problem that the schema finds; nothing half-built.
 */
export function assembleRegistry(raw: RawData, edition: Edition): { registry: Registry } | { problems: Problem[] } {
  const candidate = {
    format: 1,
    ...edition,
    providers: Object.fromEntries(raw.providers),
    falseFriends: raw.shared['false-friends'],
    evidence: raw.shared.evidence,
    laws: raw.shared.laws,
    schemes: raw.shared.schemes,
    countries: raw.shared.countries,
    sources: raw.shared.sources,
  };
  const result = v.safeParse(RegistrySchema, candidate);
  if (result.success) return { registry: result.output };
  return { problems: result.issues.map((issue) => locate(v.getDotPath(issue) ?? '', issue.message)) };
}

const FILE_OF_FIELD: Record<string, string> = { falseFriends: 'false-friends' };

function locate(path: string, message: string): Problem {
  const [top = '', second = '', ...rest] = path.split('.');
  return top === 'providers'
    ? { file: `providers/${second}.json`, field: rest.join('.'), message }
    : { file: `${FILE_OF_FIELD[top] ?? top}.json`, field: [second, ...rest].filter(Boolean).join('.'), message };
}

/**
 * Every citation of a registry, with where it stands.
 * In: any part of a registry. Out: citations in the order met.
 */
export function citationsIn(part: unknown): Citation[] {
  if (Array.isArray(part)) return part.flatMap(citationsIn);
  if (part === null || typeof part !== 'object') return [];
  if ('source' in part && 'checkedOn' in part) return [part as Citation];
  return Object.values(part).flatMap(citationsIn);
}
