import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { Assessment } from '../domain/assessment/assessment.ts';
import { wordKey } from '../domain/registry/word-list.ts';
import { AXIS_KEYS } from '../domain/wording/names.ts';
import type { Checklist as ChecklistContent } from '../domain/requirements/checklist.ts';
import type { InternalNotes } from '../domain/settings/internal-note.ts';
import { Badge } from './Badge.tsx';
import { Checklist } from './Checklist.tsx';
import { InternalNote } from './InternalNote.tsx';
import { Legend } from './Legend.tsx';
import { ListFilter } from './ListFilter.tsx';
import { PopupFoot, type DataState } from './PopupFoot.tsx';
import { PopupHead, type SiteSwitch } from './PopupHead.tsx';
import { Said } from './Said.tsx';
import { useWording } from './wording-context.ts';

interface Props {
  host: string;
  site?: SiteSwitch | undefined;
  /** `possible` of the mentions are only that. */
  items: { assessment: Assessment; mentions: number; possible?: number; checklist?: ChecklistContent | undefined }[];
  /** What the reader's organisation says itself. */
  internal?: InternalNotes | undefined;
  registry: DataState;
  /** What is said of its feed. */
  report?: Parameters<typeof PopupFoot>[0]['report'];
  links: Parameters<typeof PopupFoot>[0]['links'];
  /** The name last asked for is no longer on the page. */
  lost: boolean;
  sheetAddress: (provider: string) => string;
  onShow: (provider: string) => void;
  /** Copies what is said of a provider as a citation, and adds it to the dossier. Absent where neither can be done. */
  onCite?: ((provider: string) => void) | undefined;
  onAdd?: ((provider: string) => void) | undefined;
  /** What stands between the head and the list: the choice of requirements. */
  children?: ComponentChildren;
  /** What stands between the list and the foot: what the popup does on any page. */
  tools?: ComponentChildren;
}

/** The providers that a page names, in alphabetical order, each with its three axes in words. */
export function Inventory(props: Props) {
  const { host, site, items, registry, report, links, lost, sheetAddress, onShow, onCite, onAdd, children, tools } =
    props;
  const { t, count } = useWording();
  const [sought, setSought] = useState('');
  const found = items.filter(({ assessment }) => wordKey(assessment.name).includes(wordKey(sought)));
  return (
    <section class="inventory">
      <PopupHead title={count('popup_title', items.length)} host={host} site={site} />
      {children}
      <output class="inventory-notice">{lost ? t('popup_notFound') : ''}</output>
      <ListFilter class="inventory-filter" length={items.length} sought={sought} onSeek={setSought} />
      {/* Seen, not heard: each row says its axes to a screen reader. */}
      <p class="inventory-axes" aria-hidden="true">
        {Object.values(AXIS_KEYS).map((key) => (
          <span key={key}>{t(key)}</span>
        ))}
      </p>
      <ul class="inventory-list">
        {found.map(({ assessment, mentions, possible, checklist }) => (
          <InventoryRow
            key={assessment.provider}
            assessment={assessment}
            mentions={mentions}
            possible={possible ?? 0}
            checklist={checklist}
            internal={props.internal}
            address={sheetAddress(assessment.provider)}
            onShow={onShow}
            onCite={onCite}
            onAdd={onAdd}
          />
        ))}
      </ul>
      <output class="inventory-notice">{found.length < items.length ? count('popup_shown', found.length) : ''}</output>
      <Legend />
      {tools}
      <PopupFoot registry={registry} report={report} links={links} />
    </section>
  );
}

interface RowProps {
  assessment: Assessment;
  mentions: number;
  possible: number;
  checklist: ChecklistContent | undefined;
  internal: InternalNotes | undefined;
  address: string;
  onShow: (provider: string) => void;
  onCite: ((provider: string) => void) | undefined;
  onAdd: ((provider: string) => void) | undefined;
}

function InventoryRow(props: RowProps) {
  const { assessment, mentions, possible, checklist, internal, address, onShow, onCite, onAdd } = props;
  const { t, count } = useWording();
  const note = internal?.notes[assessment.provider];
  return (
    <li class="inventory-row" data-provider={assessment.provider}>
      <div class="inventory-name">
        <h2>
          <a href={address} target="_blank" rel="noopener" title={t('popup_sheet')}>
            {assessment.name}
          </a>
        </h2>
      </div>
      <Badge axes={assessment.axes} size="row" />
      <div class="inventory-actions">
        <span class="inventory-count">
          {count('popup_mentions', mentions)}
          {possible > 0 && `, ${possible === mentions ? t('popup_possible_all') : count('popup_possible', possible)}`}
        </span>
        <button
          type="button"
          class="text-button"
          data-action="show"
          aria-label={t('popup_show_label', assessment.name)}
          onClick={() => {
            onShow(assessment.provider);
          }}
        >
          {t('popup_show')}
        </button>
        {onCite !== undefined && (
          <button
            type="button"
            class="text-button"
            data-action="cite"
            aria-label={`${t('cite')} – ${assessment.name}`}
            onClick={() => {
              onCite(assessment.provider);
            }}
          >
            {t('cite')}
          </button>
        )}
        {onAdd !== undefined && (
          <button
            type="button"
            class="text-button"
            data-action="add"
            aria-label={t('dossier_add_label', assessment.name)}
            onClick={() => {
              onAdd(assessment.provider);
            }}
          >
            {t('dossier_add')}
          </button>
        )}
      </div>
      {checklist !== undefined && (
        <details class="inventory-checklist">
          <summary>
            <Said of={checklist.name} />
            <span class="visually-hidden"> – {assessment.name}</span>
          </summary>
          <Checklist checklist={checklist} />
        </details>
      )}
      {note !== undefined && (
        <details class="inventory-checklist">
          <summary aria-label={`${t('internal_title')} – ${assessment.name}`}>{t('internal_title')}</summary>
          <InternalNote note={note} organisation={internal?.organisation} />
        </details>
      )}
    </li>
  );
}
