/** Stands between two blocks of a page's text: no name reaches across it. Not one of BLANK. */
export const BLOCK_BREAK = '\u2029';

const BLANK = '[ \\t\\n\\r\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const HYPHENS = '[-\\u2010\\u2011\\u2012\\u2013]';
const APOSTROPHES = "['\\u2018\\u2019\\u02bc]";

/**
 * Writes a name as a regular expression that also matches its typographic variants: runs of blanks of any kind or a
 * hyphen in their place ("Office-365"), typographic apostrophes and hyphens, capitals without accents, a legal form
 * without its last dot ("S.p.A").
 * In: the name. Out: the source of a case-insensitive RegExp, without groups.
 */
export function patternOf(name: string): string {
  const composed = name.normalize('NFC');
  let pattern = '';
  for (const character of composed) pattern += patternOfCharacter(character);
  if (composed.endsWith('.')) pattern += '?';
  return edge(composed[0]) + pattern + edge(composed.at(-1));
}

function patternOfCharacter(character: string): string {
  if (/\s/.test(character)) return `(?:${BLANK}+|${HYPHENS})`;
  if (/[-\u2010-\u2013]/.test(character)) return HYPHENS;
  if (/['\u2018\u2019\u02bc]/.test(character)) return APOSTROPHES;
  const bare = withoutAccents(character);
  if (bare !== character) return `[${character}${bare}]`;
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** `\b` knows ASCII only: next to any other character it would ask for the opposite of a boundary. */
function edge(character: string | undefined): string {
  return character !== undefined && /\w/.test(character) ? '\\b' : '';
}

/** In: any text. Out: the same letters without their diacritical marks. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** In: a name as written. Out: the same with plain apostrophes, and plain blanks for hyphens; case and accents kept. */
export function plainly(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\u2010-\u2013-]+/g, ' ')
    .replace(/\.$/, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'");
}
