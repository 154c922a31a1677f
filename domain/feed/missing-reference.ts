import type { Registry } from '../registry/registry.ts';

/**
 * Looks for what a record refers to and the registry does not hold: a citation's source, an exposure's law, a
 * qualification's scheme. Shown, each would be a fact without its receipt.
 * In: a record, and what it may refer to (a field that is absent is not asked for). Out: what is missing; null where nothing is.
 */
export function missingReferenceIn(
  value: unknown,
  references: Pick<Registry, 'sources'> & Partial<Pick<Registry, 'laws' | 'schemes'>>,
): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('source' in value && 'checkedOn' in value) return missing(value.source, references.sources, 'source');
  if ('law' in value && 'basis' in value) return missing(value.law, references.laws, 'law');
  if ('scheme' in value) {
    const scheme = missing(value.scheme, references.schemes, 'scheme');
    if (scheme !== null) return scheme;
  }
  for (const part of Object.values(value)) {
    const found = missingReferenceIn(part, references);
    if (found !== null) return found;
  }
  return null;
}

function missing(id: unknown, among: object | undefined, what: string): string | null {
  return among === undefined || typeof id !== 'string' || Object.hasOwn(among, id) ? null : `names no ${what}: ${id}`;
}
