import type { ComponentChildren } from 'preact';

import type { EntryChange } from '../../domain/dossier/changed-since.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { Said } from '../Said.tsx';
import { useWording } from '../wording-context.ts';
import { DossierCover } from './DossierCover.tsx';
import { EntryList } from './EntryList.tsx';
import { PrintedCover } from './PrintedCover.tsx';

type CoverCalls = Omit<Parameters<typeof DossierCover>[0], 'dossier'>;
type ListCalls = Pick<Parameters<typeof EntryList>[0], 'chosen' | 'calls' | 'printing'>;

interface Props extends ListCalls {
  dossier: Dossier;
  /** How many entries it has: more than are in it while the rest is read. */
  entries: number;
  cover: CoverCalls;
  /** What the registry in force says otherwise, by entry; null while it is not known. */
  comparison: { registry: { version: number; date: string }; changes: Record<string, EntryChange> } | null;
  /** Buttons of the dossier as a whole. */
  actions: ComponentChildren;
  /** What was just done, and what stands in its way. */
  notices: ComponentChildren;
  /** The look-up of providers. */
  search: ComponentChildren;
  onBeside: () => void;
  onClearChosen: () => void;
}

/** One dossier: what it is about, what is in it, and what has changed since. */
export function OpenDossier(props: Props) {
  const {
    dossier,
    entries,
    cover,
    comparison,
    actions,
    notices,
    search,
    chosen,
    calls,
    printing,
    onBeside,
    onClearChosen,
  } = props;
  const { t, count, marked } = useWording();
  const set = cover.sets.find(({ id }) => id === dossier.requirementSet);
  const changes = comparison?.changes ?? {};
  const changed = Object.entries(changes).flatMap(([id, { kind }]) => (kind === 'changed' ? [id] : []));
  return (
    <section class="dossier" data-revision={dossier.revision}>
      <h1>{dossier.name === '' ? t('dossier_unnamed') : dossier.name}</h1>
      <div class="dossier-buttons dossier-actions">{actions}</div>
      {notices}
      {printing && <PrintedCover dossier={dossier} sets={cover.sets} />}
      {/* Only hidden on paper: what is being typed in it stays. */}
      <details class="dossier-consultation" hidden={printing} open={dossier.entries.length === 0}>
        <summary>
          <h2>{t('dossier_cover')}</h2>
          <span class="dossier-summary">
            <Said
              of={[dossier.reference, dossier.buyer, set === undefined ? '' : marked(set.name)]
                .filter((part) => part !== '')
                .join(' · ')}
            />
          </span>
        </summary>
        <DossierCover dossier={dossier} {...cover} />
      </details>
      <div class="dossier-search">{search}</div>
      {dossier.entries.length > 0 && <h2>{count('dossier_entries', entries)}</h2>}
      {dossier.entries.length === 0 ? (
        <div class="dossier-none">
          <h2>{t('dossier_empty_title')}</h2>
          <p>{t('dossier_empty_body')}</p>
        </div>
      ) : (
        <>
          {changed.length > 0 && (
            <p class="dossier-since">
              {count('dossier_sinceCount', changed.length)}{' '}
              {changed.length > 1 && (
                <button
                  type="button"
                  class="text-button"
                  onClick={() => {
                    calls.onFreezeAgain(changed);
                  }}
                >
                  {t('dossier_freezeAll')}
                </button>
              )}
            </p>
          )}
          <EntryList
            entries={dossier.entries}
            changes={changes}
            registry={comparison?.registry ?? null}
            asked={dossier.requirementSet !== null}
            chosen={chosen}
            printing={printing}
            calls={calls}
          />
          {entries > dossier.entries.length && (
            <p class="dossier-rest">
              {/* Paper does not wait: what is missing on it has to be said there. */}
              {printing
                ? t('dossier_printedPart', String(dossier.entries.length), String(entries))
                : t('dossier_loading')}
            </p>
          )}
          {dossier.entries.length > 1 && (
            <div class="dossier-beside" data-begun={chosen.size > 0}>
              <output>{chosen.size === 0 ? t('dossier_beside_help') : count('dossier_chosen', chosen.size)}</output>
              <button
                type="button"
                class="second-button"
                data-action="beside"
                disabled={chosen.size < 2}
                onClick={onBeside}
              >
                {t('dossier_beside')}
              </button>
              {chosen.size > 0 && (
                <button type="button" class="text-button" onClick={onClearChosen}>
                  {t('dossier_beside_clear')}
                </button>
              )}
            </div>
          )}
        </>
      )}
      <p class="dossier-neutral">{t('dossier_neutral')}</p>
    </section>
  );
}
