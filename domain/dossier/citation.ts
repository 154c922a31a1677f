import type { Assessment, AxisAssessment, Receipt } from '../assessment/assessment.ts';
import { AXIS_KEYS } from '../wording/names.ts';
import { receiptMarks } from '../wording/receipt-marks.ts';
import type { Wording } from '../wording/wording.ts';
import { plainLine } from './plain-line.ts';

/** What is cited: statements about one provider, as one version of the registry had them, where and when they were read. */
export interface Cited {
  assessment: Assessment;
  /** Which axes are cited. */
  axes: readonly AxisAssessment['axis'][];
  /** The offering that the statements are about, where it is one alone. */
  offering?: string;
  registry: { version: number; date: string };
  /** The page on which the name was read; absent when it was read on the full sheet. */
  page?: { title: string; url: string };
  /** The moment, an ISO date and time with its offset: `2026-11-24T11:30:00+01:00`. */
  at: string;
}

/** One citation in the three ways in which it can be pasted. */
export interface CitationText {
  plain: string;
  markdown: string;
  html: string;
}

/** A stretch of a line: text, or text that leads somewhere. */
interface Part {
  text: string;
  url?: string;
}

interface Line {
  kind: 'title' | 'statement' | 'receipt' | 'note';
  parts: Part[];
}

/**
 * Writes statements as a citation for a file: each with its receipts, then the registry, the page and the moment.
 * In: what is cited, and the reader's wording. Out: plain text, Markdown and HTML that say the same. Nothing that came
 * from a page or a document is read in them as markup, as a new line, or as a spreadsheet's formula.
 */
export function writeCitation(cited: Cited, wording: Wording): CitationText {
  const lines = linesOf(cited, wording);
  return { plain: writePlain(lines), markdown: writeMarkdown(lines), html: writeHtml(lines) };
}

function linesOf({ assessment, axes, offering, registry, page, at }: Cited, wording: Wording): Line[] {
  const { t, date } = wording;
  const { name, legalEntity } = assessment;
  const title = [name, ...(legalEntity === undefined || legalEntity === name ? [] : [legalEntity]), offering ?? ''];
  return [
    line('title', {
      text: title
        .filter((part) => part !== '')
        .map(plainLine)
        .join(' · '),
    }),
    ...assessment.axes.filter(({ axis }) => axes.includes(axis)).flatMap((axis) => statementLines(axis, wording)),
    line('note', {
      text: t('citation_registry', String(registry.version), date(registry.date), momentOf(at, wording)),
    }),
    ...(page === undefined
      ? []
      : [
          line('note', { text: `${t('citation_page', plainLine(page.title))} ` }, linkTo(page.url)),
          line('note', { text: t('citation_mentioned') }),
        ]),
  ];
}

/** The statement and what has to be read with it, then each document that it rests on. */
function statementLines(axis: AxisAssessment, wording: Wording): Line[] {
  const { t, say } = wording;
  const sentences = [axis.statement, ...axis.details, ...axis.notes].map((phrase) =>
    plainLine(say(phrase)).replace(/\.$/, ''),
  );
  return [
    line('statement', { text: t('note_about', t(AXIS_KEYS[axis.axis]), `${[...new Set(sentences)].join('. ')}.`) }),
    ...(axis.receipts.length === 0 ? [line('receipt', { text: t('receipts_none') })] : []),
    ...axis.receipts.map((receipt) => receiptLine(receipt, wording)),
  ];
}

function receiptLine(receipt: Receipt, wording: Wording): Line {
  return line(
    'receipt',
    { text: `${plainLine(receipt.publisher)}, ${plainLine(receipt.title)}, ` },
    linkTo(receipt.url),
    { text: ` (${receiptMarks(receipt, wording).join(' · ')})` },
  );
}

/** Only a web address is a link; whatever else a page's address may be is text. */
function linkTo(url: string): Part {
  const plain = plainAddress(url);
  return /^https?:/.test(plain) ? { text: plain, url: plain } : { text: plain };
}

/** In: any address. Out: the same with nothing in it that could end it early. */
export function plainAddress(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : plainLine(url);
  return href.replace(
    /[\s<>"'`()[\]\\|*_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * In: an ISO date and time with its offset. Out: "24/11/2026 11:30 (UTC+01:00)", as the reader's clock had them.
 * Throws RangeError on anything else.
 */
export function momentOf(at: string, { date }: Wording): string {
  const [, day, time, offset] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[^+\-Z]*(Z|[+-]\d\d:\d\d)$/.exec(at) ?? [];
  if (day === undefined || time === undefined || offset === undefined) throw new RangeError(`not a moment: ${at}`);
  return `${date(day)} ${time} (UTC${offset === 'Z' ? '' : offset})`;
}

function line(kind: Line['kind'], ...parts: Part[]): Line {
  return { kind, parts };
}

function textOf({ parts }: Line): string {
  return parts.map(({ text }) => text).join('');
}

function writePlain(lines: readonly Line[]): string {
  return lines
    .map((one) => {
      if (one.kind === 'receipt') return `    • ${textOf(one)}`;
      // A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe makes it text.
      return textOf(one).replace(/^[=+\-@]/, "'$&");
    })
    .join('\n');
}

function writeMarkdown(lines: readonly Line[]): string {
  return lines
    .map((one) => {
      const body = one.parts.map(({ text, url }) => (url === undefined ? escapeMarkdown(text) : `<${url}>`)).join('');
      if (one.kind === 'title') return `**${body}**\n`;
      if (one.kind === 'receipt') return `  - ${body}`;
      return one.kind === 'statement' ? `- ${body}` : `\n${body}`;
    })
    .join('\n');
}

function writeHtml(lines: readonly Line[]): string {
  const write = (one: Line) =>
    one.parts
      .map(({ text, url }) =>
        url === undefined ? escapeHtml(text) : `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`,
      )
      .join('');
  let html = '';
  let open = false;
  for (const one of lines) {
    if (one.kind === 'receipt' && !open) html += '<ul>';
    if (one.kind !== 'receipt' && open) html += '</ul>';
    open = one.kind === 'receipt';
    if (open) html += `<li>${write(one)}</li>`;
    else html += one.kind === 'title' ? `<p><strong>${write(one)}</strong></p>` : `<p>${write(one)}</p>`;
  }
  return open ? `${html}</ul>` : html;
}

/** In: one line of text. Out: the same in Markdown, where nothing of it is read as markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&!]/g, '\\$&').replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2');
}

const HTML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ESCAPES[sign] ?? sign);
}
