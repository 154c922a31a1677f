import type { Wording } from '../../wording/wording.ts';
import type { Report, ReportEntry } from './report.ts';
import type { Statement } from './statement.ts';

/** What every line of an entry repeats, and what a line of the document itself leaves empty. */
type EntryCells = [provider: string, legalEntity: string, offering: string];
type SeenCells = [version: string, date: string, addedAt: string, page: string, address: string];

const NO_ENTRY: EntryCells = ['', '', ''];
const NOT_SEEN: SeenCells = ['', '', '', '', ''];

/**
 * Lays a report out as data: a line for each statement and each document that it rests on, so that it can be sorted and
 * filtered; the head and the scope of the document stand in the last lines.
 * In: the report, its wording. Out: the cells, the heads first; dates in columns of their own are ISO 8601.
 */
export function dataTable(report: Report, wording: Wording): string[][] {
  const { t } = wording;
  const documents = new Map(report.references.map((reference) => [reference.number, reference]));
  const lines = (entry: EntryCells, { about, state, text, details, references }: Statement, seen: SeenCells) =>
    (references.length === 0 ? [undefined] : references).map((number) => {
      const document = number === undefined ? undefined : documents.get(number);
      return [
        ...entry,
        about,
        state,
        text,
        details.join(' '),
        number === undefined ? '' : String(number),
        document?.publisher ?? '',
        document?.title ?? '',
        document?.date ?? '',
        document?.checkedOn ?? '',
        document?.url ?? '',
        document?.readThrough ?? '',
        ...seen,
      ];
    });
  const own = (about: string, text: string, references: number[] = []) =>
    lines(NO_ENTRY, { about, state: '', text, details: [], references }, NOT_SEEN);
  return [
    headsOf(wording),
    ...report.entries.flatMap((entry) =>
      statementsOf(entry, report, wording).flatMap((statement) =>
        lines([entry.provider, entry.legalEntity, entry.offering], statement, seenCells(entry)),
      ),
    ),
    ...report.requirements.flatMap(({ name, applicability, scope, references }) =>
      own(name, [...applicability, scope].join(' '), references),
    ),
    ...own(t('export_cover_name'), report.name),
    ...report.cover.flatMap(({ label, text }) => own(label, text)),
    ...report.note.flatMap((text) => own(t('export_section_note'), text)),
    ...report.scope.flatMap((text) => own(t('export_section_scope'), text)),
    ...report.silences.flatMap(({ label, text }) => own(label, text)),
  ];
}

/**
 * In: an entry, its report, the wording. Out: everything that is said of it: the status, the axes, the answers, the
 * events, the note.
 */
export function statementsOf(entry: ReportEntry, { requirements }: Report, { t }: Wording): Statement[] {
  const answers = entry.answers.flatMap((answers, index) =>
    answers.flatMap((answer) =>
      answer === null ? [] : [{ ...answer, about: `${requirements[index]?.name ?? ''} · ${answer.about}` }],
    ),
  );
  const note = entry.note.map((text) => ({
    about: t('export_section_note'),
    state: '',
    text,
    details: [],
    references: [],
  }));
  return [...(entry.status === null ? [] : [entry.status]), ...entry.axes, ...answers, ...entry.events, ...note];
}

function headsOf({ t }: Wording): string[] {
  return [
    t('export_column_providerName'),
    t('export_column_legalEntity'),
    t('export_column_offering'),
    t('export_column_about'),
    t('export_column_state'),
    t('export_column_fact'),
    t('export_column_details'),
    t('export_column_number'),
    t('export_column_publisher'),
    t('export_column_document'),
    t('export_column_sourceDate'),
    t('export_column_checkedOn'),
    t('export_column_address'),
    t('export_column_readThrough'),
    t('export_column_registry'),
    t('export_column_registryDate'),
    t('export_column_added'),
    t('export_column_page'),
    t('export_column_pageAddress'),
  ];
}

function seenCells({ registry, addedAt, page }: ReportEntry): SeenCells {
  return [String(registry.version), registry.date, addedAt, page?.title ?? '', page?.url ?? ''];
}
