import { useRef } from 'preact/hooks';

import { useWording } from '../wording-context.ts';

/** Reads a dossier back from its file. */
export function ImportButton({ onImport }: { onImport: (file: File) => void }) {
  const { t } = useWording();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="second-button" data-action="import" onClick={() => input.current?.click()}>
        {t('dossier_import')}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t('dossier_importFile')}
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
