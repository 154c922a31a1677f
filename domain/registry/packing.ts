import type { Alias } from './alias.ts';
import type { Registry } from './registry.ts';
import type { Citation } from './source.ts';
import type { LocalizedText } from './text.ts';

/**
 * A registry as it ships inside the extension: what repeats most stands once, and like stands beside like, which
 * compresses best. Not for people: the published file is plain.
 * A citation is a list of places: its source, its day, its quotation if any. A text is its place among the texts. A name
 * that nothing confirms or excludes is a list. A fact that nobody reviewed is null.
 */
export interface PackedRegistry {
  registry: unknown;
  /** One column for each field, by publisher and address; a field that a source does not bear is null. */
  sources: { id: string[]; publisher: string[]; title: string[]; url: string[] } & Record<
    (typeof OPTIONAL_COLUMNS)[number],
    (string | null)[]
  >;
  days: string[];
  texts: Record<'fr' | 'en', string[]>;
}

const OPTIONAL_COLUMNS = ['date', 'readThrough'] as const;

/**
 * Packs a registry.
 * In: a registry. Out: the same content in fewer bytes; equal registries give equal bytes.
 */
export function packRegistry(registry: Registry): PackedRegistry {
  const sources = Object.entries(registry.sources).toSorted(byPublisherAndAddress);
  const places = new Map(sources.map(([id], place) => [id, place]));
  const days = numbering<string>();
  const texts = numbering<LocalizedText>();

  const pack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pack);
    if (!isRecord(value)) return value;
    if (isCitation(value)) {
      const { source, checkedOn, quote } = value;
      return [CITATION, places.get(source) ?? source, days.of(checkedOn), ...(quote === undefined ? [] : [quote])];
    }
    if (isText(value)) return [TEXT, texts.of(value)];
    if (isPlainAlias(value)) return [ALIAS, value.kind, value.case, value.text];
    if (isNotReviewed(value)) return NOT_REVIEWED;
    return mapValues(value, pack);
  };
  const { sources: _, ...rest } = registry;
  return {
    registry: pack(rest),
    sources: {
      id: sources.map(([id]) => id),
      publisher: sources.map(([, { publisher }]) => publisher),
      title: sources.map(([, { title }]) => title),
      url: sources.map(([, { url }]) => url),
      date: sources.map(([, { date }]) => date ?? null),
      readThrough: sources.map(([, { readThrough }]) => readThrough ?? null),
    },
    days: days.all(),
    texts: { fr: texts.all().map(({ fr }) => fr), en: texts.all().map(({ en }) => en) },
  };
}

/**
 * Unpacks what `packRegistry` packed.
 * In: a packed registry that was built with the extension. Out: the registry, equal to the one packed.
 */
export function unpackRegistry(packed: PackedRegistry): Registry {
  const { days, texts } = packed;
  const unpack = (value: unknown): unknown => {
    if (value === NOT_REVIEWED) return { state: 'not-reviewed' };
    if (Array.isArray(value)) {
      if (value[0] === TEXT) return { fr: texts.fr[value[1]], en: texts.en[value[1]] };
      if (value[0] === ALIAS) return { text: value[3], kind: value[1], case: value[2] };
      if (value[0] !== CITATION) return value.map(unpack);
      const [, source, day, quote] = value as [number, number | string, number, string?];
      return {
        source: typeof source === 'number' ? packed.sources.id[source] : source,
        checkedOn: days[day],
        ...(quote !== undefined && { quote }),
      };
    }
    return isRecord(value) ? mapValues(value, unpack) : value;
  };
  const sources = packed.sources.id.map((id, place) => [id, sourceAt(packed.sources, place)]);
  return { ...(unpack(packed.registry) as Registry), sources: Object.fromEntries(sources) };
}

function sourceAt(columns: PackedRegistry['sources'], place: number): unknown {
  const optional = OPTIONAL_COLUMNS.map((column) => [column, columns[column][place]] as const);
  return {
    publisher: columns.publisher[place],
    title: columns.title[place],
    url: columns.url[place],
    ...Object.fromEntries(optional.filter(([, value]) => value !== null)),
  };
}

/** Sources of one publisher stand together, their addresses in order: neighbours repeat each other. */
function byPublisherAndAddress([idA, a]: [string, Source], [idB, b]: [string, Source]): number {
  const [before, after] = [JSON.stringify([a.publisher, a.url, idA]), JSON.stringify([b.publisher, b.url, idB])];
  return before < after ? -1 : Number(before > after);
}

/** Gives each different value its place, in the order met. */
function numbering<Value>() {
  const met = new Map<string, { place: number; value: Value }>();
  return {
    of: (value: Value): number => {
      const key = JSON.stringify(value);
      const known = met.get(key) ?? { place: met.size, value };
      met.set(key, known);
      return known.place;
    },
    all: (): Value[] => [...met.values()].map(({ value }) => value),
  };
}

/** None can stand in a registry: no list there begins with a number, and no field is null. */
const CITATION = 0;
const TEXT = 1;
const ALIAS = 2;
const NOT_REVIEWED = null;

type JsonRecord = Record<string, unknown>;
type Source = Registry['sources'][string];

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCitation(value: JsonRecord): value is Citation & JsonRecord {
  return typeof value['source'] === 'string' && typeof value['checkedOn'] === 'string';
}

function isText(value: JsonRecord): value is LocalizedText & JsonRecord {
  return hasOnly(value, ['fr', 'en']);
}

function isPlainAlias(value: JsonRecord): value is Alias & JsonRecord {
  return hasOnly(value, ['text', 'kind', 'case']);
}

function hasOnly(value: JsonRecord, fields: readonly string[]): boolean {
  return Object.keys(value).length === fields.length && fields.every((field) => typeof value[field] === 'string');
}

function isNotReviewed(value: JsonRecord): boolean {
  return value['state'] === 'not-reviewed' && Object.keys(value).length === 1;
}

function mapValues(record: JsonRecord, map: (value: unknown) => unknown): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
