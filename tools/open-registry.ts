import type { Registry } from '../domain/registry/registry.ts';
import { assembleRegistry } from './assemble-registry.ts';
import { readDataFolder, type DataFolder } from './data-folder.ts';
import { DataError } from './read-data.ts';

/**
 * Opens the registry for a tool that only reads it.
 * In: the data folder, the project's own unless told. Out: the folder and its registry; nothing where the data do not
 * hold, which is then said on stderr with the exit code set.
 */
export function openRegistry(folder?: string): (DataFolder & { registry: Registry }) | undefined {
  try {
    const data = readDataFolder(folder);
    const assembled = assembleRegistry(data.raw, data.edition);
    if ('registry' in assembled) return { ...data, ...assembled };
    console.error(`${assembled.problems.length} problem(s) in the data: run "npm run registry:check".`);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    console.error(error.message);
  }
  process.exitCode = 1;
  return undefined;
}
