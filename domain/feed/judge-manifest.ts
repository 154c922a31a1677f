import { FeedFailure } from './feed-failure.ts';
import type { FeedManifest } from './feed-manifest.ts';
import type { FeedState } from './feed-state.ts';

/** By how much a reader's clock may be behind the publisher's, in milliseconds. */
const SKEW = 24 * 60 * 60 * 1000;

/** What a manifest is held against. */
export interface Judged {
  state: Pick<FeedState, 'highestVersion' | 'manifest'>;
  /** One time for the whole check, in milliseconds: a clock that is set meanwhile changes nothing. */
  now: number;
}

/**
 * Judges a manifest that is verified: is it the newest, and does it hold now?
 * (The Update Framework, 5.4: rollback and freeze.)
 * In: the manifest and what it is held against. Throws FeedFailure where it does not hold.
 */
export function judgeManifest(manifest: FeedManifest, { state, now }: Judged): void {
  const { registryVersion, registry, issued, expires } = manifest;
  if (registryVersion < state.highestVersion) {
    throw new FeedFailure('rolled-back', `${registryVersion} after ${state.highestVersion}`);
  }
  // A version is one content for ever: another under the same number was never announced as a change.
  if (registryVersion === state.manifest?.version && registry.sha256 !== state.manifest.sha256) {
    throw new FeedFailure('other-content', String(registryVersion));
  }
  if (Date.parse(issued) >= Date.parse(expires)) throw new FeedFailure('bad-manifest', 'expires before it was issued');
  mustHold(expires, now);
  if (Date.parse(issued) > now + SKEW) throw new FeedFailure('issued-in-future', issued);
}

/**
 * Judged by itself, once the keys are learnt: who cannot read the data still has to know which keys were taken back.
 * In: the manifest, and the version of this extension. Throws FeedFailure `extension-too-old`.
 */
export function mustBeMadeFor({ minimumExtensionVersion }: FeedManifest, extensionVersion: string): void {
  if (isOlder(extensionVersion, minimumExtensionVersion)) {
    throw new FeedFailure('extension-too-old', minimumExtensionVersion);
  }
}

/** In: when a manifest ends, and the time in milliseconds. Throws FeedFailure `expired` where it has. */
export function mustHold(expires: string, now: number): void {
  if (now >= Date.parse(expires)) throw new FeedFailure('expired', expires);
}

/** In: two versions as browsers write them, numbers with dots. Out: whether the first is older. */
function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  for (let place = 0; place < 4; place += 1) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
