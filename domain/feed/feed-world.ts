import type { Registry } from '../registry/registry.ts';
import type { Transport } from './download.ts';
import type { FeedConfiguration } from './feed-configuration.ts';

/** The extension's local storage. `set` writes everything or nothing. */
export interface FeedStorage {
  get: (keys: string[]) => Promise<Record<string, unknown>>;
  set: (values: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/** What the receiver is given: everything that is not the same for everybody and for ever. */
export interface FeedWorld extends Transport {
  storage: FeedStorage;
  /** A fresh draw in [0, 1). */
  draw: () => number;
  online: () => boolean;
  alarm: { standing: () => Promise<number | null>; set: (at: number) => Promise<void>; clear: () => Promise<void> };
  /** The feed that holds; null where none is configured. */
  feed: () => Promise<FeedConfiguration | null>;
  updatesOn: () => Promise<boolean>;
  extensionVersion: string;
  bundled: () => Registry;
  /** Called when another registry is in force. */
  onEdition: () => void;
  /** Called when what is said of the feed has changed. */
  onReport: () => void;
}
