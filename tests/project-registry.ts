import type { Registry } from '../domain/registry/registry.ts';
import { assembleRegistry } from '../tools/assemble-registry.ts';
import { readDataFolder, type DataFolder } from '../tools/data-folder.ts';

/** The project's own data, and the registry that is made of them. Throws where they do not hold. */
export function readProjectRegistry(): DataFolder & { registry: Registry } {
  const data = readDataFolder();
  const assembled = assembleRegistry(data.raw, data.edition);
  if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
  return { ...data, registry: assembled.registry };
}
