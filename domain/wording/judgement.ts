import type { FactLanguage } from './wording.ts';

/** Words that judge. Facts about a provider are written without them, favourable or not (rule 10 of the badge). */
const JUDGEMENTS: Record<FactLanguage, RegExp> = {
  fr: /\b(?:dangereu(?:x|se)|opaque|illégal(?:e|es)?|refuse de|non souverain(?:e|s|es)?|malheureusement|heureusement|excellente?|meilleure?s?|pire|leader|exemplaire|laxiste|douteu(?:x|se)|suspecte?s?|scandale)\b/iu,
  en: /\b(?:dangerous|opaque|illegal|refuses? to|non-sovereign|unfortunately|fortunately|excellent|best-in-class|worst|leader|leading|exemplary|dubious|suspicious|scandal|trustworthy|untrustworthy)\b/iu,
};

/** In: a text and its language. Out: the first word in it that judges; null where none does. */
export function judgementIn(text: string, language: FactLanguage): string | null {
  return JUDGEMENTS[language].exec(text)?.[0] ?? null;
}

/** Words that put one candidate before or behind another. A document for a consultation does neither. */
const PREFERENCES: Record<FactLanguage, RegExp> = {
  fr: /(?<![\p{L}-])(?:préfér(?:er|ons|ez|ée?s?|ables?)|préfère(?:nt|s)?|préférence (?:pour|national|europ|communaut|local|français)\p{L}*|privilégi\p{L}*|recommand\p{L}*|(?:dé)?conseill\p{L}*|favoris\p{L}*|défavoris\p{L}*|éviter|à écarter|mieux[- ]disant\p{L}*|moins[- ]disant\p{L}*|classement|note globale|score)(?!\p{L})/iu,
  en: /(?<![\p{L}-])(?:prefer(?:s|red|able|ably)?|preference (?:for|to)|(?:national|European|local) preference|recommend\p{L}*|favou?r\p{L}*|avoid|should (?:choose|pick|reject)|best|better|worse|ranking|ranked|score)(?!\p{L})/iu,
};

/**
 * The guard of what is written for a consultation: it speaks of requirements on the service, never of preferring somebody.
 * In: a text and its language. Out: the first word in it that judges or prefers; null where none does.
 */
export function preferenceIn(text: string, language: FactLanguage): string | null {
  return judgementIn(text, language) ?? PREFERENCES[language].exec(text)?.[0] ?? null;
}
