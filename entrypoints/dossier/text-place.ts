import type { Dossier } from '../../domain/dossier/dossier.ts';
import { coverOf } from '../../domain/dossier/dossier-patch.ts';
import type { ChangeRequest } from '../../domain/protocol/dossier-messages.ts';

/** A text of the dossier: one of its cover, or the note of an entry. */
export interface TextPlace {
  read: (dossier: Dossier) => string | undefined;
  write: (dossier: Dossier, text: string) => Dossier;
  change: (dossier: Dossier, text: string) => ChangeRequest['change'];
}

/** In: which text of the cover. Out: where it stands. */
export function coverText(field: 'name' | 'reference' | 'buyer' | 'note'): TextPlace {
  return {
    read: (dossier) => dossier[field],
    write: (dossier, text) => ({ ...dossier, [field]: text }),
    change: (dossier, text) => ({ kind: 'cover', cover: { ...coverOf(dossier), [field]: text } }),
  };
}

/** In: an entry's id. Out: where its note stands. */
export function entryNote(id: string): TextPlace {
  return {
    read: (dossier) => dossier.entries.find((entry) => entry.id === id)?.note,
    write: (dossier, text) => ({
      ...dossier,
      entries: dossier.entries.map((entry) => (entry.id === id ? { ...entry, note: text } : entry)),
    }),
    change: (_, text) => ({ kind: 'note', entry: id, note: text }),
  };
}
