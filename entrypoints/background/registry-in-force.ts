import type { Registry } from '../../domain/registry/registry.ts';
import { feedReceiver } from './feed.ts';

/** The registry that answers: the newest of those bundled and received. */
export function registryInForce(): Promise<Registry> {
  return feedReceiver.registry();
}
