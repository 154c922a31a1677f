import { isHostAmong } from '../../domain/registry/host.ts';
import { hourOf } from '../../domain/wording/clock.ts';
import { useWording } from '../wording-context.ts';
import { AddHost } from './AddHost.tsx';
import { HostList } from './HostList.tsx';
import type { SectionProps } from './section.ts';

export interface PortalListed {
  id: string;
  name: string;
  country: string;
  hosts: readonly string[];
  path?: string;
}

interface Props extends SectionProps {
  portals: readonly PortalListed[];
  /** Hosts that were added and that the browser gives no access to; null while it is being asked. */
  withoutAccess: readonly string[] | null;
  /** Whether the browser gives access to every site; null while it is being asked. */
  everySiteGranted: boolean | null;
  policySites: { added: readonly string[]; blocked: readonly string[] };
  /** The time in milliseconds, to say whether a pause is on. */
  now: number;
  onAddSite: (host: string) => void;
  onRemoveSite: (host: string) => void;
  onGrant: (host: string) => void;
  onEverySite: (on: boolean) => void;
}

/** Where Ancrage runs: listed portals, added sites, everywhere; and where it does not. */
export function SitesOptions(props: Props) {
  const { settings, locked, portals, withoutAccess, policySites, now, onChange } = props;
  const wording = useWording();
  const { t, countries } = wording;
  // Where only a part of a host is a portal, the rest may be added.
  const portalHosts = portals.flatMap(({ hosts, path }) => (path === undefined ? hosts : []));
  const byCountry = groupedByCountry(portals);
  const paused = settings.pausedUntil !== null && settings.pausedUntil > now;
  return (
    <>
      {paused && (
        <p class="option-callout">
          {t('options_paused', hourOf(settings.pausedUntil ?? 0, wording))}
          <button
            type="button"
            class="text-button"
            onClick={() => {
              onChange({ pausedUntil: null });
            }}
          >
            {t('options_resume')}
          </button>
        </p>
      )}
      <h3>{t('options_portals')}</h3>
      <p class="option-help">{t('options_portals_help')}</p>
      <details class="portal-list">
        <summary>{t('options_portals_count', String(portals.length), String(byCountry.length))}</summary>
        <dl>
          {byCountry.map(([country, listed]) => (
            <div key={country}>
              <dt>{country === 'EU' ? t('options_portals_union') : countries([country])}</dt>
              {listed.map(({ id, name, hosts, path }) => (
                <dd key={id}>
                  {name} <span class="option-help">{hosts.map((host) => `${host}${path ?? ''}`).join(', ')}</span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </details>

      <h3>{t('options_sitesAdded')}</h3>
      <HostList
        hosts={settings.sitesAdded}
        locked={policySites.added}
        fixed={locked.includes('sitesAdded')}
        empty={t('options_sitesAdded_none')}
        onRemove={props.onRemoveSite}
      >
        {(host) =>
          withoutAccess?.includes(host) === true && (
            <span class="option-problem">
              {t('options_noAccess')}
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  props.onGrant(host);
                }}
              >
                {t('options_grant')}
              </button>
            </span>
          )
        }
      </HostList>
      {locked.includes('sitesAdded') ? (
        <p class="option-locked">{t('options_locked')}</p>
      ) : (
        <AddHost
          label={t('options_addSite')}
          action={t('options_addSite_action')}
          refusal={(host) =>
            isHostAmong(host, portalHosts)
              ? t('options_alreadyPortal', host)
              : settings.sitesAdded.includes(host)
                ? t('options_alreadyAdded', host)
                : null
          }
          onAdd={props.onAddSite}
        />
      )}
      <label class="choice-option">
        <input
          type="checkbox"
          checked={settings.everySite && props.everySiteGranted !== false}
          disabled={locked.includes('everySite')}
          onChange={(event) => {
            props.onEverySite(event.currentTarget.checked);
          }}
        />
        <span>
          {t('options_everySite')}
          <span class="option-help">{t('options_everySite_detail')}</span>
          {locked.includes('everySite') && <span class="option-locked">{t('options_locked')}</span>}
        </span>
      </label>

      <h3>{t('options_sitesOff')}</h3>
      <HostList
        hosts={settings.sitesOff}
        locked={policySites.blocked}
        fixed={locked.includes('sitesOff')}
        empty={t('options_sitesOff_none')}
        onRemove={(host) => {
          onChange({ sitesOff: settings.sitesOff.filter((other) => other !== host) });
        }}
      />
      {locked.includes('sitesOff') ? (
        <p class="option-locked">{t('options_locked')}</p>
      ) : (
        <AddHost
          label={t('options_addOff')}
          action={t('options_addOff_action')}
          refusal={(host) => (settings.sitesOff.includes(host) ? t('options_alreadyAdded', host) : null)}
          onAdd={(host) => {
            onChange({ sitesOff: [...settings.sitesOff, host] });
          }}
        />
      )}
    </>
  );
}

/** The portals of each country: the Union's first, then by the country's code, France before the others. */
function groupedByCountry(portals: readonly PortalListed[]): [string, PortalListed[]][] {
  const groups = new Map<string, PortalListed[]>();
  for (const portal of portals) groups.set(portal.country, [...(groups.get(portal.country) ?? []), portal]);
  const rank = (country: string) => (country === 'FR' ? '0' : country === 'EU' ? '1' : country);
  return [...groups].sort(([a], [b]) => rank(a).localeCompare(rank(b)));
}
