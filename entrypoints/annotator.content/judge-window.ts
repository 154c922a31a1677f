import { findLocally } from '../../domain/detection/find-mentions.ts';
import type { Matcher } from '../../domain/detection/matcher.ts';
import type { Highlights } from './highlights.ts';
import type { PageMention } from './page-mention.ts';
import type { TextWindow } from './text-window.ts';

/**
 * Takes over what a window names. What stays the same is neither taken away nor painted again: no flicker, and an open card
 * keeps its name.
 * In: the window, what to look for, what is known of the page so far, and whether this part of it was read before.
 * Throws EvidencePending as `findLocally` does.
 */
export function judgeWindow(
  { text, from, to }: TextWindow,
  matcher: Matcher,
  highlights: Highlights,
  again: boolean,
): void {
  if (from === to) return;
  const gone = new Set<PageMention>();
  for (const [node, start] of again ? text.nodesBetween(from, to) : []) {
    for (const mention of highlights.startingIn(node)) {
      const at = start + mention.range.startOffset;
      if (at >= from && at < to) gone.add(mention);
    }
  }
  const written = text.text();
  for (const { start, end, ...judgement } of findLocally(written, matcher)) {
    const range = start >= from && start < to ? text.rangeOf(start, end) : null;
    if (range === null) continue;
    const mention = { ...judgement, range, written: written.slice(start, end) };
    const known = highlights.knownAs(mention);
    if (known === null) {
      highlights.add(mention);
    } else {
      highlights.judgeAgain(known, mention);
      gone.delete(known);
    }
  }
  for (const mention of gone) highlights.drop(mention);
}
