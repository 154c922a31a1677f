import type { ComponentChildren } from 'preact';

import { hourOf } from '../domain/wording/clock.ts';
import { useWording } from './wording-context.ts';

interface Props {
  /** Until when everything is paused, in milliseconds; null when it is not. */
  pausedUntil: number | null;
  /** Absent where the organisation leaves no choice. */
  onPause?: (() => void) | undefined;
  onResume: () => void;
  /** Absent where the browser gives access anyway. Called within the click. */
  onAllow?: (() => void) | undefined;
  /** Absent where the site cannot be added, or is annotated anyway. Called within the click. */
  onAddSite?: (() => void) | undefined;
  /** Shows the dossier beside the page; absent where the browser has no such place. Called within the click. */
  onBeside?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** What the popup can do on any page: look up, pause, keep annotating this site. */
export function PopupTools({ pausedUntil, onPause, onResume, onAllow, onAddSite, onBeside, children }: Props) {
  const wording = useWording();
  const { t } = wording;
  return (
    <>
      <div class="popup-tools">{children}</div>
      <div class="popup-actions">
        {onAllow !== undefined && (
          <>
            <span>{t('popup_thisVisit')}</span>
            <button type="button" class="text-button" data-action="allow" onClick={onAllow}>
              {t('popup_allow')}
            </button>
          </>
        )}
        {onAddSite !== undefined && (
          <button type="button" class="text-button" data-action="add-site" onClick={onAddSite}>
            {t('popup_addSite')}
          </button>
        )}
        {onBeside !== undefined && (
          <button type="button" class="text-button" data-action="beside" onClick={onBeside}>
            {t('dossier_beside_page')}
          </button>
        )}
        {pausedUntil === null && onPause !== undefined && (
          <button type="button" class="text-button" data-action="pause" onClick={onPause}>
            {t('popup_pause')}
          </button>
        )}
        {pausedUntil !== null && (
          <>
            <span>{t('popup_paused', hourOf(pausedUntil, wording))}</span>
            <button type="button" class="text-button" data-action="resume" onClick={onResume}>
              {t('popup_resume')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
