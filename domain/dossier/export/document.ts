import type { Wording } from '../../wording/wording.ts';
import { runsOf, type Reference } from './references.ts';
import type { Report, ReportEntry } from './report.ts';
import type { RequirementTable } from './requirement-table.ts';
import type { Line } from './scope.ts';
import { saysState, type Statement } from './statement.ts';

/** A stretch of a line: text, text that leads to an address, to a numbered source, or to an entry. */
export type Span =
  | string
  | { text: string; strong: true }
  | { text: string; url: string }
  | { source: number }
  | { text: string; entry: number };

export type Paragraph = Span[];

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; entry?: number }
  | { kind: 'paragraph'; spans: Paragraph }
  | { kind: 'fields'; title: string; lines: Line[] }
  | { kind: 'list'; items: Paragraph[] }
  | { kind: 'table'; title: string; columns: { head: string; width: number }[]; rows: Paragraph[][][] }
  | { kind: 'references'; items: { number: number; paragraphs: Paragraph[] }[] };

/** A report laid out to be read: ODT and Markdown are written from it. */
export interface ReadableDocument {
  language: string;
  title: string;
  subtitle: string;
  /** What stands at the foot of each page. */
  running: string;
  at: string;
  /** Wide: on pages that lie on their side. */
  sections: { wide: boolean; blocks: Block[] }[];
}

/** In: a report, its wording. Out: the same laid out: head, scope, comparison, each entry, sources. */
export function documentOf(report: Report, wording: Wording): ReadableDocument {
  const { t } = wording;
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const empty = report.entries.length === 0;
  return {
    language: report.language,
    title: report.name,
    subtitle: report.subtitle,
    running: runningTitle(report, wording),
    at: report.at,
    sections: [
      {
        wide: false,
        blocks: [
          { kind: 'fields', title: report.name, lines: report.cover },
          heading(t('export_section_scope')),
          ...report.scope.map(paragraph),
          ...(report.note.length === 0 ? [] : [heading(t('export_section_note')), ...report.note.map(paragraph)]),
          heading(t('export_section_silences')),
          {
            kind: 'list',
            items: report.silences.map(({ label, text }) => [strong(t('export_label', label)), ` ${text}`]),
          },
          paragraph(t('export_silences_equal')),
        ],
      },
      {
        wide: true,
        blocks: [
          heading(t('export_section_comparison')),
          ...(empty ? [paragraph(t('export_noEntries'))] : [comparisonTable(report, wording)]),
          ...report.requirements.flatMap((table, index) => requirementBlocks(report, table, index, wording)),
        ],
      },
      {
        wide: false,
        blocks: [
          ...(empty ? [] : [heading(t('export_section_entries'))]),
          ...report.entries.flatMap((entry, index) => entryBlocks(entry, index, report, wording)),
          heading(t('export_section_sources')),
          ...(report.references.length === 0
            ? [paragraph(t('export_noSources'))]
            : [{ kind: 'references' as const, items: report.references.map((one) => referenceOf(one, wording)) }]),
        ],
      },
    ],
  };
}

/** The name and the reference, short enough for one line. */
function runningTitle({ name, cover }: Report, { t }: Wording): string {
  const reference = cover.find(({ label }) => label === t('export_cover_reference'))?.text ?? '';
  return [shortened(name, 60), shortened(reference, 25)].join(' · ');
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function comparisonTable({ entries }: Report, wording: Wording): Block {
  const { t } = wording;
  const axes = entries[0]?.axes.map(({ about }) => about) ?? [];
  return {
    kind: 'table',
    title: t('export_section_comparison'),
    columns: [{ head: t('export_column_provider'), width: 5 }, ...axes.map((head) => ({ head, width: 6.9 }))],
    rows: entries.map((entry, index) => [
      [[{ text: entry.title, entry: index }]],
      ...entry.axes.map((axis) => [[...factOf(axis, wording), ...runsIn(axis.references)]]),
    ]),
  };
}

/** What a text asks, then each entry's answers, in words. */
function requirementBlocks({ entries }: Report, table: RequirementTable, index: number, { t }: Wording): Block[] {
  return [
    { kind: 'heading', level: 2, text: t('export_section_requirements', table.name) },
    { kind: 'paragraph', spans: [[...table.applicability, table.scope].join(' '), ...sourcesOf(table.references)] },
    { kind: 'list', items: table.asked.map(({ code, text }) => [strong(t('export_label', code)), ` ${text}`]) },
    {
      kind: 'table',
      title: table.name,
      columns: [
        { head: t('export_column_provider'), width: 5 },
        ...table.asked.map(({ code }) => ({ head: code, width: 20.7 / table.asked.length })),
      ],
      rows: entries.map((entry, at) => [
        [[{ text: entry.title, entry: at }]],
        ...(entry.answers[index] ?? []).map((answer) => [
          answer === null ? [t('export_notHeld')] : [answer.state, ...runsIn(answer.references)],
        ]),
      ]),
    },
  ];
}

/** One entry: who it is, where the name was seen, every statement with its sources, the events, the note. */
function entryBlocks(entry: ReportEntry, index: number, report: Report, wording: Wording): Block[] {
  const { t } = wording;
  const held = entry.answers.flatMap((answers, table) =>
    answers.flatMap((answer, at) =>
      answer === null
        ? []
        : [{ ...answer, about: `${report.requirements[table]?.asked[at]?.code ?? ''} · ${answer.about}` }],
    ),
  );
  return [
    { kind: 'heading', level: 2, text: entry.title, entry: index },
    ...(entry.legalEntity === '' || entry.legalEntity === entry.provider
      ? []
      : [paragraph(t('note_about', t('export_column_legalEntity'), entry.legalEntity))]),
    ...(entry.status === null ? [] : [statementLine(entry.status, wording)]),
    paragraph(t('export_added', entry.added, entry.edition)),
    ...(entry.page === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            spans: [`${t('citation_page', entry.page.title)} `, addressOf(entry.page.url)],
          },
        ]),
    {
      kind: 'table',
      title: entry.title,
      columns: [
        { head: t('export_column_about'), width: 4.2 },
        { head: t('export_column_fact'), width: 10.8 },
        { head: t('export_column_sources'), width: 2 },
      ],
      rows: [...entry.axes, ...held].map((statement) => [
        [[statement.about]],
        [factOf(statement, wording), ...statement.details.map((detail) => [detail])],
        [spaced(statement.references)],
      ]),
    },
    ...(entry.events.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: t('export_section_events') },
          {
            kind: 'list' as const,
            items: entry.events.map(({ about, text, references }) => [
              strong(t('export_label', about)),
              ` ${text}`,
              ...sourcesOf(references),
            ]),
          },
        ]),
    ...(entry.note.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: t('export_section_note') },
          ...entry.note.map(paragraph),
        ]),
  ];
}

/** The state, unless the text says it already or something is simply on record, then the text. */
function factOf(statement: Statement, wording: Wording): Paragraph {
  const { state, text } = statement;
  if (text === '') return [strong(state)];
  return [...(saysState(statement, wording) ? [strong(state), '. '] : []), text];
}

function statementLine({ about, text, references }: Statement, { t }: Wording): Block {
  return { kind: 'paragraph', spans: [t('note_about', about, text), ...sourcesOf(references)] };
}

function referenceOf(reference: Reference, { t }: Wording): { number: number; paragraphs: Paragraph[] } {
  const { number, publisher, title, url, readThrough, marks, quotes } = reference;
  return {
    number,
    paragraphs: [
      [strong(publisher), `, ${title} (${marks.join(' · ')})`],
      [addressOf(url)],
      ...(readThrough === undefined ? [] : [[`${t('export_readThrough')} `, addressOf(readThrough)]]),
      ...quotes.map((quote) => [t('export_quote', quote)]),
    ],
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [text] };
}

function strong(text: string): Span {
  return { text, strong: true };
}

/** Only a web address is a link; whatever else a page's address may be is text. */
function addressOf(url: string): Span {
  return /^https?:/.test(url) ? { text: url, url } : url;
}

/** With a blank before each number. */
function sourcesOf(references: readonly number[]): Paragraph {
  return references.flatMap((source) => [' ', { source }]);
}

/** The same where a line is to be taken in at a glance: "[1]–[13]". Each number stands in the entry's own table. */
function runsIn(references: readonly number[]): Paragraph {
  return runsOf(references).flatMap(([first, last]) => [
    ' ',
    { source: first },
    ...(last === undefined ? [] : ['–', { source: last }]),
  ]);
}

function spaced(references: readonly number[]): Paragraph {
  return sourcesOf(references).slice(1);
}
