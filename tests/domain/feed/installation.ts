import { STATE_KEY } from '../../../domain/feed/feed-memory.ts';
import type { FeedConfiguration } from '../../../domain/feed/feed-configuration.ts';
import { FeedReceiver } from '../../../domain/feed/feed-receiver.ts';
import { FeedStateSchema, type FeedState } from '../../../domain/feed/feed-state.ts';
import type { FeedStorage, FeedWorld } from '../../../domain/feed/feed-world.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import { BUNDLED_EDITION } from '../../../domain/registry/edition.ts';
import { buildNameIndex } from '../../../domain/registry/name-index.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import * as v from 'valibot';
import { NOW } from './feed-publisher.ts';

/** Local storage, which outlives workers and can be made to fail. */
export class TestStorage implements FeedStorage {
  readonly values = new Map<string, unknown>();
  /** Called before each write; may throw, as a full disk does, or never settle, as for a worker that is gone. */
  beforeSet: (values: Record<string, unknown>) => Promise<void> | void = () => undefined;
  /** Called after each write. */
  afterSet: (values: Record<string, unknown>) => Promise<void> | void = () => undefined;

  async get(keys: string[]): Promise<Record<string, unknown>> {
    return structuredClone(
      Object.fromEntries(keys.flatMap((key) => (this.values.has(key) ? [[key, this.values.get(key)]] : []))),
    );
  }

  async set(values: Record<string, unknown>): Promise<void> {
    await this.beforeSet(values);
    for (const [key, value] of Object.entries(structuredClone(values))) this.values.set(key, value);
    await this.afterSet(values);
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) this.values.delete(key);
  }

  get state(): FeedState {
    return v.parse(FeedStateSchema, this.values.get(STATE_KEY));
  }
}

/** One installation of the extension: what outlives its workers, and a worker. */
export class Installation {
  readonly storage = new TestStorage();
  now = NOW;
  online = true;
  updates = true;
  alarm: number | null = null;
  feed: FeedConfiguration | null;
  version = '0.1.0';
  /** How long a server may take, in milliseconds: a machine that does much else at the same time is slow to answer. */
  patience = 10_000;
  /** What chance gives; the first is the installation's jitter. */
  draws: number[] = [0.123_456_789];
  bundled: Registry;
  /** How often another registry came into force. */
  editions = 0;
  fetch: FeedWorld['fetch'] = (address, options) => fetch(address, options);
  receiver: FeedReceiver;

  constructor(feed: FeedConfiguration | null, bundled: Registry) {
    this.feed = feed;
    this.bundled = bundled;
    this.receiver = this.start();
  }

  /** Another life of the worker: what the one before had in mind is gone. */
  start(): FeedReceiver {
    this.receiver = new FeedReceiver({
      fetch: (address, options) => this.fetch(address, options),
      deadline: () => AbortSignal.timeout(this.patience),
      now: () => this.now,
      storage: this.storage,
      draw: () => this.draws.shift() ?? 0.5,
      online: () => this.online,
      alarm: {
        standing: async () => this.alarm,
        set: async (at) => {
          this.alarm = at;
        },
        clear: async () => {
          this.alarm = null;
        },
      },
      feed: async () => this.feed,
      updatesOn: async () => this.updates,
      extensionVersion: this.version,
      bundled: () => abridge(this.bundled),
      onEdition: () => {
        this.editions += 1;
      },
      onReport: () => undefined,
    });
    return this.receiver;
  }

  /** What is in force, whole: its version, and what its facts and its names are. */
  async inForce(): Promise<{ edition: string; registry: Registry; names: string[] }> {
    const [edition, registry, names] = await Promise.all([
      this.receiver.edition(),
      this.receiver.registry(),
      this.receiver.names(),
    ]);
    return { edition, registry, names: Object.keys((names ?? buildNameIndex(this.bundled)).names) };
  }

  get isBundled(): Promise<boolean> {
    return this.receiver.edition().then((edition) => edition === BUNDLED_EDITION);
  }
}
