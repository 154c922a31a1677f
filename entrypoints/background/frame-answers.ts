import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';

import { BoxSchema, FrameCardRequestSchema } from '../../domain/protocol/frame-card.ts';
import {
  NamedSchema,
  ShowRequestSchema,
  TabSchema,
  type Direction,
  type Protocol,
  type Step,
} from '../../domain/protocol/messages.ts';
import { parseMessage } from '../../domain/protocol/parse.ts';
import { askFrames, forgetClosedTabs, framesOf, rememberFrame, TOP } from './frames.ts';
import { mustBeOwnPage } from './own-pages-only.ts';
import { showCount } from './toolbar.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();

/** In which frame of a tab a name was shown last. A worker that has forgotten begins with the page itself. */
const lastShown = new Map<number, number>();

/** Makes one page of the frames of a tab: for the toolbar, for going from name to name, for the card. */
export function answerForFrames(): void {
  forgetClosedTabs();
  onMessage('listFrames', ({ data, sender }) => {
    mustBeOwnPage(sender);
    return framesOf(parseMessage(TabSchema, data));
  });
  onMessage('showNext', ({ data, sender }) => {
    mustBeOwnPage(sender);
    const { tab, provider } = parseMessage(ShowRequestSchema, data);
    return goTo(tab, 'next', provider);
  });
  // A content script speaks for the tab and the frame it is in, and for no other.
  onMessage('providersChanged', async ({ sender: { tab, frameId = TOP } }) => {
    if (tab?.id === undefined) return;
    if (frameId !== TOP) await rememberFrame(tab.id, frameId);
    await countIn(tab.id);
  });
  onMessage('showFrameCard', async ({ data, sender: { tab, frameId = TOP } }) => {
    if (tab?.id === undefined || frameId === TOP) return null;
    const request = { ...parseMessage(FrameCardRequestSchema, data), frame: frameId };
    // Where no script of ours is in the page around it, the frame shows its card itself.
    const answer = await sendMessage('openFrameCard', request, { tabId: tab.id, frameId: TOP }).catch(() => null);
    return parseMessage(v.nullable(BoxSchema), answer);
  });
  onMessage('dropFrameCard', async ({ sender: { tab, frameId = TOP } }) => {
    if (tab?.id === undefined) return;
    await sendMessage('closeFrameCard', frameId, { tabId: tab.id, frameId: TOP }).catch(() => undefined);
  });
  onMessage('frameCardClosed', async ({ data, sender: { tab, frameId } }) => {
    if (tab?.id === undefined || frameId !== TOP) return;
    const frame = parseMessage(TabSchema, data);
    await sendMessage('forgetFrameCard', undefined, { tabId: tab.id, frameId: frame }).catch(() => undefined);
  });
}

async function countIn(tab: number): Promise<void> {
  const named = await askFrames(tab, async (frameId) =>
    parseMessage(NamedSchema, await sendMessage('readNamed', undefined, { tabId: tab, frameId })),
  );
  await showCount(tab, new Set(named.flat()).size);
}

/**
 * Goes from mention to mention through all frames of a tab.
 * In: the tab, which way, and whose mentions, null for anybody's. Out: false when none is visible.
 */
export async function goTo(tab: number, direction: Direction, provider: string | null): Promise<boolean> {
  const frames = await framesOf(tab);
  const begin = Math.max(0, frames.indexOf(lastShown.get(tab) ?? TOP));
  const way = direction === 'previous' ? -1 : 1;
  // Once around, and into the first again from its other edge.
  for (let passed = 0; passed <= frames.length; passed += 1) {
    const frame = frames.at((begin + way * passed) % frames.length) ?? TOP;
    const step: Step = { direction, provider, from: passed === 0 ? 'here' : 'edge' };
    const answer: unknown = await sendMessage('goToMention', step, { tabId: tab, frameId: frame }).catch(() => false);
    if (answer === true) {
      lastShown.set(tab, frame);
      return true;
    }
  }
  return false;
}
