/** How far back and forth an address is looked for, in UTF-16 units. */
const LONGEST_ADDRESS = 200;

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
  const head = /\S*$/.exec(text.slice(Math.max(0, start - LONGEST_ADDRESS), start))?.[0] ?? '';
  const tail = /^\S*/.exec(text.slice(end, end + LONGEST_ADDRESS))?.[0] ?? '';
  if (/[@\\]|:\/\/|^www\.|[\w-]\.[a-z]{2,}\/\S*$/i.test(head) || /^[\w.-]*@/.test(tail)) return true;
  // A path ends in a file: "docs/azure/readme.md".
  if (/^\/\S*\.[a-z]{2,4}(?![\p{L}\d])/u.test(tail)) return true;
  // A host goes on with a dot and a lower-case label; a sentence goes on with a capital.
  return /^(?:[\w-]*\.)+(?:[a-z]{2,}|COM|EU|FR|NET|ORG)(?![\p{L}\d])/u.test(tail) || /[\p{L}\d]\.$/u.test(head);
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
