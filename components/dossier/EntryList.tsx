import { useEffect, useMemo, useState } from 'preact/hooks';

import type { EntryChange } from '../../domain/dossier/changed-since.ts';
import { FIRST_ENTRIES } from '../../domain/dossier/beginning.ts';
import type { DossierEntry } from '../../domain/dossier/dossier.ts';
import { entryName, inAlphabeticalOrder } from '../../domain/dossier/entry-order.ts';
import { MOST_BESIDE } from '../../domain/dossier/side-by-side.ts';
import { wordKey } from '../../domain/registry/word-list.ts';
import { ListFilter } from '../ListFilter.tsx';
import { useWording } from '../wording-context.ts';
import { EntryItem, type EntryCalls } from './EntryItem.tsx';

interface Props {
  entries: readonly DossierEntry[];
  changes: Readonly<Record<string, EntryChange>>;
  registry: { version: number; date: string } | null;
  asked: boolean;
  chosen: ReadonlySet<string>;
  printing: boolean;
  calls: EntryCalls;
}

/** The entries in alphabetical order: the same lines for each. */
export function EntryList({ entries, changes, registry, asked, chosen, printing, calls }: Props) {
  const { count } = useWording();
  const [sought, setSought] = useState('');
  const [drawn, setDrawn] = useState(FIRST_ENTRIES);
  const sorted = useMemo(() => inAlphabeticalOrder(entries), [entries]);
  // Paper takes all of them, whatever is sought on the screen.
  const found =
    sought === '' || printing ? sorted : sorted.filter((entry) => wordKey(entryName(entry)).includes(wordKey(sought)));
  const left = found.length - drawn;
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => {
      setDrawn(drawn * 2);
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [left, drawn]);
  return (
    <>
      <ListFilter class="entry-filter" length={entries.length} sought={sought} onSeek={setSought} />
      <output class="visually-hidden">{sought !== '' && count('popup_shown', found.length)}</output>
      <ul class="entries">
        {found.slice(0, printing ? found.length : drawn).map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            change={changes[entry.id]}
            registry={registry}
            asked={asked}
            chosen={chosen.has(entry.id)}
            mayChoose={chosen.size < MOST_BESIDE}
            printing={printing}
            calls={calls}
          />
        ))}
      </ul>
    </>
  );
}
