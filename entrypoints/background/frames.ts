import * as v from 'valibot';
import { browser } from 'wxt/browser';

import { FramesSchema } from '../../domain/protocol/messages.ts';

/** The page itself. */
export const TOP = 0;

const keyOf = (tab: number) => `frames.${tab}`;

/** One change after the other: two at once would each forget the other's. */
let lastChange: Promise<void> = Promise.resolve();

/**
 * The frames of a tab that have named somebody, the page itself first. Kept for the session, since the worker forgets: there is
 * no asking the browser which frames a tab has without a permission that warns.
 */
export async function framesOf(tab: number): Promise<number[]> {
  await lastChange;
  return read(tab);
}

export function rememberFrame(tab: number, frame: number): Promise<void> {
  return change(tab, (frames) => (frames.includes(frame) ? frames : [...frames, frame].sort((a, b) => a - b)));
}

/** Asks every frame of a tab. Out: what those answered that are still there; the others are forgotten. */
export async function askFrames<Answer>(tab: number, ask: (frame: number) => Promise<Answer>): Promise<Answer[]> {
  const frames = await framesOf(tab);
  const settled = await Promise.allSettled(frames.map(ask));
  const gone = frames.filter((_, index) => settled[index]?.status === 'rejected');
  if (gone.length > 0) await change(tab, (known) => known.filter((frame) => !gone.includes(frame)));
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tab) => void browser.storage.session.remove(keyOf(tab)));
}

async function read(tab: number): Promise<number[]> {
  const kept = await browser.storage.session.get(keyOf(tab));
  return [TOP, ...v.parse(v.fallback(FramesSchema, []), kept[keyOf(tab)])];
}

/** What is kept is without the page itself, which is always asked. */
function change(tab: number, edit: (frames: number[]) => number[]): Promise<void> {
  lastChange = lastChange
    .then(async () => {
      const before = await read(tab);
      const after = edit(before).filter((frame) => frame !== TOP);
      if (after.length !== before.length - 1) await browser.storage.session.set({ [keyOf(tab)]: after });
    })
    .catch(() => undefined);
  return lastChange;
}
