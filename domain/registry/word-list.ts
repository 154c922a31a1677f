const PLAIN = /^[\w .,;:/&+()-]*$/;

/**
 * In: a text. Out: the form under which two spellings of a word are one: lower case, no accents, plain hyphens, apostrophes
 * and blanks.
 */
export function wordKey(text: string): string {
  // Most words are plain: no need to take them apart.
  if (PLAIN.test(text) && !text.includes('  ')) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** From so many letters on a word is no longer chance at the beginning of another: "Videokonferenzsystem". */
const COMPOUNDING = 8;

/**
 * Whether a text holds a word or expression, whole, or its plural in -s, or a long one that a compound begins with.
 * In: two keys made by `wordKey`. Out: true for "cloud" in "le cloud public", false for "cloud" in "saint-cloudien".
 */
export function holdsWord(text: string, word: string): boolean {
  // A word that ends in a sign ("jus d'") is bounded by it already.
  const opens = isWordCharacter(word.charAt(0));
  const closes = word.length < COMPOUNDING && isWordCharacter(word.charAt(word.length - 1));
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (opens && isWordCharacter(text.charAt(at - 1))) continue;
    const end = at + word.length;
    const plural = text.charAt(end) === 's' ? 1 : 0;
    if (!closes || !isWordCharacter(text.charAt(end)) || !isWordCharacter(text.charAt(end + plural))) return true;
  }
  return false;
}

/**
 * Drops from a list what the rest of it says already: "serveurs" beside "serveur", "navigateur web" beside "navigateur".
 * In: words, and others that hold anyway. Out: the words that add something, in their order.
 */
export function withoutImplied(words: readonly string[], others: readonly string[]): string[] {
  const keys = [...words, ...others].map(wordKey);
  return words.filter((word, place) => {
    const key = keys[place] ?? '';
    return !keys.some((other, otherPlace) =>
      other !== key ? holdsWord(key, other) : otherPlace < place || otherPlace >= words.length,
    );
  });
}

function isWordCharacter(character: string): boolean {
  return character !== '' && /[\p{L}\p{N}]/u.test(character);
}
