import type { Registry } from '../domain/registry/registry.ts';
import { judgementIn } from '../domain/wording/judgement.ts';
import type { Problem } from './assemble-registry.ts';

/**
 * Holds every text shown to users to neutral wording, typography, and dates that read one way only.
 * In: a registry. Out: the problems found, with the word.
 */
export function checkWording(registry: Registry): Problem[] {
  const parts: [string, unknown][] = [
    ...Object.entries(registry.providers).map(([name, provider]): [string, unknown] => [
      `providers/${name}.json`,
      provider,
    ]),
    ['laws.json', registry.laws],
    ['schemes.json', registry.schemes],
    ['countries.json', registry.countries],
    ['false-friends.json', registry.falseFriends],
  ];
  return parts.flatMap(([file, part]) => checkTexts(file, part));
}

/** In: a file's name and any part of its content. Out: the problems of the texts in it. */
export function checkTexts(file: string, part: unknown): Problem[] {
  return textsIn(part, '').flatMap(({ field, fr, en }) => [
    ...judge(file, `${field}.fr`, fr, 'fr'),
    ...judge(file, `${field}.en`, en, 'en'),
    ...checkSpaces(file, `${field}.fr`, fr),
    ...checkApostrophes(file, `${field}.fr`, fr),
    ...checkApostrophes(file, `${field}.en`, en),
    ...checkEnglishDates(file, `${field}.en`, en),
  ]);
}

function judge(file: string, field: string, text: string, language: 'fr' | 'en'): Problem[] {
  const word = judgementIn(text, language);
  return word === null ? [] : [{ file, field, message: `"${word}" judges: say what happened, and who says so` }];
}

function checkSpaces(file: string, field: string, text: string): Problem[] {
  const sign = / ([:;?!»])|« /.exec(text);
  return sign === null
    ? []
    : [{ file, field, message: `has an ordinary space at "${sign[0]}": French takes a no-break space there (U+00A0)` }];
}

function checkApostrophes(file: string, field: string, text: string): Problem[] {
  const straight = /\w'|'\w/u.exec(text);
  return straight === null
    ? []
    : [{ file, field, message: `has a straight apostrophe at "${straight[0]}": write ’ (U+2019)` }];
}

/** 12/06/2026 is a day in June to one reader of English and a day in December to another. */
function checkEnglishDates(file: string, field: string, text: string): Problem[] {
  const date = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(text);
  return date === null ? [] : [{ file, field, message: `has the date "${date[0]}": write its month as a word` }];
}

function textsIn(part: unknown, field: string): { field: string; fr: string; en: string }[] {
  if (part === null || typeof part !== 'object') return [];
  if ('fr' in part && 'en' in part) return [{ field, fr: String(part.fr), en: String(part.en) }];
  return Object.entries(part).flatMap(([key, value]) => textsIn(value, field === '' ? key : `${field}.${key}`));
}
