import type { Fact } from '../registry/fact.ts';
import { phrase, text, type Phrase } from '../wording/phrase.ts';

/**
 * What has to be read with a fact: the reservation noted on it, and the provider's reply where it contests it.
 * In: the fact, and what it is about where that is not the whole provider. Out: phrases.
 */
export function notesOf(fact: Fact<unknown>, about?: string): Phrase[] {
  const phrases: Phrase[] = [];
  if ('note' in fact && fact.note !== undefined) {
    const note = { kind: 'localized', text: fact.note } as const;
    phrases.push(about === undefined ? phrase('plain', note) : phrase('note_about', text(about), note));
  }
  if (fact.state === 'contested') phrases.push(phrase('contested_reply', { kind: 'localized', text: fact.reply.text }));
  return phrases;
}
