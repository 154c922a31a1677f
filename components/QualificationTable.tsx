import type { QualificationRow } from '../domain/sheet/provider-sheet.ts';
import { FactText } from './FactText.tsx';
import { useWording } from './wording-context.ts';

/** Each scheme's word on each offering; a scheme that does not look at foreign law says so. */
export function QualificationTable({ rows }: { rows: readonly QualificationRow[] }) {
  const { t } = useWording();
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          <th scope="col">{t('sheet_scheme')}</th>
          <th scope="col">{t('sheet_offering')}</th>
          <th scope="col">{t('sheet_state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ scheme, offering, line }) => (
          <tr key={`${scheme.id} ${offering} ${JSON.stringify(line.phrases)}`}>
            <th scope="row">
              {scheme.name}
              <span class="sheet-under">
                {[scheme.authority, ...(scheme.testsForeignLaw ? [] : [t('sheet_noForeignLaw')])].join(' · ')}
              </span>
            </th>
            <td data-label={t('sheet_offering')}>{offering}</td>
            <td data-label={t('sheet_state')}>
              <FactText line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
