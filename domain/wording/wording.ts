import type { LocalizedText } from '../registry/text.ts';
import type { MessageKey } from './message-key.ts';
import type { Phrase, Value } from './phrase.ts';

/** Stands around what is in another language than the text that it is in; no fact holds control characters. */
export const MARK = '\u0001';

/** The languages in which every fact is written. */
export type FactLanguage = keyof LocalizedText;

/** Looks a message up and fills its blanks; `browser.i18n.getMessage` where there is a browser. */
export type GetMessage = (key: MessageKey, substitutions: string[]) => string;

/** Says things in the reader's language. */
export interface Wording {
  language: string;
  t: (key: MessageKey, ...substitutions: string[]) => string;
  /** Takes the plural form of `key`: `key_one` or `key_other`; the count is `$1`. */
  count: (key: PluralKey, count: number) => string;
  say: (phrase: Phrase) => string;
  localized: (text: LocalizedText) => string;
  /** The language of facts, where the reader's is another: what `localized` gives is in it. */
  factLang: FactLanguage | undefined;
  /** As `say` and `localized`, with a MARK before and after each part that is in `factLang`. */
  marked: (content: Phrase | LocalizedText) => string;
  date: (partialDate: string) => string;
  /** A date as a sentence goes on with it: "le 01/02/2020", "en 2015". */
  when: (partialDate: string) => string;
  countries: (codes: readonly string[]) => string;
}

export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/**
 * Makes the wording of the language in which the messages are.
 * In: the look-up of messages, whose `language` message is a BCP 47 tag. Out: the wording; dates and lists follow it.
 */
export function createWording(getMessage: GetMessage): Wording {
  // The language that was found for the messages, which is not always the browser's.
  const language = getMessage('language', []);
  const factLanguage: FactLanguage = language.startsWith('fr') ? 'fr' : 'en';
  const factLang = language.startsWith(factLanguage) ? undefined : factLanguage;
  // Made when something is said: they load the browser's language data, and on most pages nothing is.
  const plural = once(() => new Intl.PluralRules(language));
  const conjunction = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const names = once(() => new Intl.DisplayNames(language, { type: 'region' }));

  const t: Wording['t'] = (key, ...substitutions) => getMessage(key, substitutions);
  const countries: Wording['countries'] = (codes) =>
    conjunction().format(codes.map((code) => names().of(code) ?? code).sort(new Intl.Collator(language).compare));
  const localized: Wording['localized'] = (text) => text[factLanguage];
  const mark: Wording['localized'] = (text) =>
    factLang === undefined ? localized(text) : MARK + localized(text) + MARK;
  const date: Wording['date'] = (partialDate) => formatDate(partialDate, language);

  const write = (value: Value): string => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'localized':
        return mark(value.text);
      case 'countries':
        return countries(value.codes);
      case 'date':
        return date(value.date);
      case 'list':
        return conjunction().format(value.items);
      case 'number':
        return value.number.toLocaleString(language);
    }
  };

  const marked: Wording['marked'] = (content) =>
    'key' in content ? getMessage(content.key, content.values.map(write)) : mark(content);

  return {
    language,
    t,
    count: (key, count) =>
      getMessage(`${key}_${plural().select(count) === 'one' ? 'one' : 'other'}` as MessageKey, [String(count)]),
    say: (phrase) => marked(phrase).replaceAll(MARK, ''),
    localized,
    factLang,
    marked,
    date,
    when: (partialDate) => t(partialDate.length === 10 ? 'when_day' : 'when_period', date(partialDate)),
    countries,
  };
}

/** In: what makes a thing. Out: what gives it, made the first time. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** A day as 20/11/2026, a month as 11/2026, a year as it is: the precision of the source, no more. */
function formatDate(partialDate: string, language: string): string {
  const parts = partialDate.split('-');
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (parts.length > 1) options.month = '2-digit';
  if (parts.length > 2) options.day = '2-digit';
  return new Date(partialDate).toLocaleDateString(europeanLocale(language), options);
}

/** In: a reader's language. Out: the locale of its dates. Bare `en` would put the month first; the readers are European. */
export function europeanLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
