import { escapeMarkdown } from '../citation.ts';
import type { Block, Paragraph, ReadableDocument, Span } from './document.ts';

/**
 * Writes a document as Markdown (GitHub's, for its tables).
 * In: the document. Out: the text; nothing that came from a page, a document or a note is read in it as markup.
 */
export function writeMarkdown({ title, subtitle, sections }: ReadableDocument): string {
  const blocks = sections.flatMap((section) => section.blocks).map(blockOf);
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(subtitle), ...blocks].join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return lineOf(block.spans);
    case 'fields':
      return block.lines.map(({ label, text }) => `- **${escapeMarkdown(label)}** ${escapeMarkdown(text)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${lineOf(item)}`).join('\n');
    case 'table':
      return tableOf(block);
    case 'references':
      return block.items
        .map(({ number, paragraphs }) => [`**\\[${number}\\]**`, paragraphs.map(lineOf).join('<br>')].join(' '))
        .join('\n\n');
  }
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ head }) => escapeMarkdown(head))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map((paragraphs) => paragraphs.map(lineOf).join('<br>')))),
  ].join('\n');
}

function lineOf(paragraph: Paragraph): string {
  return paragraph.map(spanOf).join('');
}

function spanOf(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  if ('source' in span) return `\\[${span.source}\\]`;
  if ('url' in span) return `<${span.url}>`;
  if ('strong' in span) return `**${escapeMarkdown(span.text)}**`;
  return escapeMarkdown(span.text);
}
