import type { MessageKey } from '../../domain/wording/message-key.ts';
import { useWording } from '../wording-context.ts';

/** How far the browser keeps what is stored: `kept` says nothing, the others are said. */
export type Keeping = 'kept' | 'granted' | 'best-effort' | 'refused' | 'private' | 'forgetful';

const KEYS: Record<Exclude<Keeping, 'kept'>, MessageKey> = {
  granted: 'dossier_keep_granted',
  'best-effort': 'dossier_keep_bestEffort',
  refused: 'dossier_keep_refused',
  private: 'dossier_keep_private',
  forgetful: 'dossier_keep_forgetful',
};

interface Props {
  keeping: Keeping;
  /** Asks the browser to keep it. Called within the click. */
  onAsk: () => void;
}

/** Whether the dossiers stay, where that is in doubt. */
export function KeepingLine({ keeping, onAsk }: Props) {
  const { t } = useWording();
  return (
    <p class="dossier-keeping" aria-live="polite" data-keeping={keeping}>
      {keeping !== 'kept' && t(KEYS[keeping])}
      {keeping === 'best-effort' && (
        <button type="button" class="text-button" onClick={onAsk}>
          {t('dossier_keep_ask')}
        </button>
      )}
    </p>
  );
}
