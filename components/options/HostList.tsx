import type { ComponentChildren } from 'preact';

import { useWording } from '../wording-context.ts';

interface Props {
  hosts: readonly string[];
  /** Those that the organisation set. */
  locked: readonly string[];
  /** Nothing of the list may be changed. */
  fixed?: boolean;
  empty: string;
  onRemove: (host: string) => void;
  /** What stands beside a host: its state, and what can be done about it. */
  children?: (host: string) => ComponentChildren;
}

/** Sites, one a row, each with its way out. */
export function HostList({ hosts, locked, fixed = false, empty, onRemove, children }: Props) {
  const { t } = useWording();
  if (hosts.length === 0) return <p class="option-empty">{empty}</p>;
  return (
    <ul class="host-list">
      {hosts.map((host) => (
        <li key={host} data-host={host}>
          <span class="host-name">{host}</span>
          {children?.(host)}
          {fixed || locked.includes(host) ? (
            <span class="option-help">{t('options_byOrganisation')}</span>
          ) : (
            <button
              type="button"
              class="text-button"
              aria-label={t('options_remove_label', host)}
              onClick={() => {
                onRemove(host);
              }}
            >
              {t('options_remove')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
