import bundled from '../../generated/registry.json';
import { unpackRegistry } from '../../domain/registry/packing.ts';
import type { Registry } from '../../domain/registry/registry.ts';

let registry: Registry | undefined;

/** The registry that answers. Bundled, it was held to its schema when it was built; unpacked once for each life of the worker. */
export function registryInForce(): Registry {
  registry ??= unpackRegistry(bundled);
  return registry;
}
