import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { LANGUAGE_CHOICES } from '../../../domain/settings/page-settings.ts';
import { STRENGTHS } from '../../../domain/registry/exposure.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

type Messages = Record<string, { message: string; description?: string }>;
const messagesIn = (language: string) => JSON.parse(read(`public/_locales/${language}/messages.json`)) as Messages;

const LANGUAGES = readdirSync(join(ROOT, 'public/_locales')).sort();
const FRENCH = messagesIn('fr');
const KEYS = Object.keys(FRENCH);

/** The code that may name a message. */
const SOURCE = [
  'wxt.config.ts',
  ...['domain', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path)),
  ),
]
  .map(read)
  .join('\n');

/** Keys that the code puts together: each counts while the template that makes it is in the code. */
const TEMPLATES: [template: string, keys: string[]][] = [
  ['law_${strength}', STRENGTHS.map((strength) => `law_${strength}`)],
  ['law_${strength}_brief', ['law_indirect_brief', 'law_contested_brief']],
];
const MADE = new Set(TEMPLATES.flatMap(([template, keys]) => (SOURCE.includes(`\`${template}\``) ? keys : [])));

const isNamed = (key: string) => SOURCE.includes(`'${key}'`) || SOURCE.includes(`__MSG_${key}__`);
const isUsed = (key: string) => isNamed(key) || MADE.has(key) || isNamed(key.replace(/_(?:one|other)$/, ''));

/** Which blanks a message has: `$1`, `$2`… */
const blanksOf = (message = '') => [...new Set(message.match(/\$\d/g))].sort();

it('are in every language that can be chosen', () => {
  expect(LANGUAGES).toEqual(LANGUAGE_CHOICES.filter((choice) => choice !== 'browser').toSorted());
});

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const messages = messagesIn(language);

  it('hold the same keys as the French ones', () => {
    expect(Object.keys(messages).sort()).toEqual(KEYS.toSorted());
  });

  it('have the same blanks as the French ones', () => {
    const blanks = (of: Messages) => Object.fromEntries(KEYS.map((key) => [key, blanksOf(of[key]?.message)]));
    expect(blanks(messages)).toEqual(blanks(FRENCH));
  });

  it('are never empty, nor padded', () => {
    const wrong = Object.entries(messages).filter(([, { message }]) => message === '' || message !== message.trim());
    expect(wrong).toEqual([]);
  });

  it('name their own language', () => {
    expect(messages['language']?.message).toBe(language);
  });

  it('have typographic apostrophes and quotation marks', () => {
    expect(Object.values(messages).filter(({ message }) => /['"]/.test(message))).toEqual([]);
  });

  it('describe the extension within what the stores take', () => {
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('the French messages', () => {
  it('have a no-break space before high punctuation and inside guillemets', () => {
    const wrong = Object.entries(FRENCH).filter(([, { message }]) => /(?<!\u00a0)[:;?!»]|«(?!\u00a0)/.test(message));
    expect(wrong).toEqual([]);
  });
});

describe.each(LANGUAGES.filter((language) => language !== 'fr'))('the messages in %s', (language) => {
  it('have no space before high punctuation', () => {
    const wrong = Object.entries(messagesIn(language)).filter(([, { message }]) => /\s[:;?!]/.test(message));
    expect(wrong).toEqual([]);
  });

  it('are translated, not left in French', () => {
    const same = Object.entries(messagesIn(language)).filter(
      ([key, { message }]) => message === FRENCH[key]?.message && /\p{L}{3,}.*\s.*\p{L}{3,}/u.test(message),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('every message', () => {
  it('is used somewhere in the code', () => {
    expect(KEYS.filter((key) => !isUsed(key))).toEqual([]);
  });

  it.each(TEMPLATES)('that `%s` can make exists', (_template, keys) => {
    expect(KEYS).toEqual(expect.arrayContaining(keys));
  });

  it.each(KEYS.filter((key) => key.endsWith('_other')))('that is for many has a form for one: %s', (key) => {
    expect(KEYS).toContain(key.replace(/_other$/, '_one'));
  });
});
