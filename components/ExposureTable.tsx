import type { ExposureRow } from '../domain/sheet/provider-sheet.ts';
import { PROVENANCE_KEYS } from '../domain/wording/names.ts';
import { Said } from './Said.tsx';
import { SourceRefs } from './SourceRefs.tsx';
import { useWording } from './wording-context.ts';

/** Each law that can reach the provider: what it lets an authority ask for, by which link, how strongly. */
export function ExposureTable({ rows }: { rows: readonly ExposureRow[] }) {
  const { t } = useWording();
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          <th scope="col">{t('sheet_law')}</th>
          <th scope="col">{t('sheet_link')}</th>
          <th scope="col">{t('sheet_lawText')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify([row.link, row.strength])}>
            <th scope="row">
              <Said of={row.link} />
            </th>
            <td data-label={t('sheet_link')}>
              <div>
                <Said of={row.strength} /> <SourceRefs numbers={row.receipts} />
                <span class="fact-provenance">{t(PROVENANCE_KEYS[row.provenance])}</span>
              </div>
            </td>
            <td data-label={t('sheet_lawText')}>
              <div>
                {row.law === undefined ? t('silence_notReviewed') : <Said of={row.law.text} />}
                {row.law?.note !== undefined && (
                  <span class="sheet-under">
                    <Said of={row.law.note} />
                  </span>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
