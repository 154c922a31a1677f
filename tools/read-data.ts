import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the registry that cannot be used, with the remedy. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly file: string;

  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}

/** The files of `data/` as parsed JSON, before any schema. */
export interface RawData {
  providers: Map<string, unknown>;
  shared: Record<SharedFile, unknown>;
}

export const SHARED_FILES = [
  'countries',
  'evidence',
  'false-friends',
  'laws',
  'portals',
  'priority',
  'requirements',
  'schemes',
  'sources',
] as const;
export type SharedFile = (typeof SHARED_FILES)[number];

/**
 * Reads the data folder.
 * In: its path. Out: each provider file by its name without `.json`, sorted, and the shared files. Throws DataError on bad JSON.
 */
export function readData(folder: string): RawData {
  const names = readdirSync(join(folder, 'providers')).filter((name) => name.endsWith('.json'));
  const providers = new Map(
    names.sort().map((name) => [name.slice(0, -'.json'.length), readJson(join(folder, 'providers', name))]),
  );
  const shared = Object.fromEntries(
    SHARED_FILES.map((name) => [name, readJson(join(folder, `${name}.json`))]),
  ) as RawData['shared'];
  return { providers, shared };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new DataError(file, `is not JSON: ${(error as Error).message}`);
  }
}
