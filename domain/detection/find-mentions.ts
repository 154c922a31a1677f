import { PENDING_CONTEXT, type IndexedName } from '../registry/name-index.ts';
import { standsAlone } from './boundary.ts';
import { REACH, weigh } from './evidence.ts';
import { fold, unfold } from './folding.ts';
import { lettersBeside, type Entry, type Matcher } from './matcher.ts';
import type { LocalMention, Mention } from './mention.ts';
import { plainly, withoutAccents } from './name-pattern.ts';
import { wordStartBefore } from './word-scanner.ts';

/** An ambiguous name was met, and what would tell it apart is not there yet. */
export class EvidencePending extends Error {
  override readonly name = 'EvidencePending';
}

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
  const mentions = findLocally(text, matcher);
  // One sense a text: a name confirmed in one place means the same where nothing speaks either way.
  const settled = new Set(mentions.flatMap(({ confidence, sense }) => (confidence === 'sure' ? sense : [])));
  return mentions.map(({ sense, ...mention }) => (settled.has(sense) ? { ...mention, confidence: 'sure' } : mention));
}

/**
 * Finds the providers named in a text, each judged by what stands near it alone, so that a part of a text, read with
 * enough of what surrounds it, gives what the whole would.
 * In and out as for `findMentions`; each mention with its sense, for the caller to settle over all the parts.
 * Throws EvidencePending where a matcher made of names alone meets an ambiguous one.
 */
export function findLocally(text: string, matcher: Matcher): LocalMention[] {
  const folded = fold(text);
  const mentions = judge(folded?.text ?? text, candidatesIn(folded?.text ?? text, matcher), matcher);
  if (folded === null) return mentions;
  return mentions.map((mention) => {
    const [start, end] = unfold(folded, mention.start, mention.end, text);
    return { ...mention, start, end };
  });
}

function candidatesIn(text: string, matcher: Matcher): Candidate[] {
  const places: Place[] = [];
  matcher.anchors.scan(text, (entries, start, end) => {
    const fitting = fittingEntries(text, start, end, entries);
    const place = fitting.length === 0 ? null : longestNameAt(text, start, fitting, places);
    if (place === null) return end;
    // "Orange Business" is anchored after "Orange", and wins over it.
    while ((places.at(-1)?.end ?? 0) > place.start) places.pop();
    places.push(place);
    return place.end;
  });
  return places.flatMap(({ start, end, name }) => (name === null ? [] : [{ start, end, name }]));
}

/** Where a name stands; a false friend has a place and no name. */
interface Place {
  start: number;
  end: number;
  name: IndexedName | null;
}

function fittingEntries(text: string, start: number, end: number, entries: readonly Entry[]): readonly Entry[] {
  if (entries.length === 1) return entries;
  const [before, after] = lettersBeside(text, start, end);
  return entries.filter((entry) => entry.isBetween(before, after));
}

/** The longest name, or false friend, whose anchor stands here, that is written as its case policy asks and beats the last one. */
function longestNameAt(
  text: string,
  anchor: number,
  entries: readonly Entry[],
  before: readonly Place[],
): Place | null {
  for (const entry of entries) {
    const place = placeOf(text, anchor, entry);
    if (place !== null && !cutsInto(before, place.start)) return place;
  }
  return null;
}

/**
 * Whether one name stands where its anchor does.
 * In: a text, the UTF-16 offset of the anchor, what may stand there. Out: where it does; null where it does not, is written
 * otherwise than its case policy asks, or is part of something else.
 */
export function placeOf(text: string, anchor: number, entry: Entry): Place | null {
  const start = wordStartBefore(text, anchor, entry.wordsBefore) - entry.lead;
  const written = start < 0 ? undefined : entry.writtenAt(text, start);
  // A pattern may fit a shorter stretch that ends before the anchor.
  if (written === undefined || start + written.length <= anchor) return null;
  const end = start + written.length;
  if (entry.names.length === 0) return { start, end, name: null };
  const name =
    entry.names.find((known) => isWrittenAs(written, known) && !isIdentifier(text, start, written, known)) ??
    entry.names.find((known) => isInCapitals(written, known));
  return name !== undefined && standsAlone(text, start, end) ? { start, end, name } : null;
}

/** Whether a name that starts here would begin in the middle of one found before. */
function cutsInto(before: readonly Place[], start: number): boolean {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const place = before[at];
    if (place === undefined || place.end <= start) return false;
    if (place.start < start) return true;
  }
  return false;
}

function isWrittenAs(written: string, name: IndexedName): boolean {
  return name.anyCase || written === name.text || plainly(written) === plainly(name.text);
}

/**
 * "open-telekom-cloud" and "logo-github" are parts of an address or of code; "Open-Telekom-Cloud" is a way to write the
 * name, and "github-account" a word made with it.
 */
function isIdentifier(text: string, start: number, written: string, name: IndexedName): boolean {
  if (written !== written.toLowerCase() || written === name.text) return false;
  return (
    (written.includes('-') && !name.text.includes('-')) || /[a-z0-9]-$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

/** A heading or an award shouts: "ORACLE", "ANDROMEDE". Short capitals are rather an acronym of something else ("BOX"). */
function isInCapitals(written: string, name: IndexedName): boolean {
  return (
    written.length >= SHORTEST_CAPITALS &&
    withoutAccents(plainly(written)) === withoutAccents(plainly(name.text)).toUpperCase()
  );
}

const SHORTEST_CAPITALS = 4;

function judge(text: string, candidates: Candidate[], matcher: Matcher): LocalMention[] {
  const weighed = candidates.map((candidate) => weighCandidate(text, candidate, matcher));
  const speakers = candidates.filter((_, place) => weighed[place]?.speaks);
  return weighed.flatMap(({ mention, listens }) => {
    if (mention === null) return [];
    const by = listens ? neighbour(text, speakers, mention.start, mention.end) : undefined;
    return [by === undefined ? mention : { ...mention, confidence: 'sure' as const, confirmedBy: [by] }];
  });
}

interface Weighed {
  mention: LocalMention | null;
  /** Whether it speaks for the names around it, being the provider's without doubt or hardly anything else. */
  speaks: boolean;
  /** Whether a provider named close by would confirm it. */
  listens: boolean;
}

function weighCandidate(text: string, { start, end, name }: Candidate, matcher: Matcher): Weighed {
  const { provider, context } = name;
  const mention = (confidence: Mention['confidence'], confirmedBy: string[], speaks = false): Weighed => {
    const listens = confidence === 'possible' && context?.needs !== 'own-confirmation';
    const sense = `${provider} ${name.text}`;
    return { mention: { start, end, provider, confidence, confirmedBy, sense }, speaks, listens };
  };
  if (context === undefined) return mention('sure', [], true);
  if (context === PENDING_CONTEXT) throw new EvidencePending();
  // A name in small letters may be an ordinary word ("an azure sky"): it has to be confirmed after all.
  const isCapitalised = text.slice(start, end) !== text.slice(start, end).toLowerCase();
  const isPlain = context.needs === 'no-exclusion' && isCapitalised;
  const weighing = weigh(context, matcher.evidence, text, start, end);
  if (weighing.verdict === 'excluded') return { mention: null, speaks: false, listens: false };
  if (weighing.verdict === 'confirmed') return mention('sure', weighing.by, isPlain);
  const isSure = isPlain || (isCapitalised && weighing.verdict === 'abroad');
  return mention(isSure ? 'sure' : 'possible', [], isSure);
}

/**
 * A provider named without doubt close by speaks for an ambiguous name.
 * In: a text, those that speak, in order, and a name's UTF-16 offsets. Out: the first of them within reach, as written.
 */
function neighbour(text: string, speakers: readonly Candidate[], start: number, end: number): string | undefined {
  // They stand in order: a text of thousands is not gone through for each.
  let [low, high] = [0, speakers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((speakers[middle] as Candidate).end > start - REACH) high = middle;
    else low = middle + 1;
  }
  const near = speakers[low];
  return near !== undefined && near.start < end + REACH ? text.slice(near.start, near.end) : undefined;
}
