import type { LocalizedText } from '../../registry/text.ts';
import type { Wording } from '../../wording/wording.ts';
import { momentOf, plainAddress } from '../citation.ts';
import type { Dossier, DossierEntry } from '../dossier.ts';
import { entryName, inAlphabeticalOrder } from '../entry-order.ts';
import { wholeLine, wholeLines } from '../plain-line.ts';
import { References, type Reference } from './references.ts';
import { answersOf, requirementTables, type RequirementTable } from './requirement-table.ts';
import { coverOf, scopeOf, silencesOf, type Line } from './scope.ts';
import { axisStatement, eventStatements, statusStatement, type Statement } from './statement.ts';

export interface ExportContext {
  /** The language of the file. */
  wording: Wording;
  /** When it is made: an ISO date and time with its offset, `2026-11-24T11:30:00+01:00`. */
  at: string;
  /** The name of the dossier's requirement set, where it is known; the entries' own checklists have it otherwise. */
  requirementSet?: LocalizedText;
}

/** A provider or one of its offerings, as the report shows it. */
export interface ReportEntry {
  /** "Nimbe · Nimbe Machines". */
  title: string;
  provider: string;
  legalEntity: string;
  /** Empty where the entry is about the provider as a whole. */
  offering: string;
  /** When it was added, as the dossier has it. */
  addedAt: string;
  /** The same in words. */
  added: string;
  registry: DossierEntry['registry'];
  /** "version 42 du 20/11/2026" */
  edition: string;
  page: { title: string; url: string } | null;
  status: Statement | null;
  /** Always the three, always in this order. */
  axes: Statement[];
  /** By requirement table, by what it asks; null where the entry was not held against it. */
  answers: (Statement | null)[][];
  events: Statement[];
  /** The buyer's own words, line by line. */
  note: string[];
}

/** A dossier in the reader's words: every format is written from this one model. */
export interface Report {
  /** BCP 47 */
  language: string;
  name: string;
  subtitle: string;
  /** When it is made, as it was given. */
  at: string;
  /** The head of the document: a label and what stands beside it. */
  cover: Line[];
  /** What the document is about, and what it does not say. */
  scope: string[];
  note: string[];
  /** What the silences and the answers mean. */
  silences: Line[];
  /** In alphabetical order, whatever the facts. */
  entries: ReportEntry[];
  requirements: RequirementTable[];
  references: Reference[];
}

/**
 * Puts a dossier into words.
 * In: the dossier, the wording and the moment. Out: the report, of which no text has a line break, a control or direction
 * mark, or anything that XML cannot hold. Throws RangeError when `at` is no moment.
 */
export function reportOn(dossier: Dossier, { wording, at, requirementSet }: ExportContext): Report {
  const references = new References();
  const sorted = inAlphabeticalOrder(dossier.entries);
  const requirements = requirementTables(sorted, wording);
  // In this order the documents are numbered: as a reader meets them.
  const entries = sorted.map((entry) => reportEntry(entry, requirements, references, wording));
  return {
    language: wording.language,
    name: wholeLine(dossier.name) || wording.t('export_untitled'),
    subtitle: wording.t('export_subtitle'),
    at,
    cover: coverOf(dossier, requirements, { wording, at, ...(requirementSet !== undefined && { requirementSet }) }),
    scope: scopeOf(wording),
    note: wholeLines(dossier.note),
    silences: silencesOf(wording, requirements.length > 0),
    entries,
    requirements: requirements.map(({ receipts, ...table }) => ({
      ...table,
      receipts,
      references: references.number(receipts),
    })),
    references: references.entries(wording),
  };
}

function reportEntry(
  entry: DossierEntry,
  requirements: readonly RequirementTable[],
  references: References,
  wording: Wording,
): ReportEntry {
  const { assessment, offering, page, registry } = entry;
  return {
    title: wholeLine(entryName(entry)),
    provider: wholeLine(assessment.name),
    legalEntity: wholeLine(assessment.legalEntity ?? ''),
    offering: wholeLine(offering?.name ?? ''),
    addedAt: entry.addedAt,
    added: momentOf(entry.addedAt, wording),
    registry,
    edition: wording.t('export_edition', String(registry.version), wording.date(registry.date)),
    page: page === undefined ? null : { title: wholeLine(page.title), url: plainAddress(page.url) },
    status: statusStatement(assessment, references, wording),
    axes: assessment.axes.map((axis) => axisStatement(axis, references, wording)),
    answers: answersOf(entry, requirements, references, wording),
    events: eventStatements(assessment, references, wording),
    note: wholeLines(entry.note),
  };
}
