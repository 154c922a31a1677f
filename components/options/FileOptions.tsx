import { useRef } from 'preact/hooks';

import { useWording } from '../wording-context.ts';

interface Props {
  /** Nothing was changed: there is nothing to export, nor to reset. */
  unchanged: boolean;
  onExport: () => void;
  onImport: (file: File) => void;
  onReset: () => void;
}

/** The settings as a file, and the way back to where they began. */
export function FileOptions({ unchanged, onExport, onImport, onReset }: Props) {
  const { t } = useWording();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p class="option-help">{t('options_file_help')}</p>
      <div class="option-buttons">
        <button type="button" class="plain-button" disabled={unchanged} onClick={onExport}>
          {t('options_export')}
        </button>
        <button type="button" class="plain-button" onClick={() => input.current?.click()}>
          {t('options_import')}
        </button>
        <button type="button" class="plain-button" disabled={unchanged} onClick={onReset}>
          {t('options_reset')}
        </button>
      </div>
      {unchanged && <p class="option-help">{t('options_unchanged')}</p>}
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t('options_import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onImport(file);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
