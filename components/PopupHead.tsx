import { useWording } from './wording-context.ts';

/** Whether Ancrage works on the site in front, and how to change that. */
export interface SiteSwitch {
  on: boolean;
  onToggle: (on: boolean) => void;
}

interface Props {
  title: string;
  host: string;
  /** Absent where there is nothing to switch: a page that the browser keeps, a site that is not listed. */
  site?: SiteSwitch | undefined;
}

/** The top of the popup: what it found, on which site, and the switch for that site. */
export function PopupHead({ title, host, site }: Props) {
  const { t } = useWording();
  return (
    <header class="popup-head">
      <h1>{title}</h1>
      <span class="popup-host">{host}</span>
      {site !== undefined && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={site.on}
          aria-label={t('popup_site')}
          title={t('popup_site')}
          onClick={() => {
            site.onToggle(!site.on);
          }}
        />
      )}
    </header>
  );
}
