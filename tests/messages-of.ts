import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { GetMessage } from '../domain/wording/wording.ts';

const LOCALES = join(import.meta.dirname, '../public/_locales');

/**
 * Looks messages up in the files that ship, as `browser.i18n.getMessage` does.
 * In: a language that has a folder in `_locales`. Out: the look-up. It throws on a key that the file lacks, where a browser says nothing.
 */
export function messagesOf(language: string): GetMessage {
  const file = readFileSync(join(LOCALES, language, 'messages.json'), 'utf8');
  const messages = JSON.parse(file) as Record<string, { message: string }>;
  return (key, substitutions) => {
    const entry = messages[key];
    if (entry === undefined) throw new RangeError(`no message ${key} in ${language}`);
    return entry.message.replaceAll(/\$([1-9])/g, (_, position: string) => substitutions[Number(position) - 1] ?? '');
  };
}
