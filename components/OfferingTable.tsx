import { ASPECTS, type OfferingRow } from '../domain/sheet/provider-sheet.ts';
import type { MessageKey } from '../domain/wording/message-key.ts';
import { FactText } from './FactText.tsx';
import { useWording } from './wording-context.ts';

const ASPECT_KEYS: Record<(typeof ASPECTS)[number], MessageKey> = {
  storage: 'sheet_storage',
  backups: 'sheet_backups',
  support: 'sheet_support',
  keys: 'sheet_keys',
};

const CATEGORY_KEYS: Record<OfferingRow['categories'][number], MessageKey> = {
  iaas: 'category_iaas',
  paas: 'category_paas',
  saas: 'category_saas',
  storage: 'category_storage',
  email: 'category_email',
  collaboration: 'category_collaboration',
  hosting: 'category_hosting',
  datacenter: 'category_datacenter',
};

/** Where each offering keeps data, and where those who can reach it are. On a narrow screen each row becomes a block. */
export function OfferingTable({ offerings }: { offerings: readonly OfferingRow[] }) {
  const { t, date } = useWording();

  /** When it is sold, where that is not simply now. */
  const life = ({ lifecycle, from, until }: OfferingRow): string[] => [
    ...(lifecycle === 'announced' ? [t('sheet_announced')] : []),
    ...(lifecycle === 'closed' ? [t('sheet_closed')] : []),
    ...(from === undefined ? [] : [t('sheet_from', date(from))]),
    ...(until === undefined ? [] : [t(until.length === 10 ? 'sheet_until' : 'axis_until', date(until))]),
  ];
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          <th scope="col">{t('sheet_offering')}</th>
          {ASPECTS.map((aspect) => (
            <th scope="col" key={aspect}>
              {t(ASPECT_KEYS[aspect])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offerings.map((offering) => (
          <tr key={offering.id}>
            <th scope="row">
              {offering.name}
              <span class="sheet-under">
                {[...offering.categories.map((category) => t(CATEGORY_KEYS[category])), ...life(offering)].join(' · ')}
              </span>
            </th>
            {ASPECTS.map((aspect) => (
              <td key={aspect} data-label={t(ASPECT_KEYS[aspect])}>
                <FactText line={offering.places[aspect]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
