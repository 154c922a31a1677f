import type { Wording } from '../../wording/wording.ts';
import { statementsOf } from './data-table.ts';
import { runsOf } from './references.ts';
import type { Report } from './report.ts';
import { saysState, type Statement } from './statement.ts';

/** Text, a number and where it leads, or an ISO day to sort by. Never a formula. */
export type Cell = string | { number: number; url?: string } | { day: string };

export interface Sheet {
  /** At most 31 characters, as Excel takes them. */
  name: string;
  /** The heads, and how wide each column is, in centimetres. */
  columns: { head: string; width: number }[];
  rows: Cell[][];
}

/** A report as tables: ODS and XLSX are written from it. */
export interface Workbook {
  title: string;
  subject: string;
  language: string;
  at: string;
  sheets: Sheet[];
}

/**
 * In: a report, its wording. Out: its sheets: the dossier itself, the comparison, what each text asks, the entries, every
 * statement, every source.
 */
export function workbookOf(report: Report, wording: Wording): Workbook {
  const { name, subtitle, language, at } = report;
  return {
    title: name,
    subject: subtitle,
    language,
    at,
    sheets: [
      dossierSheet(report, wording),
      comparisonSheet(report, wording),
      ...report.requirements.map((_, index) => requirementSheet(report, index, wording)),
      entrySheet(report, wording),
      statementSheet(report, wording),
      sourceSheet(report, wording),
    ],
  };
}

function dossierSheet({ name, cover, scope, note, silences, requirements }: Report, { t }: Wording): Sheet {
  return {
    name: t('export_cover_name'),
    columns: [
      { head: t('export_cover_name'), width: 6 },
      { head: name, width: 18 },
    ],
    rows: [
      ...cover.map(({ label, text }) => [label, text]),
      ...note.map((text) => [t('export_section_note'), text]),
      ...scope.map((text) => [t('export_section_scope'), text]),
      ...silences.map(({ label, text }) => [label, text]),
      [t('export_section_silences'), t('export_silences_equal')],
      ...requirements.map((table) => [table.name, [...table.applicability, table.scope, numbers(table)].join(' ')]),
    ],
  };
}

function comparisonSheet({ entries }: Report, wording: Wording): Sheet {
  const { t } = wording;
  const axes = entries[0]?.axes.map(({ about }) => about) ?? [];
  return {
    name: t('export_section_comparison'),
    columns: [
      { head: t('export_column_provider'), width: 5 },
      ...axes.map((head) => ({ head, width: 7 })),
      { head: t('export_section_note'), width: 6 },
    ],
    rows: entries.map((entry) => [
      entry.title,
      ...entry.axes.map((axis) => `${factOf(axis, wording)} ${runs(axis)}`.trim()),
      entry.note.join('\n'),
    ]),
  };
}

/** As the report has it: the state before the text, unless it says nothing more. */
function factOf(axis: Statement, wording: Wording): string {
  if (axis.text === '') return axis.state;
  return saysState(axis, wording) ? `${axis.state}. ${axis.text}` : axis.text;
}

/** One text: what it asks as heads, what the facts answer below. */
function requirementSheet({ entries, requirements }: Report, index: number, { t }: Wording): Sheet {
  const asked = requirements[index]?.asked ?? [];
  const name = t('export_sheet_requirements');
  return {
    name: requirements.length === 1 ? name : `${name} ${index + 1}`,
    columns: [
      { head: `${t('export_column_provider')} – ${requirements[index]?.name ?? ''}`, width: 5 },
      ...asked.map(({ code, text }) => ({ head: `${code} · ${text}`, width: Math.max(3.5, 20 / asked.length) })),
    ],
    rows: entries.map((entry) => [
      entry.title,
      ...(entry.answers[index] ?? []).map((answer) =>
        answer === null ? t('export_notHeld') : `${answer.state} ${runs(answer)}`.trim(),
      ),
    ]),
  };
}

function entrySheet({ entries }: Report, { t }: Wording): Sheet {
  return {
    name: t('export_sheet_entries'),
    columns: [
      { head: t('export_column_providerName'), width: 4 },
      { head: t('export_column_legalEntity'), width: 4 },
      { head: t('export_column_offering'), width: 4 },
      { head: t('export_column_added'), width: 2.4 },
      { head: t('export_column_registry'), width: 3.2 },
      { head: t('export_column_page'), width: 6 },
      { head: t('export_column_pageAddress'), width: 6 },
    ],
    rows: entries.map((entry) => [
      entry.provider,
      entry.legalEntity,
      entry.offering,
      { day: entry.addedAt.slice(0, 10) },
      entry.edition,
      entry.page?.title ?? '',
      entry.page?.url ?? '',
    ]),
  };
}

function statementSheet(report: Report, wording: Wording): Sheet {
  const { t } = wording;
  return {
    name: t('export_section_statements'),
    columns: [
      { head: t('export_column_providerName'), width: 4 },
      { head: t('export_column_legalEntity'), width: 4 },
      { head: t('export_column_offering'), width: 4 },
      { head: t('export_column_about'), width: 5 },
      { head: t('export_column_state'), width: 2.6 },
      { head: t('export_column_fact'), width: 7 },
      { head: t('export_column_details'), width: 9 },
      { head: t('export_column_sources'), width: 2.4 },
    ],
    rows: report.entries.flatMap((entry) =>
      statementsOf(entry, report, wording).map((statement) => [
        entry.provider,
        entry.legalEntity,
        entry.offering,
        statement.about,
        statement.state,
        statement.text,
        statement.details.join('\n'),
        numbers(statement),
      ]),
    ),
  };
}

function sourceSheet({ references }: Report, { t, date }: Wording): Sheet {
  return {
    name: t('export_section_sources'),
    columns: [
      { head: t('export_column_number'), width: 1.4 },
      { head: t('export_column_publisher'), width: 4.5 },
      { head: t('export_column_document'), width: 8 },
      { head: t('export_column_sourceDate'), width: 2.8 },
      { head: t('export_column_checkedOn'), width: 2.8 },
      { head: t('export_column_address'), width: 9 },
      { head: t('export_column_readThrough'), width: 6 },
      { head: t('export_column_quote'), width: 8 },
    ],
    rows: references.map((reference) => [
      // The link stands here: one in a cell of text keeps the text from wrapping in LibreOffice.
      { number: reference.number, url: reference.url },
      reference.publisher,
      reference.title,
      reference.date === undefined
        ? t('receipt_undated')
        : reference.date.length === 10
          ? { day: reference.date }
          : date(reference.date),
      { day: reference.checkedOn },
      reference.url,
      reference.readThrough ?? '',
      reference.quotes.map((quote) => t('export_quote', quote)).join('\n'),
    ]),
  };
}

/** "[1] [3]", as the sources are numbered. */
function numbers({ references }: Pick<Statement, 'references'>): string {
  return references.map((number) => `[${number}]`).join(' ');
}

/** The same where a line is to be taken in at a glance: "[1]–[13]". Each number stands in the sheet of statements. */
function runs({ references }: Pick<Statement, 'references'>): string {
  return runsOf(references)
    .map((run) => run.map((number) => `[${number}]`).join('–'))
    .join(' ');
}
