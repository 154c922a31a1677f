import type { Fact } from '../registry/fact.ts';
import { phrase, type Phrase } from '../wording/phrase.ts';

/** In: a fact. Out: what the provider answers to it, where it contests it. */
export function replyTo(fact: Fact<unknown>): Phrase[] {
  return fact.state === 'contested' ? [phrase('contested_reply', { kind: 'localized', text: fact.reply.text })] : [];
}
