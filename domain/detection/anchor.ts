import { withoutAccents } from './name-pattern.ts';

/** A plain word of a name, by which the name is first looked for. */
export interface Anchor {
  /** In lower case; begins and ends with an ASCII letter or digit, so that `\b` holds at both ends. */
  word: string;
  /** UTF-16 units from the beginning of the name to the word. */
  offset: number;
}

/**
 * The words by which a name can be found: its first one, with and without accents, and with each kind of hyphen.
 * In: a name. Out: one anchor or more; together they stand in every spelling that the name's pattern matches.
 */
export function anchorsOf(name: string): Anchor[] {
  const [first = '', second = ''] = name.normalize('NFC').split(/\s+/);
  // One letter would stop at every "l'" and "à": the next word goes along.
  const tokens = first.length > 1 || second === '' ? [first] : [`${first} ${second}`, `${first}\u00a0${second}`];
  const spellings = tokens.flatMap((token) => [token, withoutAccents(token)]).flatMap(typographicVariants);
  const anchors = spellings.map((spelling): Anchor => {
    const offset = Math.max(spelling.search(/\w/), 0);
    return { word: spelling.slice(offset).replace(/\W+$/, '').toLowerCase(), offset };
  });
  return [...new Map(anchors.map((anchor) => [`${anchor.offset} ${anchor.word}`, anchor])).values()];
}

function typographicVariants(token: string): string[] {
  const hyphens = /[-\u2010-\u2013]/.test(token) ? ['-', '\u2010', '\u2011', '\u2013'] : ['-'];
  const apostrophes = /['\u2018\u2019\u02bc]/.test(token) ? ["'", '\u2019'] : ["'"];
  return hyphens.flatMap((hyphen) =>
    apostrophes.map((apostrophe) =>
      token.replace(/[-\u2010-\u2013]/g, hyphen).replace(/['\u2018\u2019\u02bc]/g, apostrophe),
    ),
  );
}
