import { useRef } from 'preact/hooks';

import type { MessageKey } from '../../domain/wording/message-key.ts';
import { useWording } from '../wording-context.ts';

interface Props<Format extends string> {
  formats: readonly { format: Format; label: MessageKey }[];
  onExport: (format: Format) => void;
}

/** The files that a dossier can be written to. */
export function ExportMenu<Format extends string>({ formats, onExport }: Props<Format>) {
  const { t } = useWording();
  const menuRef = useRef<HTMLDetailsElement>(null);
  const summaryRef = useRef<HTMLElement>(null);
  const close = () => {
    if (menuRef.current !== null) menuRef.current.open = false;
    summaryRef.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and focus of the buttons in it
    <details
      class="export-menu"
      ref={menuRef}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menuRef.current?.open !== true) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        // A click beside it closes it; one on it, or on nothing that takes the focus, does not.
        if (next instanceof Node && menuRef.current?.contains(next) === false) menuRef.current.open = false;
      }}
    >
      <summary class="main-button" ref={summaryRef}>
        {t('dossier_export')}
      </summary>
      <ul>
        {formats.map(({ format, label }) => (
          <li key={format}>
            <button
              type="button"
              class="text-button"
              data-format={format}
              onClick={() => {
                close();
                onExport(format);
              }}
            >
              {t(label)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
