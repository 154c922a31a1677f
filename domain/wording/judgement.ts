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
