import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import {
  FeedManifestSchema,
  SignedFeedSchema,
  type FeedManifest,
  type RegistryFile,
} from '../../domain/feed/feed-manifest.ts';
import { ChangeLogSchema, type ChangeLog } from './change-log.ts';
import { FeedError, reasonOf } from './feed-error.ts';
import { registryFile } from './registry-file.ts';

export const DEFAULT_FOLDER = join('generated', 'feed');

/** The files of a published folder that other files point to. The registry's is named after its hash. */
export const NAMES = { feed: 'feed.json', manifest: 'manifest.json', changes: 'changes.json' } as const;

/** In: a folder. Out: its unsigned manifest. Throws FeedError when there is none, or when it is not one. */
export function readManifest(folder: string): FeedManifest {
  return parsed(FeedManifestSchema, readJson(join(folder, NAMES.manifest)), join(folder, NAMES.manifest));
}

/** In: a folder. Out: its log of changes. Throws FeedError when there is none, or when it is not one. */
export function readChangeLog(folder: string): ChangeLog {
  return parsed(ChangeLogSchema, readJson(join(folder, NAMES.changes)), join(folder, NAMES.changes));
}

/** In: a folder. Out: the manifest that its `feed.json` carries, whose signature is not looked at. Throws FeedError when there is none. */
export function readSignedManifest(folder: string): FeedManifest {
  const file = join(folder, NAMES.feed);
  const { payload } = parsed(SignedFeedSchema, readJson(file), file);
  try {
    return parsed(FeedManifestSchema, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), file);
  } catch (error) {
    throw error instanceof FeedError ? error : new FeedError(`${file}: its payload is not JSON`);
  }
}

/**
 * Reads a registry's file.
 * In: a folder and the file's entry in the manifest. Out: its bytes, whose size and hash are those of the entry. Throws
 * FeedError otherwise.
 */
export function readRegistryFile(folder: string, entry: RegistryFile): Buffer {
  const path = join(folder, entry.file);
  const bytes = read(path);
  if (bytes.length !== entry.size || registryFile(bytes).sha256 !== entry.sha256) {
    throw new FeedError(`${path}: is not the file that the manifest names: its content has changed`);
  }
  return bytes;
}

/** What stands at a place where a folder is to be published: nothing, a feed, or something that is not ours to replace. */
export function whatStandsAt(folder: string): 'nothing' | 'feed' | 'other' {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return 'nothing';
  return existsSync(join(folder, NAMES.manifest)) ? 'feed' : 'other';
}

/**
 * Puts a whole folder in place of another.
 * In: its path and its files by name. Nothing stands there half-written: the files are written in a folder beside it,
 * which then takes its place. Throws FeedError where the disk does not take them.
 */
export function placeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const [aside, old] = [`${folder}.part`, `${folder}.old`];
  try {
    for (const left of [aside, old]) rmSync(left, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(aside, name), content);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(aside, folder);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
    rmSync(aside, { recursive: true, force: true });
    throw new FeedError(`${folder}: cannot be written: ${reasonOf(error)}`);
  }
}

/** In: a folder and files by name. Each is written aside, and only when all are there put in place. Throws FeedError. */
export function placeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  try {
    for (const [name, content] of files) writeFileSync(join(folder, `${name}.part`), content);
    for (const name of files.keys()) renameSync(join(folder, `${name}.part`), join(folder, name));
  } catch (error) {
    for (const name of files.keys()) rmSync(join(folder, `${name}.part`), { force: true });
    throw new FeedError(`${folder}: cannot be written: ${reasonOf(error)}`);
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new FeedError(`${path}: cannot be read: ${reasonOf(error)}`);
  }
}

function readJson(path: string): unknown {
  const text = read(path).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedError(`${path}: is not JSON`);
  }
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown, path: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new FeedError(`${path}: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`);
}
