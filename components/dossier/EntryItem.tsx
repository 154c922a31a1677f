import { useState } from 'preact/hooks';

import type { EntryChange } from '../../domain/dossier/changed-since.ts';
import type { DossierEntry } from '../../domain/dossier/dossier.ts';
import { entryName } from '../../domain/dossier/entry-order.ts';
import { AxisRow } from '../AxisRow.tsx';
import { Badge } from '../Badge.tsx';
import { Checklist } from '../Checklist.tsx';
import { StatusLine } from '../StatusLine.tsx';
import { useWording } from '../wording-context.ts';
import { DraftField } from './DraftField.tsx';
import { EntryChanges } from './EntryChanges.tsx';
import { OfferingChoice, type OfferingName } from './OfferingChoice.tsx';

/** What can be done with an entry. */
export interface EntryCalls {
  sheetAddress: (provider: string) => string;
  onNote: (entry: string, text: string, base: string) => Promise<boolean>;
  onCite: (entry: DossierEntry) => void;
  onRemove: (entry: DossierEntry) => void;
  onFreezeAgain: (entries: string[]) => void;
  onChoose: (entry: string, chosen: boolean) => void;
  readOfferings: (provider: string) => Promise<OfferingName[]>;
  onAddOffering: (provider: string, offering: string) => void;
}

interface Props {
  entry: DossierEntry;
  change: EntryChange | undefined;
  /** The registry in force; null while it is not known. */
  registry: { version: number; date: string } | null;
  /** A requirement set is asked of the dossier. */
  asked: boolean;
  chosen: boolean;
  /** As many as can be compared are chosen already. */
  mayChoose: boolean;
  /** Everything is shown: it goes to paper. */
  printing: boolean;
  calls: EntryCalls;
}

/** One provider, or one of its offerings, as it was when it was added; and what the buyer notes of it. */
export function EntryItem({ entry, change, registry, asked, chosen, mayChoose, printing, calls }: Props) {
  const { t, date } = useWording();
  const [unfolded, setUnfolded] = useState(false);
  const { assessment, checklist, page, note } = entry;
  const name = entryName(entry);
  const facts = t(checklist === undefined ? 'dossier_facts' : 'dossier_facts_asked');
  const unchecked = asked && checklist === undefined && change?.kind !== 'gone';
  return (
    <li class="entry" data-entry={entry.id} data-provider={entry.provider}>
      <div class="entry-head">
        <h3>
          <a href={calls.sheetAddress(entry.provider)} target="_blank" rel="noopener" title={t('popup_sheet')}>
            {name}
          </a>
        </h3>
        <label class="entry-choose">
          <input
            type="checkbox"
            aria-label={t('dossier_compare_label', name)}
            checked={chosen}
            disabled={!chosen && !mayChoose}
            onChange={(event) => {
              calls.onChoose(entry.id, event.currentTarget.checked);
            }}
          />
          <span aria-hidden="true">{t('dossier_compare')}</span>
        </label>
      </div>
      <p class="entry-line">
        {t(
          'dossier_frozen',
          date(entry.addedAt.slice(0, 10)),
          String(entry.registry.version),
          date(entry.registry.date),
        )}
      </p>
      {page !== undefined && (
        <p class="entry-line">
          {t('dossier_seenOn')} <PageLink title={page.title} url={page.url} />
        </p>
      )}
      {assessment.status !== undefined && <StatusLine status={assessment.status} />}
      <Badge axes={assessment.axes} size="header" />
      {change !== undefined && registry !== null && <EntryChanges change={change} registry={registry} />}
      {unchecked && <p class="entry-line">{t('dossier_unchecked')}</p>}
      <details
        class="entry-facts"
        open={unfolded || printing}
        onToggle={(event) => {
          if (!printing) setUnfolded(event.currentTarget.open);
        }}
      >
        <summary aria-label={`${facts} – ${name}`}>{facts}</summary>
        {(unfolded || printing) && (
          <>
            {assessment.axes.map((axis) => (
              <AxisRow key={`${axis.axis} ${String(printing)}`} assessment={axis} unfolded={printing} />
            ))}
            {checklist !== undefined && <Checklist checklist={checklist} />}
            {entry.offering === undefined && (
              <OfferingChoice
                name={name}
                read={() => calls.readOfferings(entry.provider)}
                onChoose={(offering) => {
                  calls.onAddOffering(entry.provider, offering);
                }}
              />
            )}
          </>
        )}
      </details>
      <DraftField
        label={t('dossier_entryNote', name)}
        value={note}
        long
        maxLength={10_000}
        printing={printing}
        onCommit={(text, base) => calls.onNote(entry.id, text, base)}
      />
      <div class="entry-actions">
        <button
          type="button"
          class="text-button"
          aria-label={`${t('cite')} – ${name}`}
          onClick={() => {
            calls.onCite(entry);
          }}
        >
          {t('cite')}
        </button>
        {(change?.kind === 'changed' || unchecked) && (
          <button
            type="button"
            class="text-button"
            aria-label={t('dossier_freezeAgain_label', name)}
            onClick={() => {
              calls.onFreezeAgain([entry.id]);
            }}
          >
            {t('dossier_freezeAgain')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          aria-label={t('dossier_remove_label', name)}
          onClick={() => {
            calls.onRemove(entry);
          }}
        >
          {t('dossier_remove')}
        </button>
      </div>
    </li>
  );
}

/** Only a web address is a link: what else a page's address may be is text. */
function PageLink({ title, url }: { title: string; url: string }) {
  const { t } = useWording();
  const words = title === '' ? url : title;
  if (!/^https?:/.test(url)) return <span>{words}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {words}
      <span class="visually-hidden"> {t('receipt_newTab')}</span>
    </a>
  );
}
