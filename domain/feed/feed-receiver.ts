import * as v from 'valibot';

import type { NameIndex } from '../registry/name-index.ts';
import type { Registry } from '../registry/registry.ts';
import { askFeed, fetchRegistry } from './ask-feed.ts';
import type { DataReport } from './data-report.ts';
import type { FeedConfiguration } from './feed-configuration.ts';
import { FeedFailure } from './feed-failure.ts';
import type { FeedManifest } from './feed-manifest.ts';
import { STATE_KEY, FeedMemory } from './feed-memory.ts';
import type { FeedState } from './feed-state.ts';
import type { FeedWorld } from './feed-world.ts';
import { legible } from './hostile-text.ts';
import { mustBeMadeFor } from './judge-manifest.ts';
import type { LeftOut } from './received-registry.ts';
import { CHANGES_KEY, changesSince, StoredChangesSchema, type StoredChanges } from './registry-changes.ts';
import { alarmAt, isDue, nextAttempt } from './schedule.ts';
import { prepare } from './stored-registry.ts';
import { endOfValidity } from './validity.ts';

/** How many records kept out are remembered by name. */
const MOST_LEFT_OUT = 50;

/**
 * Receives the feed: holds what is in force, asks when it is time, and takes nothing that is not whole and genuine.
 * Nothing that goes wrong here throws: it is recorded, and what was in force stays.
 */
export class FeedReceiver {
  readonly #world: FeedWorld;
  readonly #memory: FeedMemory;
  #running: Promise<void> | null = null;

  constructor(world: FeedWorld) {
    this.#world = world;
    this.#memory = new FeedMemory(world);
  }

  /** At every start of the worker, and whenever the settings or the policy change: sets the alarm, or takes it back. */
  async wake(): Promise<void> {
    const before = await this.#memory.edition();
    await this.#memory.refresh();
    const { feed, state } = await this.#memory.read();
    const { alarm, now, updatesOn } = this.#world;
    if (feed === null || !(await updatesOn())) await alarm.clear();
    else {
      const at = alarmAt(now(), state.nextAttemptAt, await alarm.standing(), state.jitter);
      if (at !== null) await alarm.set(at);
    }
    if ((await this.#memory.edition()) !== before) this.#world.onEdition();
  }

  /** When the alarm rings: asks, if it is time. */
  async ring(): Promise<void> {
    const { state } = await this.#memory.read();
    if (isDue(this.#world.now(), state.nextAttemptAt)) await this.check();
    else await this.wake();
  }

  /** Asks the feed now. One check at a time: whoever asks meanwhile waits for the same. */
  check(): Promise<void> {
    this.#running ??= this.#check().finally(() => {
      this.#running = null;
      this.#world.onReport();
    });
    return this.#running;
  }

  /** The registry in force. */
  registry(): Promise<Registry> {
    return this.#memory.registry();
  }

  /** The names of the registry in force; null where it is the bundled one, which every page has already. */
  names(): Promise<NameIndex | null> {
    return this.#memory.names();
  }

  /** Which registry is in force: the same word for the same content. */
  edition(): Promise<string> {
    return this.#memory.edition();
  }

  /** What is said of the data and the feed. */
  async report(): Promise<DataReport> {
    const { feed, state } = await this.#memory.read();
    const { version, date } = await this.registry();
    const received = (await this.#memory.edition()) === state.received?.sha256 ? state.received : null;
    const holdsUntil = state.manifest?.version === version ? state.manifest.expires : endOfValidity(date);
    return {
      registry: { version, date },
      origin: received === null ? 'bundled' : 'received',
      updates: feed === null ? 'unconfigured' : (await this.#world.updatesOn()) ? 'on' : 'off',
      host: feed === null ? '' : new URL(feed.url).host,
      checking: this.#running !== null,
      checkedAt: state.checkedAt,
      nextAttemptAt: state.nextAttemptAt,
      lastError: state.lastError,
      expiredOn: this.#world.now() >= Date.parse(holdsUntil) ? holdsUntil.slice(0, 10) : null,
      leftOut: received?.leftOut ?? [],
      changes: await this.#changes(),
    };
  }

  /** The reader has seen what the last updates changed. */
  async markSeen(): Promise<void> {
    const changes = await this.#changes();
    if (changes !== null) await this.#world.storage.set({ [CHANGES_KEY]: { ...changes, seen: true } });
  }

  async #check(): Promise<void> {
    if (await this.#memory.readAgain()) this.#world.onEdition();
    const { feed, state } = await this.#memory.read();
    const world = this.#world;
    if (feed === null || !(await world.updatesOn())) return;
    // One time for all that is judged in this check.
    const now = world.now();
    if (!world.online()) {
      await this.#end(feed, failed(state, new FeedFailure('offline'), now, world.draw()));
      return;
    }
    if (!this.#memory.isRead) {
      // Which versions and keys were accepted is not known: nothing can be held against it, nor written over it.
      await this.#end(feed, failed(state, new FeedFailure('not-stored', 'cannot be read'), now, world.draw()));
      return;
    }
    const failures = state.failures + 1;
    // First of all the way back: should the worker die in the middle, the next one asks again, later and not at once.
    const begun = {
      ...state,
      failures,
      nextAttemptAt: nextAttempt(now, { kind: 'failed', failures }, state.jitter, world.draw()),
    };
    await this.#end(feed, begun);
    let learnt = state;
    try {
      const answer = await askFeed({ url: feed.url, state, now }, world);
      const { manifest, etag, conditional, keys, revoked } = answer;
      // Keys taken back are taken back even where the registry cannot be had.
      learnt = { ...state, conditional, keys, revoked };
      if (manifest !== null) mustBeMadeFor(manifest, world.extensionVersion);
      const done = answered({ ...learnt, etag }, manifest, now);
      if (manifest !== null && this.#isNew(manifest, state)) await this.#take(feed, manifest, done);
      else await this.#end(feed, done);
    } catch (error) {
      await this.#end(feed, failed(learnt, failureOf(error), now, world.draw()));
    }
  }

  #isNew({ registryVersion, registry }: FeedManifest, { received }: FeedState): boolean {
    const isHeld = registryVersion === received?.version && registry.sha256 === received.sha256;
    return registryVersion > this.#world.bundled().version && !isHeld;
  }

  /** Fetches a registry and puts it in force: everything is written at once, or nothing. Throws FeedFailure. */
  async #take(feed: FeedConfiguration, manifest: FeedManifest, done: FeedState): Promise<void> {
    const before = await this.registry();
    const fetched = await fetchRegistry(feed.url, manifest, Object.keys(before.providers).length, this.#world);
    const wanted = { sha256: manifest.registry.sha256, by: this.#world.extensionVersion };
    const { registry, values } = await prepare(fetched.text, fetched.registry, wanted);
    const unreadable = fetched.leftOut.flatMap(({ record }) => /^providers\.([^.]+)/.exec(record)?.[1] ?? []);
    const changes = changesSince(await this.#changes(), before, registry, unreadable);
    const { version, date } = registry;
    const state: FeedState = {
      ...done,
      received: { version, date, sha256: wanted.sha256, leftOut: shortened(fetched.leftOut) },
    };
    // The organisation may have named another feed meanwhile.
    if (!(await this.#memory.isStill(feed))) return;
    try {
      await this.#world.storage.set({ ...values, [STATE_KEY]: state, [CHANGES_KEY]: changes });
    } catch (error) {
      throw new FeedFailure('not-stored', String(error));
    }
    this.#memory.replace(feed, state, registry);
    this.#world.onEdition();
    await this.#arm(state);
  }

  /** Remembers how a check went, and sets the alarm for the next one. */
  async #end(feed: FeedConfiguration, state: FeedState): Promise<void> {
    if (!(await this.#memory.isStill(feed))) return;
    await this.#memory.write(feed, state);
    await this.#arm(state);
  }

  async #arm({ nextAttemptAt, jitter }: FeedState): Promise<void> {
    const at = alarmAt(this.#world.now(), nextAttemptAt, null, jitter);
    if (at !== null) await this.#world.alarm.set(at);
  }

  async #changes(): Promise<StoredChanges | null> {
    const stored = await this.#world.storage.get([CHANGES_KEY]).catch((): Record<string, unknown> => ({}));
    const changes = v.safeParse(StoredChangesSchema, stored[CHANGES_KEY]);
    return changes.success ? changes.output : null;
  }
}

function answered(state: FeedState, manifest: FeedManifest | null, now: number): FeedState {
  const { manifest: last } = state;
  return {
    ...state,
    checkedAt: now,
    failures: 0,
    lastError: null,
    nextAttemptAt: nextAttempt(now, { kind: 'answered' }, state.jitter, 0),
    ...(manifest !== null && {
      highestVersion: manifest.registryVersion,
      manifest: {
        version: manifest.registryVersion,
        sha256: manifest.registry.sha256,
        issued: manifest.issued,
        // Two servers of one host may not be of the same hour: what was promised once stays promised.
        expires:
          last?.version === manifest.registryVersion && last.expires > manifest.expires
            ? last.expires
            : manifest.expires,
      },
    }),
  };
}

function failed(state: FeedState, failure: FeedFailure, now: number, draw: number): FeedState {
  const { kind, detail, retryAfter } = failure;
  const offline = kind === 'offline';
  const failures = state.failures + (offline ? 0 : 1);
  const end = offline ? ({ kind: 'offline' } as const) : ({ kind: 'failed', failures, retryAfter } as const);
  return {
    ...state,
    failures,
    lastError: { kind, detail, at: now },
    nextAttemptAt: nextAttempt(now, end, state.jitter, draw),
    etag: kind === 'unchanged-without-copy' ? null : state.etag,
  };
}

/** What is none of ours would be a fault of the registry that nobody foresaw: it is not taken. */
function failureOf(error: unknown): FeedFailure {
  return error instanceof FeedFailure ? error : new FeedFailure('not-a-registry', String(error));
}

function shortened(leftOut: readonly LeftOut[]): LeftOut[] {
  return leftOut
    .slice(0, MOST_LEFT_OUT)
    .map(({ record, reason }) => ({ record: legible(record, 200), reason: legible(reason, 200) }));
}
