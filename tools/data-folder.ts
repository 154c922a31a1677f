import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Edition } from './assemble-registry.ts';
import { readData, readJson, SHARED_FILES, type RawData } from './read-data.ts';

export const ROOT = join(import.meta.dirname, '..');
export const DATA = join(ROOT, 'data');

export interface DataFolder {
  raw: RawData;
  edition: Edition;
  /** Each file's text as it stands on disk, by its name below `data/`. */
  texts: ReadonlyMap<string, string>;
}

/** Reads a data folder whole. In: its path, the project's own unless told. Out: parsed, and as text. Throws DataError on a missing file or bad JSON. */
export function readDataFolder(folder = DATA): DataFolder {
  const raw = readData(folder);
  const names = [
    ...[...raw.providers.keys()].map((name) => `providers/${name}.json`),
    ...SHARED_FILES.map((name) => `${name}.json`),
  ];
  return {
    raw,
    edition: readJson(join(folder, 'edition.json')) as Edition,
    texts: new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  };
}
