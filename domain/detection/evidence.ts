import type { Evidence } from '../registry/evidence.ts';
import type { NameContext } from '../registry/name-index.ts';
import { holdsWord, wordKey } from '../registry/word-list.ts';
import { introductionsOf } from './introduction.ts';

/** How far, in UTF-16 units on each side, a word can speak for or against a name. */
export const REACH = 160;

/** `abroad`: open, in another language than the one where the name is something else. */
export type Weighing = { verdict: 'confirmed'; by: string[] } | { verdict: 'excluded' | 'open' | 'abroad' };

/**
 * Weighs what stands around an ambiguous name. In this order:
 * 1. one excluding word within reach outweighs everything, and so does a street, a place or a person that bears the
 *    name ("rue du Mistral", "mairie d'Orange", "Mme Gandi"): excluded;
 * 2. one confirming word within reach is enough: its own, a cloud term, or what makes it a company's name;
 * 3. failing that, what introduces it, however far: its label, the heading above, the line that opens its list;
 * 4. else it is open: the caller may still know of a provider named close by, or need nothing more where the name is
 *    something else in French alone and the text is in another language.
 * A name that needs its own confirmation goes by its own words alone.
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
  if (context.exclude.some((word) => holdsWord(around, keyOf(word)))) return { verdict: 'excluded' };
  if (namesSomethingElse(leading, trailing, evidence)) return { verdict: 'excluded' };
  const beside = `${before}\n${after}`;
  const ownOnly = context.needs === 'own-confirmation';
  const words = [...context.confirm, ...(ownOnly ? [] : evidence.cloudTerms)];
  const by = [...wordsIn(beside, words), ...(ownOnly ? [] : companyWords(leading, trailing, evidence))];
  if (by.length > 0) return { verdict: 'confirmed', by: [...new Set(by)] };
  const introduced = introductionsOf(text, start)
    .map(wordKey)
    // "Ville du titulaire": what follows is a place.
    .filter((block) => wordsIn(block, evidence.elsewhereBefore).length === 0)
    .flatMap((block) => wordsIn(block, ownOnly ? words : [...words, ...evidence.companyBefore]));
  if (introduced.length > 0) return { verdict: 'confirmed', by: [...new Set(introduced)] };
  const isAbroad = context.needs === 'confirmation-in-french' && wordsIn(beside, evidence.otherLanguages).length > 0;
  return { verdict: isAbroad ? 'abroad' : 'open' };
}

function wordsIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => holdsWord(text, keyOf(word)));
}

/** The words of the evidence are the same for every name of a page: their keys are made once. */
function keyOf(word: string): string {
  let key = KEYS.get(word);
  if (key === undefined) KEYS.set(word, (key = wordKey(word)));
  return key;
}

const KEYS = new Map<string, string>();

/** What stands before, without the word that the reach cuts in two. */
function wordsBefore(text: string, start: number): string {
  const from = start - REACH;
  return from <= 0 ? text.slice(0, start) : text.slice(from, start).replace(/^[\p{L}\p{N}]+/u, '');
}

function wordsAfter(text: string, end: number): string {
  const to = end + REACH;
  return to >= text.length ? text.slice(end) : text.slice(end, to).replace(/[\p{L}\p{N}]+$/u, '');
}

/** "12 rue du Mistral", "commune d’Orange", "Orange Street": the next word, or the one before "de", "du", "d’", "della"… */
function namesSomethingElse(before: string, after: string, evidence: Evidence): boolean {
  const last = wordKey(BEFORE.exec(before.slice(-LONGEST_PHRASE))?.[1] ?? '');
  const next = /^ (\p{L}+)/u.exec(after)?.[1] ?? '';
  return evidence.elsewhereBefore.some((word) => keyOf(word) === last) || evidence.elsewhereAfter.includes(next);
}

/** As much as "groupe scolaire de la « …": no need to look for one word in all that is within reach. */
const LONGEST_PHRASE = 40;

/** The last word before a name, without the particle that links them. */
const BEFORE =
  /(?<![\p{L}.-])([\p{L}.-]+)[ \u00a0](?:(?:de la|des?|du|d|della|del|di|van|von|der|l[ea]s?|il|el)[ \u00a0]|(?:de l|d|l|dell)['’])?[«"]?[ \u00a0]?(?:l[ea]s? |l['’])?$/iu;

/**
 * "la société GFI", "Atos IT Services UK Ltd": what makes a name a company's, right beside it, in the same block.
 * "Société Mistral Menuiserie SARL" is another company.
 */
function companyWords(before: string, after: string, evidence: Evidence): string[] {
  const last = wordKey(/([\p{L}.]+)[ \u00a0«"'(]*$/u.exec(before.slice(-LONGEST_PHRASE))?.[1] ?? '');
  const next = (after.split(/[,;()\n\u2029]/u, 1)[0] ?? '').trim().split(/\s+/);
  const following = next.find((word) => !evidence.companyBetween.includes(word)) ?? '';
  const isForm = (form: string) => [form, form.toUpperCase()].some((it) => it === following || `${it}.` === following);
  const forms = evidence.companyAfter.filter(isForm);
  // Case counts: "Orange SA" is a company, "Orange sa" the beginning of "… sa place".
  const goesOn = /^ ?\p{Lu}\p{Ll}/u.test(after) && forms.length === 0 && following === next[0];
  return [...(goesOn ? [] : evidence.companyBefore.filter((word) => keyOf(word) === last)), ...forms];
}
