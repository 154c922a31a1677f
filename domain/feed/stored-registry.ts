import * as v from 'valibot';

import { abridge } from '../registry/abridging.ts';
import { buildNameIndex, type NameIndex } from '../registry/name-index.ts';
import type { Registry } from '../registry/registry.ts';
import { sha256Of } from './ask-feed.ts';
import { readReceivedRegistry } from './received-registry.ts';

/** Where a received registry is kept. All are written at once, or none. */
export const FILE_KEY = 'feed.file';
export const REGISTRY_KEY = 'feed.registry';
export const NAMES_KEY = 'feed.names';
export const STORED_KEYS = [FILE_KEY, REGISTRY_KEY, NAMES_KEY];

/**
 * What was made of a file, ready to answer: read against its schema when it was written, and not again at each of the many
 * starts of a worker (35 ms and more on the 0.9 MB of 156 providers), where its hash tells that it is still the same.
 */
const PreparedSchema = v.strictObject({
  /** SHA-256 of the file that it was made of. */
  of: v.string(),
  /** The version of Ancrage that made it: another may read more in the file. */
  by: v.string(),
  text: v.string(),
  /** SHA-256 of the text. */
  check: v.string(),
});

type Values = Record<string, unknown>;

/** What is asked for: the file, by its SHA-256, as this version of Ancrage reads it. */
interface Wanted {
  sha256: string;
  by: string;
}

/**
 * Makes what is stored of a registry.
 * In: the file's text as signed, what was read of it, what is stored it under. Out: what answers (abridged as the bundled
 * one is), and the values to store: the file itself, so that fields of the future are kept; the registry; the name index.
 */
export async function prepare(
  text: string,
  registry: Registry,
  wanted: Wanted,
): Promise<{ registry: Registry; values: Values }> {
  const abridged = abridge(registry);
  return {
    registry: abridged,
    values: {
      [FILE_KEY]: text,
      [REGISTRY_KEY]: await prepared(abridged, wanted),
      // From the whole registry: the words around ambiguous names are abridged away.
      [NAMES_KEY]: await prepared(buildNameIndex(registry), wanted),
    },
  };
}

async function prepared(content: unknown, { sha256, by }: Wanted): Promise<v.InferOutput<typeof PreparedSchema>> {
  const text = JSON.stringify(content);
  return { of: sha256, by, text, check: await sha256OfText(text) };
}

/**
 * Reads what `prepare` made.
 * In: what storage holds under one of the keys, and what is wanted. Out: the registry or the name index; null where it is
 * not there, was made of another file or by another version, or is not what was written.
 */
export async function readPrepared<Content extends Registry | NameIndex>(
  raw: unknown,
  wanted: Wanted,
): Promise<Content | null> {
  const stored = v.safeParse(PreparedSchema, raw);
  if (!stored.success) return null;
  const { of, by, text, check } = stored.output;
  if (of !== wanted.sha256 || by !== wanted.by || (await sha256OfText(text)) !== check) return null;
  return JSON.parse(text) as Content;
}

/**
 * Makes it again from the file that is kept with it.
 * In: what storage holds as the file, and what is wanted. Out: as `prepare`; null where the file is not the one signed or
 * this version cannot read it.
 */
export async function prepareAgain(raw: unknown, wanted: Wanted): Promise<Awaited<ReturnType<typeof prepare>> | null> {
  if (typeof raw !== 'string' || (await sha256OfText(raw)) !== wanted.sha256) return null;
  try {
    return await prepare(raw, readReceivedRegistry(new TextEncoder().encode(raw)).registry, wanted);
  } catch {
    return null;
  }
}

function sha256OfText(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text));
}
