import { useWording } from '../wording-context.ts';

export interface NoticeContent {
  text: string;
  /** Takes back what was just done. */
  onUndo?: (() => void) | undefined;
  /** Leads to what it speaks of. */
  link?: { label: string; href: string } | undefined;
}

/** What was just done, said aloud too, with the way back. */
export function Notice({ content }: { content: NoticeContent | null }) {
  const { t } = useWording();
  return (
    <div class="dossier-notice" data-shown={content !== null}>
      <output>{content?.text}</output>
      {content?.onUndo !== undefined && (
        <button type="button" class="text-button" data-action="undo" onClick={content.onUndo}>
          {t('dossier_undo')}
        </button>
      )}
      {content?.link !== undefined && (
        <a class="text-button" href={content.link.href} target="_blank" rel="noopener">
          {content.link.label}
        </a>
      )}
    </div>
  );
}
