import type { IndexedName } from '../registry/name-index.ts';
import { standsAlone } from './boundary.ts';
import { REACH, weigh } from './evidence.ts';
import { fold, unfold } from './folding.ts';
import type { Matcher } from './matcher.ts';
import type { Mention } from './mention.ts';
import { keyOf } from './name-pattern.ts';

interface Candidate {
  start: number;
  end: number;
  name: IndexedName;
}

/**
 * Finds the providers named in a text.
 * In: a text, its blocks separated by BLOCK_BREAK, and a compiled name index.
 * Out: mentions in order, never overlapping; UTF-16 offsets in `text`.
 */
export function findMentions(text: string, matcher: Matcher): Mention[] {
  const folded = fold(text);
  const mentions = judge(folded?.text ?? text, candidatesIn(folded?.text ?? text, matcher));
  if (folded === null) return mentions;
  return mentions.map((mention) => {
    const [start, end] = unfold(folded, mention.start, mention.end, text);
    return { ...mention, start, end };
  });
}

function candidatesIn(text: string, matcher: Matcher): Candidate[] {
  const found: Candidate[] = [];
  const { candidates } = matcher;
  candidates.lastIndex = 0;
  for (let match = candidates.exec(text); match !== null; match = candidates.exec(text)) {
    const candidate = longestName(text, match.index, match[0], matcher);
    if (candidate === 'false-friend') continue;
    if (candidate === null) {
      // Another name may start inside what was refused.
      candidates.lastIndex = match.index + 1;
      continue;
    }
    found.push(candidate);
    candidates.lastIndex = candidate.end;
  }
  return found;
}

/** The longest name that starts here and is written as its case policy asks. */
function longestName(
  text: string,
  start: number,
  matched: string,
  matcher: Matcher,
): Candidate | 'false-friend' | null {
  for (let length = matched.length; length > 0; length = lastBlank(matched, length)) {
    const written = matched.slice(0, length);
    const key = keyOf(written);
    const end = start + length;
    if (matcher.falseFriends.has(key)) return 'false-friend';
    const name = matcher.names.get(key)?.find((known) => isWrittenAs(written, known));
    if (name !== undefined && standsAlone(text, start, end)) return { start, end, name };
  }
  return null;
}

function lastBlank(text: string, before: number): number {
  for (let at = before - 1; at > 0; at -= 1) if (/\s/.test(text.charAt(at))) return at;
  return 0;
}

function isWrittenAs(written: string, name: IndexedName): boolean {
  return name.anyCase || written.normalize('NFC').replace(/\s+/g, ' ') === name.text;
}

function judge(text: string, candidates: Candidate[]): Mention[] {
  const unambiguous = candidates.filter((candidate) => candidate.name.confirm === undefined);
  const mentions: Mention[] = [];
  for (const { start, end, name } of candidates) {
    if (name.confirm === undefined) {
      mentions.push({ start, end, provider: name.provider, confidence: 'sure', confirmedBy: [] });
      continue;
    }
    const weighing = weigh(name, text, start, end);
    if (weighing.verdict === 'excluded') continue;
    const by = weighing.verdict === 'confirmed' ? weighing.by : neighbour(text, unambiguous, start, end);
    const confidence = by.length > 0 ? 'sure' : 'possible';
    mentions.push({ start, end, provider: name.provider, confidence, confirmedBy: by });
  }
  return mentions;
}

/** A provider named without doubt close by speaks for an ambiguous name. */
function neighbour(text: string, unambiguous: Candidate[], start: number, end: number): string[] {
  const near = unambiguous.find((other) => other.start < end + REACH && other.end > start - REACH);
  return near === undefined ? [] : [text.slice(near.start, near.end)];
}
