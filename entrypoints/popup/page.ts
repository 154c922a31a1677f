import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import * as v from 'valibot';

import portals from '../../data/portals.json';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import {
  AssessResponseSchema,
  FramesSchema,
  InventorySchema,
  type Inventory,
  type Protocol,
} from '../../domain/protocol/messages.ts';
import type { Checklist } from '../../domain/requirements/checklist.ts';
import { PageSeenSchema } from '../../domain/protocol/addition.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { isHostAmong } from '../../domain/registry/host.ts';
import { isOnPortal } from '../../domain/registry/portals.ts';
import type { InternalNotes } from '../../domain/settings/internal-note.ts';
import { originOf } from '../../domain/settings/site-origins.ts';
import { readSettings } from '../own-page/settings-calls.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

export interface InventoryItem {
  assessment: Assessment;
  mentions: number;
  possible: number;
  checklist: Checklist | undefined;
}

/** What the popup can find in front of it. */
export type PageState =
  | { kind: 'loading' }
  | {
      kind: 'listed';
      tabId: number;
      items: InventoryItem[];
      internal: InternalNotes | undefined;
      registry: { version: number; date: string };
    }
  | { kind: 'none' }
  | { kind: 'unlisted'; tabId: number }
  /** A listed portal in which our script is not: still loading, open since before the installation, or access taken away. */
  | { kind: 'unread'; tabId: number }
  /** A portal, or a site that was added, to which the browser gives no access any more. The host is the one to ask for. */
  | { kind: 'revoked'; tabId: number; host: string }
  /** Marking is off: everywhere, on this site, or for an hour. */
  | { kind: 'off'; tabId: number }
  | { kind: 'restricted' }
  | { kind: 'failed' };

interface Tab {
  id: number;
  url: string | undefined;
}

const TabParameterSchema = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));

/** The tab in front; or the one that the address names, when the popup was opened as a page of its own. */
export async function targetTab(): Promise<Tab | null> {
  const named = v.safeParse(TabParameterSchema, new URLSearchParams(location.search).get('tab'));
  const tab = named.success
    ? await browser.tabs.get(named.output).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

/** Reads what a tab names. Every failure is a state with a sentence of its own. */
export async function readTab(tab: Tab | null): Promise<PageState> {
  if (tab === null) return { kind: 'restricted' };
  const answers = await readFrames(tab.id);
  // Nobody of ours is in that page, nor in a frame of it.
  if (answers.length === 0) return withoutScript(tab);
  try {
    const inventories = answers.map((answer) => parseMessage(v.nullable(InventorySchema), answer));
    const read = inventories.filter((inventory) => inventory !== null);
    if (read.length === 0) return { kind: 'off', tabId: tab.id };
    const inventory = addUp(read.flat());
    if (inventory.length === 0) return { kind: 'none' };
    return { kind: 'listed', tabId: tab.id, ...(await assessAll(inventory)) };
  } catch {
    return { kind: 'failed' };
  }
}

/** What the frames of a tab answer: the page itself, and those that named somebody. A frame that is gone does not. */
async function readFrames(tabId: number): Promise<unknown[]> {
  const frames = parseMessage(FramesSchema, await sendMessage('listFrames', tabId).catch(() => [0]));
  const settled = await Promise.allSettled(
    frames.map((frameId) => sendMessage('readInventory', undefined, { tabId, frameId })),
  );
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** In: what each frame names. Out: each provider once. */
function addUp(parts: Inventory): Inventory {
  return [...Map.groupBy(parts, ({ provider }) => provider)].map(([provider, same]) => ({
    provider,
    mentions: same.reduce((sum, { mentions }) => sum + mentions, 0),
    possible: same.reduce((sum, { possible }) => sum + possible, 0),
  }));
}

/** How long a page may take to start once it is to be annotated, in tries, and between two of them, in milliseconds. */
const TRIES = 20;
const PAUSE = 50;

/** Reads a tab that was just switched on or annotated: the script in its page asks for the settings before it begins. */
export const readTabInForce = readTabUntil(({ kind }) => kind !== 'off');

/** Reads a tab that was just switched off or paused: the script in its page takes a moment to stop. */
export const readTabSwitchedOff = readTabUntil(({ kind }) => kind !== 'listed' && kind !== 'none');

/** Reads a tab whose site was just added: the script takes a moment to get there. */
export const readTabSoon = readTabUntil(({ kind }) => kind === 'listed' || kind === 'none');

/** In: which state is waited for. Out: a reading that gives it as soon as it is there, and what there is when it does not come. */
function readTabUntil(isThere: (state: PageState) => boolean) {
  return async (tab: Tab | null): Promise<PageState> => {
    for (let left = TRIES; left > 0; left -= 1) {
      const state = await readTab(tab);
      if (isThere(state)) return state;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return readTab(tab);
  };
}

/** The title and the address of a tab's page; undefined where nobody of ours is in it. */
export async function readPageSeen(tabId: number): Promise<{ title: string; url: string } | undefined> {
  try {
    return parseMessage(PageSeenSchema, await sendMessage('readPageSeen', undefined, tabId));
  } catch {
    return undefined;
  }
}

/** Scrolls the page to the provider's next mention. Out: false when none is visible there any more. */
export async function showNext(tabId: number, provider: string): Promise<boolean> {
  try {
    return parseMessage(v.boolean(), await sendMessage('showNext', { tab: tabId, provider }));
  } catch {
    return false;
  }
}

async function assessAll(inventory: Inventory) {
  const mentions = new Map(inventory.map((item) => [item.provider, item]));
  const answer = parseMessage(AssessResponseSchema, await sendMessage('assess', { providers: [...mentions.keys()] }));
  const items = answer.assessments.map((assessment) => ({
    assessment,
    mentions: mentions.get(assessment.provider)?.mentions ?? 0,
    possible: mentions.get(assessment.provider)?.possible ?? 0,
    checklist: answer.checklists?.[assessment.provider],
  }));
  items.sort((a, b) => a.assessment.name.localeCompare(b.assessment.name));
  return { items, internal: answer.internal, registry: answer.registry };
}

/**
 * The host that covers a tab, that is listed or was added, and that the browser gives no lasting access to; null where there
 * is none. The click that opens the popup lets the script into the page all the same, for this visit: the list alone does
 * not tell.
 */
export async function hostWithoutAccess(tab: Tab | null): Promise<string | null> {
  if (tab?.url === undefined || !URL.canParse(tab.url)) return null;
  const { hostname, pathname } = new URL(tab.url);
  return (await revokedHost(hostname, isOnPortal(portals, hostname, pathname))) ?? null;
}

/** Without the tab's address (no access granted) we offer to try; the browser has the last word. */
async function withoutScript({ id, url }: Tab): Promise<PageState> {
  if (url === undefined || !URL.canParse(url)) return { kind: 'unlisted', tabId: id };
  const { protocol, hostname, pathname } = new URL(url);
  const stores = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];
  const isOpen = /^(?:https?|file):$/.test(protocol) && !stores.includes(hostname) && !/\.pdf$/i.test(pathname);
  if (!isOpen) return { kind: 'restricted' };
  const listed = isOnPortal(portals, hostname, pathname);
  const host = await revokedHost(hostname, listed).catch(() => undefined);
  if (host !== undefined) return { kind: 'revoked', tabId: id, host };
  return listed ? { kind: 'unread', tabId: id } : { kind: 'unlisted', tabId: id };
}

/**
 * The listed or added host that covers a page and that the browser gives no access to; undefined where there is none.
 * Chrome does not tell of the hosts of content scripts, Firefox does.
 */
async function revokedHost(hostname: string, listed: boolean): Promise<string | undefined> {
  const { sitesAdded } = await readSettings();
  const asked = listed && import.meta.env.BROWSER === 'firefox' ? portals.flatMap(({ hosts }) => hosts) : sitesAdded;
  const covering = asked.find((host) => isHostAmong(hostname, [host]));
  if (covering === undefined) return undefined;
  return (await browser.permissions.contains({ origins: [originOf(covering)] })) ? undefined : covering;
}

/** In: a tab's address, absent where the browser keeps it from us. Out: its host; empty where there is none. */
export function hostOf(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? '' : new URL(url).hostname;
}
