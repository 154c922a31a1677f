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
  const before = wordKey(text.slice(Math.max(0, start - REACH), start));
  const itself = wordKey(text.slice(start, end));
  const after = wordKey(text.slice(end, end + REACH));
  // An excluding expression may contain the name itself ("ville d'Orange"); a confirming word must stand beside it.
  const around = `${before}${itself}${after}`;
  if (context.exclude.some((word) => holdsWord(around, wordKey(word)))) return { verdict: 'excluded' };
  const beside = `${before}\n${after}`;
  const general = context.needs === 'own-confirmation' ? [] : evidence.cloudTerms;
  const by = [
    ...[...context.confirm, ...general].filter((word) => holdsWord(beside, wordKey(word))),
    ...(context.needs === 'own-confirmation' ? [] : companyWords(before, after, evidence)),
  ];
  return by.length > 0 ? { verdict: 'confirmed', by } : { verdict: 'open' };
}

/** "la société GFI", "Atos IT Services UK Ltd": what makes a name a company's, right beside it. */
function companyWords(before: string, after: string, evidence: Evidence): string[] {
  const lastWord = /([\p{L}.]+)[\s:«"'(]*$/u.exec(before)?.[1];
  const leading = evidence.companyBefore.filter((word) => wordKey(word) === lastWord);
  const nextWords =
    after
      .split(/[,;()\n\u2029]/u, 1)[0]
      ?.trim()
      .split(/\s+/)
      .slice(0, 5) ?? [];
  const trailing = evidence.companyAfter.filter((form) => nextWords.includes(wordKey(form)));
  return [...leading, ...trailing];
}
