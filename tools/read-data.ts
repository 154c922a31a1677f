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
  const names = listFolder(join(folder, 'providers')).filter((name) => name.endsWith('.json'));
  const providers = new Map(
    names.sort().map((name) => [name.slice(0, -'.json'.length), readJson(join(folder, 'providers', name))]),
  );
  const shared = Object.fromEntries(
    SHARED_FILES.map((name) => [name, readJson(join(folder, `${name}.json`))]),
  ) as RawData['shared'];
  return { providers, shared };
}

/** In: a file's path. Out: its parsed JSON. Throws DataError where it cannot be read or is not JSON. */
export function readJson(file: string): unknown {
  const text = read(file, () => readFileSync(file, 'utf8'));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DataError(file, `is not JSON: ${(error as Error).message}`);
  }
}

function listFolder(folder: string): string[] {
  return read(folder, () => readdirSync(folder));
}

function read<Content>(path: string, attempt: () => Content): Content {
  try {
    return attempt();
  } catch (error) {
    throw new DataError(path, `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
}
