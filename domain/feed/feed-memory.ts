import * as v from 'valibot';

import { BUNDLED_EDITION } from '../registry/edition.ts';
import type { NameIndex } from '../registry/name-index.ts';
import type { Registry } from '../registry/registry.ts';
import { identityOf, type FeedConfiguration } from './feed-configuration.ts';
import { FeedStateSchema, freshState, trustIn, type FeedState } from './feed-state.ts';
import type { FeedWorld } from './feed-world.ts';
import { CHANGES_KEY } from './registry-changes.ts';
import { FILE_KEY, NAMES_KEY, prepareAgain, readPrepared, REGISTRY_KEY, STORED_KEYS } from './stored-registry.ts';

export const STATE_KEY = 'feed.state';

interface Read {
  feed: FeedConfiguration | null;
  state: FeedState;
}

type MemoryWorld = Pick<FeedWorld, 'storage' | 'draw' | 'feed' | 'extensionVersion' | 'bundled' | 'onEdition'>;

/**
 * What is known of the feed and what is in force, read from storage once for each life of the worker.
 * What cannot be read is dropped, and the bundled registry answers: there is always one.
 */
export class FeedMemory {
  readonly #world: MemoryWorld;
  #read: Promise<Read> | null = null;
  #registry: Promise<Registry> | null = null;
  #isRead = true;

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  /** The feed that holds, and what is known of it. */
  read(): Promise<Read> {
    this.#read ??= this.#load();
    return this.#read;
  }

  /** Whether storage answered. Where it did not, what it holds is not known to be lost, and is not written over. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Reads again where storage did not answer. Out: whether it does now. */
  async readAgain(): Promise<boolean> {
    await this.read();
    if (this.#isRead) return false;
    this.#read = null;
    this.#registry = null;
    await this.read();
    return this.#isRead;
  }

  /** Reads again where another feed holds by now. */
  async refresh(): Promise<void> {
    const { feed: known } = await this.read();
    const feed = await this.#world.feed();
    if (sameFeed(known, feed)) return;
    this.#read = null;
    this.#registry = null;
  }

  /** Whether that feed is the one that holds. */
  async isStill(feed: FeedConfiguration): Promise<boolean> {
    return sameFeed(feed, (await this.read()).feed);
  }

  /** Keeps a state; in memory alone where storage takes nothing, so that this life of the worker at least goes by it. */
  async write(feed: FeedConfiguration | null, state: FeedState): Promise<void> {
    this.#read = Promise.resolve({ feed, state });
    if (this.#isRead) await this.#world.storage.set({ [STATE_KEY]: state }).catch(() => undefined);
  }

  /** Puts another registry in force, which is in storage already. */
  replace(feed: FeedConfiguration, state: FeedState, registry: Registry): void {
    this.#read = Promise.resolve({ feed, state });
    this.#registry = Promise.resolve(registry);
  }

  async edition(): Promise<string> {
    return (await this.read()).state.received?.sha256 ?? BUNDLED_EDITION;
  }

  registry(): Promise<Registry> {
    this.#registry ??= this.#received<Registry>(REGISTRY_KEY).then((received) => received ?? this.#world.bundled());
    return this.#registry;
  }

  /** The names of the registry received; null where the bundled one is in force. */
  names(): Promise<NameIndex | null> {
    return this.#received(NAMES_KEY);
  }

  async #load(): Promise<Read> {
    const feed = await this.#world.feed();
    const values = await this.#world.storage.get([STATE_KEY]).catch(() => null);
    this.#isRead = values !== null;
    if (values === null) return { feed, state: freshState(feed, this.#world.draw()) };
    const { [STATE_KEY]: raw } = values;
    const stored = v.safeParse(FeedStateSchema, raw);
    const identity = feed === null ? '' : identityOf(feed);
    if (!stored.success || stored.output.feed !== identity) {
      // Never asked, not readable, or of another feed: whose word nothing holds by that of this one.
      const state = {
        ...freshState(feed, stored.success ? stored.output.jitter : this.#world.draw()),
        ...trustIn(raw, identity),
      };
      await this.#keep(state, raw === undefined ? [] : [...STORED_KEYS, CHANGES_KEY]);
      return { feed, state };
    }
    const { received } = stored.output;
    if (received === null || received.version > this.#world.bundled().version) return { feed, state: stored.output };
    // The extension was updated and brought newer data along.
    const state = { ...stored.output, received: null };
    await this.#keep(state, STORED_KEYS);
    return { feed, state };
  }

  /** What was received and is kept under a key; null where nothing was, or it cannot be read any more. */
  async #received<Content extends Registry | NameIndex>(key: string): Promise<Content | null> {
    const { feed, state } = await this.read();
    if (state.received === null) return null;
    const wanted = { sha256: state.received.sha256, by: this.#world.extensionVersion };
    const stored = await readPrepared<Content>((await this.#get([key]))[key], wanted);
    if (stored !== null) return stored;
    const { [FILE_KEY]: file } = await this.#get([FILE_KEY]);
    const again = await prepareAgain(file, wanted);
    if (again !== null) {
      await this.#world.storage.set(again.values).catch(() => undefined);
      const made = await readPrepared<Content>(again.values[key], wanted);
      if (made !== null) return made;
    }
    // Fetched again at the next check, which is due.
    const without: FeedState = { ...state, received: null, etag: null, nextAttemptAt: null };
    this.#read = Promise.resolve({ feed, state: without });
    this.#registry = null;
    await this.#keep(without, STORED_KEYS);
    this.#world.onEdition();
    return null;
  }

  async #keep(state: FeedState, dropped: string[]): Promise<void> {
    await this.#world.storage.set({ [STATE_KEY]: state }).catch(() => undefined);
    if (dropped.length > 0) await this.#world.storage.remove(dropped).catch(() => undefined);
  }

  #get(keys: string[]): Promise<Record<string, unknown>> {
    return this.#world.storage.get(keys).catch(() => ({}));
  }
}

function sameFeed(one: FeedConfiguration | null, other: FeedConfiguration | null): boolean {
  return one === null || other === null ? one === other : identityOf(one) === identityOf(other);
}
