import type { Evidence } from '../registry/evidence.ts';
import type { NameContext } from '../registry/name-index.ts';
import { holdsWord, wordKey } from '../registry/word-list.ts';

/** How far, in UTF-16 units on each side, a word can speak for or against a name. */
export const REACH = 160;

export type Weighing = { verdict: 'confirmed'; by: string[] } | { verdict: 'excluded' } | { verdict: 'open' };

/**
 * Weighs what stands around an ambiguous name. One excluding word outweighs everything; one confirming word is enough.
 * In: what the name goes by, the general evidence, the text and the name's UTF-16 offsets in it.
 * Out: the verdict, and the words that confirmed.
 */
export function weigh(context: NameContext, evidence: Evidence, text: string, start: number, end: number): Weighing {
  const leading = wordsBefore(text, start);
  const trailing = wordsAfter(text, end);
  const before = wordKey(leading);
  const itself = wordKey(text.slice(start, end));
  const after = wordKey(trailing);
  // An excluding expression may contain the name itself ("ville d'Orange"); a confirming word must stand beside it.
  const around = `${before}${itself}${after}`;
  if (context.exclude.some((word) => holdsWord(around, wordKey(word)))) return { verdict: 'excluded' };
  const beside = `${before}\n${after}`;
  const general = context.needs === 'own-confirmation' ? [] : evidence.cloudTerms;
  const by = [
    ...[...context.confirm, ...general].filter((word) => holdsWord(beside, wordKey(word))),
    ...(context.needs === 'own-confirmation' ? [] : companyWords(leading, trailing, evidence)),
  ];
  return by.length > 0 ? { verdict: 'confirmed', by } : { verdict: 'open' };
}

/** What stands before, without the word that the reach cuts in two. */
function wordsBefore(text: string, start: number): string {
  const from = start - REACH;
  return from <= 0 ? text.slice(0, start) : text.slice(from, start).replace(/^[\p{L}\p{N}]+/u, '');
}

function wordsAfter(text: string, end: number): string {
  const to = end + REACH;
  return to >= text.length ? text.slice(end) : text.slice(end, to).replace(/[\p{L}\p{N}]+$/u, '');
}

/** "la société GFI", "Atos IT Services UK Ltd": what makes a name a company's, right beside it, in the same block. */
function companyWords(before: string, after: string, evidence: Evidence): string[] {
  const lastWord = /([\p{L}.]+)[ \u00a0:«"'(]*$/u.exec(before)?.[1] ?? '';
  const leading = evidence.companyBefore.filter((word) => wordKey(word) === wordKey(lastWord));
  const nextWords = (after.split(/[,;()\n\u2029]/u, 1)[0] ?? '').trim().split(/\s+/).slice(0, 5);
  const keys = new Set(nextWords.flatMap((word) => [wordKey(word), wordKey(word.replace(/\.$/, ''))]));
  const trailing = evidence.companyAfter.filter((form) => keys.has(wordKey(form)));
  return [...leading, ...trailing];
}
