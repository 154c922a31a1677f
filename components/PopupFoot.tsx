import type { MessageKey } from '../domain/wording/message-key.ts';
import { useWording } from './wording-context.ts';

/** The state of the data that answers. */
export interface DataState {
  version: number;
  date: string;
  /** The day on which a newer one was last looked for; absent where it never was. */
  checkedOn?: string;
}

interface Props {
  /** Null while it is not known. */
  registry: DataState | null;
  links: readonly { label: MessageKey; href: string }[];
}

/** The bottom of the popup: which data answer, how fresh they are, and where to go from here. */
export function PopupFoot({ registry, links }: Props) {
  const { t, date } = useWording();
  return (
    <footer class="popup-foot">
      <span>
        {registry !== null && t('card_registry', String(registry.version), date(registry.date))}
        {registry?.checkedOn !== undefined && ` · ${t('popup_checkedOn', date(registry.checkedOn))}`}
      </span>
      <nav aria-label={t('popup_links')}>
        {links.map(({ label, href }) => (
          <a key={label} class="text-button" href={href} target="_blank" rel="noopener">
            {t(label)}
          </a>
        ))}
      </nav>
    </footer>
  );
}
