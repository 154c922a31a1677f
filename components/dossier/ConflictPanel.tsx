import { useEffect, useRef } from 'preact/hooks';

import { useWording } from '../wording-context.ts';

interface Props {
  mine: string;
  theirs: string;
  onReload: () => void;
  onCopy: () => void;
}

/** Two windows changed the same text: both are shown, and the reader chooses. Nothing is lost either way. */
export function ConflictPanel({ mine, theirs, onReload, onCopy }: Props) {
  const { t } = useWording();
  const panelRef = useRef<HTMLElement>(null);
  useEffect(() => {
    panelRef.current?.focus();
  }, []);
  return (
    <section class="dossier-conflict" role="alert" tabIndex={-1} ref={panelRef}>
      <h2>{t('dossier_conflict_title')}</h2>
      <p>{t('dossier_conflict_body')}</p>
      <dl>
        <div>
          <dt>{t('dossier_conflict_mine')}</dt>
          <dd>{mine}</dd>
        </div>
        <div>
          <dt>{t('dossier_conflict_theirs')}</dt>
          <dd>{theirs}</dd>
        </div>
      </dl>
      <div class="dossier-buttons">
        <button type="button" class="second-button" data-action="reload" onClick={onReload}>
          {t('dossier_conflict_reload')}
        </button>
        <button type="button" class="second-button" data-action="copy" onClick={onCopy}>
          {t('dossier_conflict_copy')}
        </button>
      </div>
    </section>
  );
}
