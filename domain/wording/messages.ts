import * as v from 'valibot';

import type { GetMessage } from './wording.ts';

/** A file of `_locales`. */
export const MessagesFileSchema = v.record(v.string(), v.object({ message: v.string() }));

/** The messages of one language, by key. */
export const MessagesSchema = v.record(v.string(), v.string());
export type Messages = v.InferOutput<typeof MessagesSchema>;

/**
 * Reads a file of `_locales`. In: the parsed JSON. Out: its messages by key.
 * Throws v.ValiError on any other shape.
 */
export function messagesIn(file: unknown): Messages {
  return Object.fromEntries(
    Object.entries(v.parse(MessagesFileSchema, file)).map(([key, { message }]) => [key, message]),
  );
}

/**
 * Looks messages up as `browser.i18n.getMessage` does, in a language that the browser need not have.
 * In: the messages. Out: the look-up; a key that is not there gives nothing, as in a browser.
 */
export function lookUpIn(messages: Messages): GetMessage {
  return (key, substitutions) =>
    (messages[key] ?? '').replaceAll(/\$([1-9])/g, (_, position: string) => substitutions[Number(position) - 1] ?? '');
}
