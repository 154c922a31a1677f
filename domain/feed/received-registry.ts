import * as v from 'valibot';

import { AliasSchema } from '../registry/alias.ts';
import { EvidenceSchema } from '../registry/evidence.ts';
import { FalseFriendSchema } from '../registry/false-friend.ts';
import { DaySchema } from '../registry/partial-date.ts';
import { EventSchema, ProviderSchema, type Provider } from '../registry/provider.ts';
import { CountriesSchema, LawSchema, SchemeSchema } from '../registry/reference.ts';
import type { Registry } from '../registry/registry.ts';
import { SourceSchema } from '../registry/source.ts';
import { IdSchema } from '../registry/text.ts';
import { duplicateKeyIn } from './duplicate-key.ts';
import { FeedFailure } from './feed-failure.ts';
import { hostileTextIn } from './hostile-text.ts';
import { missingReferenceIn } from './missing-reference.ts';
import { readReceivedJson } from './received-json.ts';
import { tolerant } from './tolerant-schema.ts';

/** A record that was kept out of a received registry: where it stands, and why. */
export interface LeftOut {
  record: string;
  reason: string;
}

/** A registry as it was received: what of it can be used, and what not. */
export interface ReceivedRegistry {
  registry: Registry;
  leftOut: LeftOut[];
  /** How many providers the file holds, those kept out too. */
  announced: number;
}

const RecordsSchema = v.record(v.string(), v.unknown());
/** What there is no data set without. Its records are looked at one by one. */
const FrameSchema = v.object({
  format: v.literal(1),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: DaySchema,
  providers: RecordsSchema,
  falseFriends: v.array(v.unknown()),
  evidence: tolerant(EvidenceSchema),
  laws: RecordsSchema,
  schemes: RecordsSchema,
  countries: tolerant(CountriesSchema),
  sources: RecordsSchema,
});
const OneLawSchema = tolerant(LawSchema);
const OneSchemeSchema = tolerant(SchemeSchema);
const OneSourceSchema = tolerant(SourceSchema);
const OneProviderSchema = tolerant(ProviderSchema);
const OneEventSchema = tolerant(EventSchema);
const OneAliasSchema = tolerant(AliasSchema);
const OneFalseFriendSchema = tolerant(FalseFriendSchema);

/**
 * Reads a registry that may have been written for a later version of Ancrage, or by somebody who means harm.
 * Fields that are not known are left aside. A record that cannot be read as a whole is kept out and named, never read in
 * part: a provider with one offering less would be a wrong statement. Only its events and its aliases stand each for
 * itself. What cites a source, a law or a scheme that is not there is kept out too.
 * In: the file's bytes. Out: the registry and what was kept out. Throws FeedFailure `not-a-registry` or `duplicate-key`.
 */
export function readReceivedRegistry(bytes: Uint8Array): ReceivedRegistry {
  const json = parseJson(bytes);
  const frame = v.safeParse(FrameSchema, json);
  if (!frame.success) {
    const [issue] = frame.issues;
    throw new FeedFailure('not-a-registry', `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim());
  }
  const { providers, falseFriends, laws, schemes, sources, evidence, countries, ...edition } = frame.output;
  const hostile = hostileTextIn({ evidence, countries });
  if (hostile !== null) throw new FeedFailure('not-a-registry', hostile);

  const leftOut: LeftOut[] = [];
  const readSources = readRecords('sources', sources, OneSourceSchema, leftOut);
  const references = {
    sources: readSources,
    laws: withReferences('laws', readRecords('laws', laws, OneLawSchema, leftOut), { sources: readSources }, leftOut),
    schemes: withReferences(
      'schemes',
      readRecords('schemes', schemes, OneSchemeSchema, leftOut),
      { sources: readSources },
      leftOut,
    ),
  };
  const missing = missingReferenceIn(countries, references);
  if (missing !== null) throw new FeedFailure('not-a-registry', `countries ${missing}`);
  return {
    registry: {
      ...edition,
      providers: readProviders(providers, references, leftOut),
      falseFriends: readList('falseFriends', falseFriends, OneFalseFriendSchema, leftOut),
      evidence,
      countries,
      ...references,
    },
    leftOut,
    announced: Object.keys(providers).length,
  };
}

function parseJson(bytes: Uint8Array): unknown {
  const { text, json } = readReceivedJson(bytes, 'not-a-registry');
  const twice = duplicateKeyIn(text);
  if (twice !== null) throw new FeedFailure('duplicate-key', twice);
  return json;
}

/** Reads one record; where it cannot be, names it and gives undefined. */
function readRecord<Schema extends v.GenericSchema>(
  name: string,
  raw: unknown,
  schema: Schema,
  leftOut: LeftOut[],
): v.InferOutput<Schema> | undefined {
  const record = v.safeParse(schema, raw);
  if (!record.success) {
    const [issue] = record.issues;
    const path = v.getDotPath(issue);
    leftOut.push({ record: path === null ? name : `${name}.${path}`, reason: issue.message });
    return undefined;
  }
  const hostile = hostileTextIn(record.output);
  if (hostile === null) return record.output;
  leftOut.push({ record: name, reason: hostile });
  return undefined;
}

function readRecords<Schema extends v.GenericSchema>(
  name: string,
  raw: Record<string, unknown>,
  schema: Schema,
  leftOut: LeftOut[],
): Record<string, v.InferOutput<Schema>> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([id, value]) => {
      if (!v.safeParse(IdSchema, id).success) {
        leftOut.push({ record: `${name}.${id}`, reason: 'is not an id' });
        return [];
      }
      const record = readRecord(`${name}.${id}`, value, schema, leftOut);
      return record === undefined ? [] : [[id, record] as const];
    }),
  );
}

function readList<Schema extends v.GenericSchema>(
  name: string,
  raw: readonly unknown[],
  schema: Schema,
  leftOut: LeftOut[],
): v.InferOutput<Schema>[] {
  return raw.flatMap((value, place) => {
    const record = readRecord(`${name}.${place}`, value, schema, leftOut);
    return record === undefined ? [] : [record];
  });
}

type References = Parameters<typeof missingReferenceIn>[1];

function readProviders(
  raw: Record<string, unknown>,
  references: References,
  leftOut: LeftOut[],
): Registry['providers'] {
  const alone = Object.fromEntries(Object.entries(raw).map(([id, one]) => [id, withoutOddParts(id, one, leftOut)]));
  const read: Record<string, Provider> = readRecords('providers', alone, OneProviderSchema, leftOut);
  for (const [id, provider] of Object.entries(read)) {
    if (provider.id === id) continue;
    leftOut.push({ record: `providers.${id}`, reason: `is called ${provider.id}` });
    delete read[id];
  }
  return withReferences('providers', read, references, leftOut);
}

/** Takes out of a provider the events and the aliases that cannot be read: each stands for itself. */
function withoutOddParts(id: string, raw: unknown, leftOut: LeftOut[]): unknown {
  const provider = v.safeParse(v.looseObject({ events: v.array(v.unknown()), aliases: v.array(v.unknown()) }), raw);
  if (!provider.success) return raw;
  const { events, aliases } = provider.output;
  return {
    ...provider.output,
    events: readList(`providers.${id}.events`, events, OneEventSchema, leftOut),
    aliases: readList(`providers.${id}.aliases`, aliases, OneAliasSchema, leftOut),
  };
}

function withReferences<Value>(
  name: string,
  records: Record<string, Value>,
  references: References,
  leftOut: LeftOut[],
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(records).filter(([id, record]) => {
      const missing = missingReferenceIn(record, references);
      if (missing !== null) leftOut.push({ record: `${name}.${id}`, reason: missing });
      return missing === null;
    }),
  );
}
