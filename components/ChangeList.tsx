import type { Change, StoredChanges } from '../domain/feed/registry-changes.ts';
import type { Wording } from '../domain/wording/wording.ts';
import { Said } from './Said.tsx';
import { useWording } from './wording-context.ts';

/** What updates changed, one fact a line: what was, what is. */
export function ChangeList({ changes: { changes, more } }: { changes: StoredChanges }) {
  const wording = useWording();
  if (changes.length === 0) return <p class="option-help">{wording.t('changes_none')}</p>;
  return (
    <>
      <ul class="change-list">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            <Said of={changeWords(change, wording)} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="option-help">{wording.count('changes_more', more)}</p>}
    </>
  );
}

/** "OVHcloud — Hosted Private Cloud — SecNumCloud : jusqu’au 15/12/2026 → renouvelée jusqu’au 15/12/2029" */
function changeWords({ kind, name, offering, fact, before, after }: Change, { t, marked }: Wording): string {
  const about = [name, offering, fact === undefined ? undefined : marked(fact)]
    .filter((part) => part !== undefined)
    .reduce((whole, part) => t('changes_about', whole, part));
  const [was, is] = [before, after].map((phrases) => phrases.map(marked).join(', ')) as [string, string];
  if (kind === 'changed') return t('changes_fact', about, was, is);
  // A provider or an offering as a whole; else one statement about it.
  if (fact === undefined) return t(kind === 'added' ? 'changes_added' : 'changes_removed', about);
  return kind === 'added' ? t('changes_nowSaid', about, is) : t('changes_noLongerSaid', about, was);
}
