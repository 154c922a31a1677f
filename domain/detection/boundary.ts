/** How far back and forth an address is looked for, in UTF-16 units. */
export const LONGEST_ADDRESS = 200;

const BLANK = /\s/;
const WORD = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Tells whether a span is a word of its own: no letter or digit touches it, in any script,
 * and it is not part of an e-mail address, a host name or a path.
 * In: a text and UTF-16 offsets in it, end exclusive.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !touchesWord(text, start, end) && !isInAddress(text, start, end);
}

/** A variation selector only says how the sign before it is drawn. */
function isWord(character: string): boolean {
  return character !== '\ufe0f' && WORD.test(character);
}

function touchesWord(text: string, start: number, end: number): boolean {
  return isWord(characterBefore(text, start)) || isWord(characterAt(text, end));
}

/** A mail address, a URL or a host name that is more than the name itself. */
function isInAddress(text: string, start: number, end: number): boolean {
  const head = text.slice(blankBefore(text, start), start);
  const tail = text.slice(end, blankAfter(text, end));
  // Nearly always: a sign of the sentence at most.
  if (head === '' && (tail === '' || /^[,;:)]$/.test(tail))) return false;
  if (/[@\\]|:\/\/|^www\.|[\w-]\.[a-z]{2,}\/\S*$/i.test(head) || /^[\w.-]*@/.test(tail)) return true;
  // A path ends in a file: "docs/azure/readme.md".
  if (/^\/\S*\.[a-z]{2,4}(?![\p{L}\d])/u.test(tail)) return true;
  // "2017-GCP-013" is a reference.
  if (/\d-$/.test(head) && /^-\d/.test(tail)) return true;
  // A host goes on with a dot and a lower-case label; a sentence, glued to the next or not, goes on with a capital.
  return (
    /^(?:[\w-]*\.)+(?:[a-z]{2,}|COM|EU|FR|NET|ORG)(?![\p{L}\d])/u.test(tail) ||
    (head.endsWith('.') && /\p{Ll}/u.test(text.charAt(start)))
  );
}

/** In: a text and an offset. Out: where what is not blank before it begins, no further back than an address is long. */
function blankBefore(text: string, offset: number): number {
  const first = Math.max(0, offset - LONGEST_ADDRESS);
  let at = offset;
  while (at > first && !BLANK.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function blankAfter(text: string, offset: number): number {
  const last = Math.min(text.length, offset + LONGEST_ADDRESS);
  let at = offset;
  while (at < last && !BLANK.test(text.charAt(at))) at += 1;
  return at;
}

/** Whole characters, since a letter outside the basic plane takes two UTF-16 units. */
function characterBefore(text: string, offset: number): string {
  const pair = text.slice(Math.max(0, offset - 2), offset);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
