import { FileButton } from '../FileButton.tsx';
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
  return (
    <>
      <p class="option-help">{t('options_file_help')}</p>
      <div class="option-buttons">
        <button type="button" class="plain-button" disabled={unchanged} onClick={onExport}>
          {t('options_export')}
        </button>
        <FileButton
          class="plain-button"
          label={t('options_import')}
          fieldLabel={t('options_import')}
          onFile={onImport}
        />
        <button type="button" class="plain-button" disabled={unchanged} onClick={onReset}>
          {t('options_reset')}
        </button>
      </div>
      {unchanged && <p class="option-help">{t('options_unchanged')}</p>}
    </>
  );
}
