import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { registryChanges, type Change } from '../../domain/feed/registry-changes.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalizedText } from '../../domain/registry/text.ts';
import { lookUpIn, messagesIn } from '../../domain/wording/messages.ts';
import type { Phrase } from '../../domain/wording/phrase.ts';
import { createWording, type Wording } from '../../domain/wording/wording.ts';
import { ROOT } from '../data-folder.ts';
import type { LoggedChange } from './change-log.ts';

/** What a change is about where it is a whole record: the extension has other words for it, in a sentence. */
const WHOLE = {
  record: { fr: 'Fiche', en: 'Record' },
  offering: { fr: 'Offre', en: 'Offering' },
  added: { fr: 'Ajoutée au registre', en: 'Added to the registry' },
  removed: { fr: 'Retirée du registre', en: 'Removed from the registry' },
} as const;

/**
 * What changed between two registries, written out in both languages in the words of the extension.
 * In: the older registry and the newer. Out: the changes, providers in alphabetical order.
 */
export function loggedChanges(before: Registry, after: Registry): LoggedChange[] {
  const wordings = { fr: wordingOf('fr'), en: wordingOf('en') };
  return registryChanges(before, after).map((change) => logged(change, wordings));
}

function logged(change: Change, wordings: Record<keyof LocalizedText, Wording>): LoggedChange {
  const { provider, name, offering, fact, before, after } = change;
  const both = (say: (wording: Wording) => string): LocalizedText => ({ fr: say(wordings.fr), en: say(wordings.en) });
  const line = (phrases: readonly Phrase[]) => both(({ say }) => phrases.map(say).join(' · '));
  const now = after.length > 0 ? line(after) : change.kind === 'changed' ? undefined : WHOLE[change.kind];
  return {
    provider,
    name,
    ...(offering !== undefined && { offering }),
    fact: fact === undefined ? WHOLE[offering === undefined ? 'record' : 'offering'] : both(({ say }) => say(fact)),
    ...(before.length > 0 && { before: line(before) }),
    ...(now !== undefined && { after: now }),
  };
}

function wordingOf(language: keyof LocalizedText): Wording {
  const file = readFileSync(join(ROOT, 'public/_locales', language, 'messages.json'), 'utf8');
  return createWording(lookUpIn(messagesIn(JSON.parse(file))));
}
