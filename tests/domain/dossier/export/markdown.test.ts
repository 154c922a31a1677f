import { describe, expect, it } from 'vitest';

import { documentOf } from '../../../../domain/dossier/export/document.ts';
import { writeMarkdown } from '../../../../domain/dossier/export/markdown.ts';
import { reportOn } from '../../../../domain/dossier/export/report.ts';
import { createWording } from '../../../../domain/wording/wording.ts';
import { messagesOf } from '../../../messages-of.ts';
import { recordedDossier } from './recorded-dossier.ts';

const wording = createWording(messagesOf('fr'));
const RECORDED = recordedDossier(['cloudwatt']);
const written = (title: string) =>
  writeMarkdown(
    documentOf(
      reportOn(
        {
          ...RECORDED,
          name: title,
          note: title,
          entries: RECORDED.entries.map((entry) => ({ ...entry, page: { title, url: `https://a.example/${title}` } })),
        },
        { wording, at: '2026-11-25T18:05:00+01:00' },
      ),
      wording,
    ),
  );

describe('a report in Markdown', () => {
  it('has a title, sections, a table and numbered sources', () => {
    const lines = written('Portail').split('\n');
    expect(lines[0]).toBe('# Portail');
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Ce que dit ce document et ce qu’il ne dit pas',
      '## Note de l’acheteur',
      '## Ce que les silences veulent dire',
      '## Comparaison',
      '## Fournisseurs et offres',
      '## Sources',
    ]);
    expect(lines).toContain('| Fournisseur ou offre | Données | Droit | Qualification |');
    expect(lines.some((line) => line.startsWith('**\\[1\\]** **'))).toBe(true);
  });

  it.each([
    ['| a | b |', /(?<!\\)\| a/],
    ['[x](https://evil.example)', /(?<!\\)\[x/],
    ['**bold**', /(?<!\\)\*(?<!\*\*)bold/],
    ['<img src=x>', /(?<!\\)<img/],
    ['# title', /(?<!\\)# title/],
    ['`code`', /(?<!\\)`code/],
    ['x\n## y', /^## y/m],
    ['- x', /^- x/m],
    ['1. x', /^1\. x/m],
  ])('never reads a text as markup: %j', (title, pattern) => {
    expect(written(title)).not.toMatch(pattern);
  });

  it('keeps every row of a table on one line, with as many cells as heads', () => {
    const rows = written('a | b\nc')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replaceAll(/\\./g, '').split('|').length);
    expect(new Set(cells.slice(0, 3)).size).toBe(1);
    expect(rows.length).toBeGreaterThan(5);
  });
});
