import { useWording } from '../wording-context.ts';
import { Notice, type NoticeContent } from './Notice.tsx';

interface Props {
  /** How many providers the page names. */
  named: number;
  notice: NoticeContent | null;
  onAddAll: () => void;
}

/** The popup's way to the dossier: all that the page names at once, and what became of it. */
export function PopupDossier({ named, notice, onAddAll }: Props) {
  const { count } = useWording();
  return (
    <div class="popup-dossier">
      <Notice content={notice} />
      <button type="button" class="text-button" data-action="add-all" onClick={onAddAll}>
        {count('dossier_addAll', named)}
      </button>
    </div>
  );
}
