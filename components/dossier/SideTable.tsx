import type { SideBySide, SideRow } from '../../domain/dossier/side-by-side.ts';
import type { LocalizedText } from '../../domain/registry/text.ts';
import { ReceiptLedger } from '../../domain/sheet/receipt-ledger.ts';
import { ANSWER_KEYS, AXIS_KEYS } from '../../domain/wording/names.ts';
import { AnswerShape } from '../Checklist.tsx';
import { Glyph } from '../Glyph.tsx';
import { Receipt } from '../Receipt.tsx';
import { Said, SaidEach } from '../Said.tsx';
import { sourceAnchor, SourceRefs } from '../SourceRefs.tsx';
import { statusWords } from '../../domain/wording/status-words.ts';
import { useWording } from '../wording-context.ts';

interface Props {
  table: SideBySide;
  /** It goes to paper: the columns are too narrow there for addresses, which stand below the table by number. */
  printing?: boolean;
}

/** Two to six providers or offerings, the same rows for all; which rows differ is told by a shape and a word. */
export function SideTable({ table, printing = false }: Props) {
  const { t, date } = useWording();
  const ledger = printing ? numbered(table) : null;
  const about = (row: SideRow): string | LocalizedText => {
    switch (row.kind) {
      case 'legal-entity':
        return t('dossier_row_legalEntity');
      case 'status':
        return t('dossier_row_status');
      case 'axis':
        return t(AXIS_KEYS[row.axis]);
      case 'requirement':
        return row.text;
    }
  };
  return (
    <>
      {/* A table of six is wider than a side panel: it scrolls, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached */}
      <section class="side-scroll" tabIndex={0} aria-label={t('dossier_beside')}>
        <table class="side-table">
          <thead>
            <tr>
              <th scope="col">{t('dossier_row')}</th>
              {table.columns.map(({ entry, name, registry, addedAt }) => (
                <th scope="col" key={entry}>
                  {name}
                  <span class="side-edition">
                    {t('dossier_frozen', date(addedAt.slice(0, 10)), String(registry.version), date(registry.date))}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id} data-differs={row.differs}>
                <th scope="row">
                  {row.kind === 'requirement' && (
                    <span class="side-edition">
                      <Said of={row.set} />
                    </span>
                  )}
                  <Said of={about(row)} />
                  <span class="side-mark">
                    <DifferenceShape differs={row.differs} />
                    {t(row.differs ? 'dossier_differs' : 'dossier_same')}
                  </span>
                </th>
                <Cells row={row} columns={table.columns.map(({ entry }) => entry)} ledger={ledger} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {ledger !== null && (
        <section class="side-sources">
          <h2>{t('check_sources')}</h2>
          <ol>
            {ledger.entries().map(({ number, receipt }) => (
              <Receipt key={number} receipt={receipt} id={sourceAnchor(number)} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** In: the table. Out: its receipts, numbered as they are met, line by line. */
function numbered({ rows }: SideBySide): ReceiptLedger {
  const ledger = new ReceiptLedger();
  for (const row of rows) {
    if (row.kind === 'legal-entity' || row.kind === 'status') continue;
    for (const cell of row.cells) if (cell !== null) ledger.number(cell.receipts);
  }
  return ledger;
}

function Cells({ row, columns, ledger }: { row: SideRow; columns: readonly string[]; ledger: ReceiptLedger | null }) {
  const wording = useWording();
  const { t } = wording;
  switch (row.kind) {
    case 'legal-entity':
      return row.cells.map((cell, place) => <td key={columns[place]}>{cell ?? t('dossier_notRecorded')}</td>);
    case 'status':
      return row.cells.map((cell, place) => (
        <td key={columns[place]}>
          {cell == null
            ? t('dossier_notRecorded')
            : cell.state === 'active'
              ? t('dossier_row_active')
              : statusWords(cell, wording)}
        </td>
      ));
    case 'axis':
      return row.cells.map((cell, place) => (
        <td key={columns[place]}>
          <span class="side-words">
            <Glyph standing={cell.standing} size={14} />
            <span>
              <Said of={cell.statement} />
            </span>
          </span>
          <SaidEach of={cell.details} as="span" class="side-detail" />
          <Receipts receipts={cell.receipts} ledger={ledger} />
        </td>
      ));
    case 'requirement':
      return row.cells.map((cell, place) => (
        <td key={columns[place]}>
          {cell === null ? (
            t('dossier_notAsked')
          ) : (
            <>
              <span class="side-words">
                <AnswerShape answer={cell.answer} />
                <span>{t(ANSWER_KEYS[cell.answer])}</span>
              </span>
              <SaidEach of={cell.facts} as="span" class="side-detail" />
              <Receipts receipts={cell.receipts} ledger={ledger} />
            </>
          )}
        </td>
      ));
  }
}

interface ReceiptsProps {
  receipts: Parameters<typeof Receipt>[0]['receipt'][];
  /** Where they have numbers, which say enough. */
  ledger: ReceiptLedger | null;
}

function Receipts({ receipts, ledger }: ReceiptsProps) {
  const { t } = useWording();
  if (receipts.length === 0) return null;
  if (ledger !== null) return <SourceRefs numbers={ledger.number(receipts)} />;
  return (
    <details class="side-receipts">
      <summary>{t('check_sources')}</summary>
      <ul>
        {receipts.map((receipt) => (
          <Receipt key={receipt.url} receipt={receipt} />
        ))}
      </ul>
    </details>
  );
}

/** Two lines, crossed where they differ. */
function DifferenceShape({ differs }: { differs: boolean }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={differs ? 'M1.5 4.5h9M1.5 7.5h9M8.5 1.5l-5 9' : 'M1.5 4.5h9M1.5 7.5h9'}
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </svg>
  );
}
