import type { IndexedName } from '../registry/name-index.ts';
import { keyOf } from './name-pattern.ts';

/** How far, in UTF-16 units on each side, a word can speak for or against a name. */
export const REACH = 160;

export type Weighing = { verdict: 'confirmed'; by: string[] } | { verdict: 'excluded' } | { verdict: 'open' };

/**
 * Weighs what stands around an ambiguous name. One excluding word outweighs everything; one confirming word is enough.
 * In: the name, the text and the name's UTF-16 offsets in it. Out: the verdict, and the words that confirmed.
 */
export function weigh(name: IndexedName, text: string, start: number, end: number): Weighing {
  const before = keyOf(text.slice(Math.max(0, start - REACH), start));
  const itself = keyOf(text.slice(start, end));
  const after = keyOf(text.slice(end, end + REACH));
  const around = `${before}${itself}${after}`;
  // An excluding expression may contain the name itself ("ville d'Orange"); a confirming word must stand beside it.
  if (name.exclude?.some((word) => contains(around, word))) return { verdict: 'excluded' };
  const beside = `${before}\n${after}`;
  const by = (name.confirm ?? []).filter((word) => contains(beside, word));
  return by.length > 0 ? { verdict: 'confirmed', by } : { verdict: 'open' };
}

/** Whole words only: "cloud" is not in "Saint-Cloudien", "5G" is not in "15G". */
function contains(haystack: string, word: string): boolean {
  const needle = keyOf(word);
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const touching = haystack.charAt(at - 1) + haystack.charAt(at + needle.length);
    if (!/[\p{L}\p{N}]/u.test(touching)) return true;
  }
  return false;
}
