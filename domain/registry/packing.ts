import type { Registry } from './registry.ts';

/**
 * A registry as it ships inside the extension: what repeats most stands once. Not for people: the published file is plain.
 * A citation is a list of places: its source, its day, its quotation if any. A fact that nobody reviewed is null.
 */
export interface PackedRegistry {
  registry: unknown;
  sources: string[];
  days: string[];
}

/**
 * Packs a registry.
 * In: a registry. Out: the same content in fewer bytes; equal registries give equal bytes.
 */
export function packRegistry(registry: Registry): PackedRegistry {
  const sources = Object.keys(registry.sources);
  const days: string[] = [];
  const places = new Map(sources.map((id, place) => [id, place]));
  const placeOfDay = (day: string) => (days.includes(day) ? days.indexOf(day) : days.push(day) - 1);

  const pack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pack);
    if (!isRecord(value)) return value;
    if (isCitation(value)) {
      return [
        CITATION,
        places.get(value.source) ?? value.source,
        placeOfDay(value.checkedOn),
        ...(value.quote === undefined ? [] : [value.quote]),
      ];
    }
    if (isNotReviewed(value)) return NOT_REVIEWED;
    return mapValues(value, pack);
  };
  return { registry: pack({ ...registry, sources: Object.values(registry.sources) }), sources, days };
}

/**
 * Unpacks what `packRegistry` packed.
 * In: a packed registry that was built with the extension. Out: the registry, equal to the one packed.
 */
export function unpackRegistry(packed: PackedRegistry): Registry {
  const unpack = (value: unknown): unknown => {
    if (value === NOT_REVIEWED) return { state: 'not-reviewed' };
    if (Array.isArray(value)) {
      if (value[0] !== CITATION) return value.map(unpack);
      const [, source, day, quote] = value as [number, number | string, number, string?];
      return {
        source: typeof source === 'number' ? packed.sources[source] : source,
        checkedOn: packed.days[day],
        ...(quote !== undefined && { quote }),
      };
    }
    return isRecord(value) ? mapValues(value, unpack) : value;
  };
  const registry = unpack(packed.registry) as Omit<Registry, 'sources'> & { sources: Registry['sources'][string][] };
  const sources = Object.fromEntries(packed.sources.map((id, place) => [id, registry.sources[place]]));
  return { ...registry, sources } as Registry;
}

/** Neither can stand in a registry: no list there begins with a number, and no field is null. */
const CITATION = 0;
const NOT_REVIEWED = null;

type JsonRecord = Record<string, unknown>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCitation(value: JsonRecord): value is { source: string; checkedOn: string; quote?: string } {
  return typeof value['source'] === 'string' && typeof value['checkedOn'] === 'string';
}

function isNotReviewed(value: JsonRecord): boolean {
  return value['state'] === 'not-reviewed' && Object.keys(value).length === 1;
}

function mapValues(record: JsonRecord, map: (value: unknown) => unknown): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
