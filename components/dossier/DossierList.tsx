import type { ComponentChildren } from 'preact';

import type { DossierSummary } from '../../domain/protocol/dossier-messages.ts';
import { FileButton } from '../FileButton.tsx';
import { useWording } from '../wording-context.ts';

interface Props {
  dossiers: readonly DossierSummary[];
  active: string | null;
  address: (id: string) => string;
  onOpen: (id: string) => void;
  onCreate: () => void;
  onImport: (file: File) => void;
  onActivate: (id: string) => void;
  onDelete: (dossier: DossierSummary) => void;
  /** What was just done, and what stands in its way. */
  notices?: ComponentChildren;
}

/** Every dossier that this browser keeps, the one last changed first. */
export function DossierList(props: Props) {
  const { dossiers, active, address, onOpen, onCreate, onImport, onActivate, onDelete, notices } = props;
  const { t, count, date } = useWording();
  return (
    <section class="dossier-list">
      <h1>{t('dossier_title')}</h1>
      <p class="dossier-lead">{t('dossier_lead')}</p>
      <div class="dossier-buttons">
        <button type="button" class="main-button" data-action="create" onClick={onCreate}>
          {t('dossier_create')}
        </button>
        <FileButton
          class="second-button"
          label={t('dossier_import')}
          fieldLabel={t('dossier_importFile')}
          onFile={onImport}
        />
      </div>
      {notices}
      {dossiers.length === 0 ? (
        <div class="dossier-none">
          <h2>{t('dossier_none_title')}</h2>
          <p>{t('dossier_none_body')}</p>
        </div>
      ) : (
        <ul aria-label={t('dossier_list')}>
          {dossiers.map((dossier) => {
            const name = dossier.name === '' ? t('dossier_unnamed') : dossier.name;
            return (
              <li key={dossier.id} data-dossier={dossier.id}>
                <h2>
                  <a
                    href={address(dossier.id)}
                    onClick={(event) => {
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                      event.preventDefault();
                      onOpen(dossier.id);
                    }}
                  >
                    {name}
                  </a>
                </h2>
                <p>
                  {[
                    dossier.reference,
                    dossier.buyer,
                    count('dossier_entries', dossier.entries),
                    t('dossier_changedOn', date(dossier.changedAt.slice(0, 10))),
                    ...(dossier.id === active ? [t('dossier_active')] : []),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </p>
                <div class="entry-actions">
                  {dossier.id !== active && (
                    <button
                      type="button"
                      class="text-button"
                      aria-label={t('dossier_activate_label', name)}
                      onClick={() => {
                        onActivate(dossier.id);
                      }}
                    >
                      {t('dossier_activate')}
                    </button>
                  )}
                  <button
                    type="button"
                    class="text-button"
                    aria-label={t('dossier_delete_label', name)}
                    onClick={() => {
                      onDelete(dossier);
                    }}
                  >
                    {t('dossier_delete')}
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
