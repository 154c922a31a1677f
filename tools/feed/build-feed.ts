import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { FEED_FORMAT, type FeedManifest } from '../../domain/feed/feed-manifest.ts';
import type { Fact } from '../../domain/registry/fact.ts';
import { RegistrySchema, type Registry } from '../../domain/registry/registry.ts';
import { DATA } from '../data-folder.ts';
import { reportRegistry } from '../report-registry.ts';
import { atomFeed } from './atom-feed.ts';
import { withEdition, type ChangeLog, type LoggedEdition } from './change-log.ts';
import { FeedError } from './feed-error.ts';
import { NAMES, readChangeLog, readRegistryFile, readSignedManifest } from './folder.ts';
import { indexPage, type RegistryCounts } from './index-page.ts';
import { INDEX_WORDS } from './index-words.ts';
import { instant, parseExpiry } from './instant.ts';
import { loggedChanges } from './logged-changes.ts';
import { PAGES } from './pages.ts';
import { registryJsonSchema } from './registry-json-schema.ts';
import { publishedRegistry } from './registry-file.ts';

/** The first version of the extension that reads this format of the registry. */
export const MINIMUM_EXTENSION_VERSION = '0.1.0';

export interface FeedBuild {
  registry: Registry;
  /** The folder published before, whose signature the caller has looked at. */
  previous?: string;
  /** Whether the registry may be the one published already: then its signature alone is to be renewed. */
  renew?: boolean;
  /** Whether fewer than half the providers may remain. */
  fewerProviders?: boolean;
  minimumExtensionVersion?: string;
  /** Where the folder will be, with its last slash. */
  address?: string;
  /** The moment of the build, in milliseconds. */
  now: number;
}

/** The files of a folder to publish, which lacks its signature, and what was said in its log. */
export interface BuiltFeed {
  files: Map<string, string | Uint8Array>;
  manifest: FeedManifest;
  edition: LoggedEdition;
}

/**
 * Builds the folder of a feed, all but the signature. The signed manifest published before stays in it until then, with the
 * registry that it names: the folder can be published at any moment.
 * In: what to publish, after what. Out: its files. Throws FeedError where readers would refuse it, and where the folder
 * published before is not what its manifest says.
 */
export function buildFeed(build: FeedBuild): BuiltFeed {
  const { registry, now } = build;
  const { bytes, entry } = publishedRegistry(registry);
  const before = build.previous === undefined ? undefined : readBefore(build.previous);
  const isSame = before?.manifest.registry.sha256 === entry.sha256;
  if (before !== undefined) {
    checkVersion(registry, before, isSame, build.renew === true);
    checkCount(registry, before, build.fewerProviders === true);
  }

  const log = logOf(build, before, isSame);
  const [edition, since] = log.editions as [LoggedEdition, LoggedEdition | undefined];
  const old = before === undefined ? null : isSame ? before.manifest.previous : before.manifest.registry;
  const manifest: FeedManifest = {
    format: FEED_FORMAT,
    registryVersion: registry.version,
    issued: instant(now),
    expires: parseExpiry(undefined, now),
    registry: entry,
    previous: old,
    minimumExtensionVersion: build.minimumExtensionVersion ?? MINIMUM_EXTENSION_VERSION,
    keys: before?.manifest.keys ?? { coming: [], revoked: [] },
    ...((build.fewerProviders === true || (isSame && before?.manifest.fewerProviders === true)) && {
      fewerProviders: true,
    }),
  };
  const published = { edition, since, counts: countsOf(registry), registry: entry, previous: old };
  const files = new Map<string, string | Uint8Array>([
    [entry.file, bytes],
    ...(old === null || build.previous === undefined
      ? []
      : ([[old.file, readRegistryFile(build.previous, old)]] as const)),
    ...(before === undefined ? [] : ([[NAMES.feed, before.feed]] as const)),
    [NAMES.manifest, `${JSON.stringify(manifest, null, 1)}\n`],
    [NAMES.changes, `${JSON.stringify(log, null, 1)}\n`],
    [PAGES.index, indexPage(published)],
    ...INDEX_WORDS.map((words) => [PAGES.atom[words.language], atomFeed(log, words, build.address)] as const),
    [PAGES.schema, registryJsonSchema()],
    [PAGES.licence, licenceNote(registry)],
  ]);
  return { files, manifest, edition };
}

interface Before {
  /** The signed manifest as it was published. */
  feed: Buffer;
  manifest: FeedManifest;
  /** Undefined where it is of a shape that is not read any more. */
  registry: Registry | undefined;
  providers: number;
  log: ChangeLog;
}

function readBefore(folder: string): Before {
  const manifest = readSignedManifest(folder);
  const json: unknown = JSON.parse(readRegistryFile(folder, manifest.registry).toString('utf8'));
  const registry = v.safeParse(RegistrySchema, json);
  const { providers } = v.parse(v.object({ providers: v.record(v.string(), v.unknown()) }), json);
  const { id, editions } = readChangeLog(folder);
  return {
    feed: readFileSync(join(folder, NAMES.feed)),
    manifest,
    registry: registry.success ? registry.output : undefined,
    providers: Object.keys(providers).length,
    // An edition that was built and never signed was never published.
    log: { id, editions: editions.filter(({ version }) => version <= manifest.registryVersion) },
  };
}

function checkVersion({ version }: Registry, { manifest }: Before, isSame: boolean, renew: boolean): void {
  const published = manifest.registryVersion;
  if (isSame && renew) return;
  if (isSame) {
    throw new FeedError(
      `Version ${version} is published already, with this very content: to renew its signature alone, run feed:sign on the published folder, or build with --renew`,
    );
  }
  if (version === published) {
    throw new FeedError(
      `Version ${version} is published already, with other content, and readers would refuse it: raise "version" in data/edition.json`,
    );
  }
  if (version < published) {
    throw new FeedError(
      `Version ${version} is older than the one published, ${published}, and readers would refuse it: raise "version" in data/edition.json`,
    );
  }
}

function checkCount({ providers }: Registry, before: Before, meant: boolean): void {
  const count = Object.keys(providers).length;
  if (meant || count * 2 >= before.providers) return;
  throw new FeedError(
    `${count} providers would remain of ${before.providers}, fewer than half, and readers would refuse it: if that is meant, say --fewer-providers`,
  );
}

function logOf({ registry, now }: FeedBuild, before: Before | undefined, isSame: boolean): ChangeLog {
  if (before !== undefined && isSame) return before.log;
  const edition: LoggedEdition = {
    version: registry.version,
    date: registry.date,
    built: instant(now),
    providers: Object.keys(registry.providers).length,
    changes: before?.registry === undefined ? null : loggedChanges(before.registry, registry),
  };
  return withEdition(before?.log ?? { id: `urn:uuid:${randomUUID()}`, editions: [] }, edition);
}

function countsOf(registry: Registry): RegistryCounts {
  const { providers, facts, sources } = reportRegistry(registry, registry.date, []);
  const offerings = Object.values(registry.providers).flatMap((provider) => provider.offerings);
  const qualified = offerings
    .flatMap(({ qualifications }) => qualifications as Fact<{ state: string }>[])
    .filter((fact) => 'value' in fact && fact.value.state === 'qualified');
  return {
    providers,
    offerings: offerings.length,
    qualifications: qualified.length,
    known: facts.known + facts.contested,
    unknown: facts.unknown,
    notReviewed: facts.notReviewed,
    sources,
  };
}

function licenceNote({ version, date }: Registry): string {
  return `Registre Ancrage, version ${version} du ${date} — Licence Ouverte 2.0 (Etalab).
À citer : « Registre Ancrage, version ${version}, mise à jour du ${date} ».

Ancrage registry, version ${version} of ${date} — Licence Ouverte 2.0 (Etalab).
To be named: "Ancrage registry, version ${version}, updated ${date}".


${readFileSync(join(DATA, 'LICENSE'), 'utf8')}`;
}
