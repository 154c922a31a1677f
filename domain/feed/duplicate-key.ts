const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Finds a key that stands twice in one object. `JSON.parse` keeps the last and says nothing (RFC 8259, 4), so that two readers of
 * one file could see two data sets.
 * In: a text that `JSON.parse` takes. Out: the first such key; null where there is none.
 */
export function duplicateKeyIn(json: string): string | null {
  /** Of each object that is open its keys so far; of each list null. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(json, at);
      if (isKey(json, end)) {
        const key = JSON.parse(json.slice(at, end)) as string;
        const keys = open.at(-1);
        if (keys?.has(key) === true) return key;
        keys?.add(key);
      }
      at = end - 1;
    }
  }
  return null;
}

/** In: where a string begins. Out: the offset after its closing quote. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === BACKSLASH) at += 1;
  }
  return json.length;
}

/** In valid JSON a string is a key exactly where a colon comes next. */
function isKey(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json[at] ?? '')) at += 1;
  return json[at] === ':';
}
