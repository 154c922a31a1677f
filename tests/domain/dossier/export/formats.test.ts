import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Dossier } from '../../../../domain/dossier/dossier.ts';
import { readDossierFile } from '../../../../domain/dossier/dossier-file.ts';
import { EXPORT_FORMATS, exportDossier, type ExportFormat } from '../../../../domain/dossier/export/formats.ts';
import { reportOn, type Report } from '../../../../domain/dossier/export/report.ts';
import { createWording } from '../../../../domain/wording/wording.ts';
import { messagesOf } from '../../../messages-of.ts';
import { arbitraryDossier, HOSTILE_TEXTS } from './arbitrary-dossier.ts';
import { partsOf, readCsv, readXml, type ReadElement } from './reading.ts';
import { recordedDossier } from './recorded-dossier.ts';

const AT = '2026-11-25T18:05:00+01:00';
const inFrench = createWording(messagesOf('fr'));
const inEnglish = createWording(messagesOf('en'));
const exported = (dossier: Dossier, format: ExportFormat, wording = inFrench) =>
  exportDossier(dossier, format, { wording, at: AT });
const textOf = async (dossier: Dossier, format: ExportFormat, wording = inFrench) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exported(dossier, format, wording)).bytes);
const RECORDED = recordedDossier(['ovhcloud', 'aws', 'cloudwatt', 'numspot', 'scaleway'], 'secnumcloud-19-6');

/** A dossier whose every free text is one hostile text. */
function hostileDossier(text: string): Dossier {
  return {
    ...RECORDED,
    name: text.slice(0, 300),
    reference: text.slice(0, 300),
    buyer: text.slice(0, 300),
    note: text.slice(0, 10_000),
    entries: RECORDED.entries.slice(0, 1).map((entry) => ({
      ...entry,
      note: text.slice(0, 10_000),
      page: { title: text.slice(0, 2000), url: `https://marches.example.org/?q=${text.slice(0, 2000)}` },
    })),
  };
}

/** Throws where a part of the file is not well formed. */
async function readAll(dossier: Dossier, format: 'odt' | 'ods' | 'xlsx'): Promise<Record<string, ReadElement[]>> {
  const parts = partsOf((await exported(dossier, format)).bytes);
  return Object.fromEntries(
    Object.entries(parts).flatMap(([path, part]) => (path === 'mimetype' ? [] : [[path, readXml(part)]])),
  );
}

const named = (elements: ReadElement[] | undefined, name: string) =>
  (elements ?? []).filter((element) => element.name === name);

/** What the cells of a workbook's sheet say, from the table of strings. */
function sheetTexts(parts: Record<string, ReadElement[]>): string[] {
  const strings = named(parts['xl/sharedStrings.xml'], 'si').map(({ text }) => text);
  return Object.entries(parts)
    .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
    .flatMap(([, elements]) => named(elements, 'c'))
    .filter(({ attributes }) => attributes['t'] === 's')
    .map(({ text }) => strings[Number(text)] ?? '');
}

describe('every export', () => {
  it.each([
    ['odt', 'Hébergement du portail citoyen.odt', 'application/vnd.oasis.opendocument.text'],
    ['ods', 'Hébergement du portail citoyen.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    [
      'xlsx',
      'Hébergement du portail citoyen.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['csv', 'Hébergement du portail citoyen.csv', 'text/csv;charset=utf-8'],
    ['markdown', 'Hébergement du portail citoyen.md', 'text/markdown;charset=utf-8'],
    ['json', 'Hébergement du portail citoyen.json', 'application/json'],
  ] as const)('as %s is named %s and has its media type', async (format, name, type) => {
    expect(await exported(RECORDED, format)).toMatchObject({ name, type });
  });

  it('refuses a moment that is none', async () => {
    for (const format of EXPORT_FORMATS.filter((one) => one !== 'json')) {
      await expect(exportDossier(RECORDED, format, { wording: inFrench, at: 'now' })).rejects.toThrow(RangeError);
    }
  });

  it('is well formed, whatever is in the dossier', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDossier, async (dossier) => {
        const report = reportOn(dossier, { wording: inFrench, at: AT });
        const odt = await readAll(dossier, 'odt');
        expect(named(odt['content.xml'], 'text:bookmark')).toHaveLength(
          report.references.length + report.entries.length,
        );
        await readAll(dossier, 'ods');
        await readAll(dossier, 'xlsx');
        const rows = readCsv(await textOf(dossier, 'csv'));
        expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
        expect(await textOf(dossier, 'markdown')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
        expect(readDossierFile(await textOf(dossier, 'json'))).toEqual(dossier);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is the same for the same dossier, whatever the order of its entries', async () => {
    const reversed = { ...RECORDED, entries: RECORDED.entries.toReversed() };
    for (const format of ['odt', 'ods', 'csv', 'markdown'] as const) {
      expect((await exported(reversed, format)).bytes).toEqual((await exported(RECORDED, format)).bytes);
    }
  });

  it('holds no formula and no cell that is not typed, whatever a page is called', async () => {
    for (const text of HOSTILE_TEXTS) {
      const ods = await readAll(hostileDossier(text), 'ods');
      const cells = named(ods['content.xml'], 'table:table-cell');
      expect(cells.filter(({ attributes }) => 'table:formula' in attributes)).toEqual([]);
      expect(new Set(cells.map(({ attributes }) => attributes['office:value-type']))).toEqual(
        new Set(['string', 'float', 'date']),
      );
      const xlsx = await readAll(hostileDossier(text), 'xlsx');
      const sheets = Object.entries(xlsx).filter(([path]) => path.startsWith('xl/worksheets/sheet'));
      expect(sheets.flatMap(([, elements]) => named(elements, 'f'))).toEqual([]);
    }
  }, 60_000);

  it('keeps what can be read of a hostile text', async () => {
    const dossier = hostileDossier('=1+1 x]]>y 👩🏽‍⚖️ & <b> \u0000\u202E');
    const odt = await readAll(dossier, 'odt');
    expect(named(odt['content.xml'], 'office:text')[0]?.text).toContain('=1+1 x]]>y 👩🏽‍⚖️ & <b>');
    expect(sheetTexts(await readAll(dossier, 'xlsx'))).toContain('=1+1 x]]>y 👩🏽‍⚖️ & <b>');
    expect(readCsv(await textOf(dossier, 'csv')).flat()).toContain("'=1+1 x]]>y 👩🏽‍⚖️ & <b>");
  });
});

describe('the XLSX', () => {
  it('lets Excel read no text as the code of a character', async () => {
    const texts = sheetTexts(await readAll(hostileDossier('a _x0041_ b'), 'xlsx'));
    expect(texts).toContain('a _x005F_x0041_ b');
    expect(texts).not.toContain('a _x0041_ b');
  });

  it('has its title, pages as wide as its tables, rows that repeat, and a link for each source', async () => {
    const parts = await readAll(RECORDED, 'xlsx');
    expect(named(parts['docProps/core.xml'], 'dc:title')[0]?.text).toBe('Hébergement du portail citoyen');
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
    for (const path of sheets) {
      expect(named(parts[path], 'pageSetUpPr')[0]?.attributes['fitToPage']).toBe('1');
      expect(named(parts[path], 'pane')[0]?.attributes['state']).toBe('frozen');
    }
    expect(named(parts['xl/workbook.xml'], 'definedName').map(({ text }) => text)).toContain("'Sources'!$1:$1");
    const links = Object.values(parts).flatMap((elements) => named(elements, 'Relationship'));
    const targets = new Set(links.map(({ attributes }) => attributes['Target']));
    for (const { url } of reportOn(RECORDED, { wording: inFrench, at: AT }).references) expect(targets).toContain(url);
  });
});

describe('an empty dossier', () => {
  const EMPTY: Dossier = { ...RECORDED, name: '', reference: '', buyer: '', note: '', entries: [] };

  it('is exported all the same, and says that it is empty', async () => {
    expect((await exported(EMPTY, 'odt')).name).toBe('Dossier sans titre.odt');
    expect(await textOf(EMPTY, 'markdown')).toContain('Ce dossier ne contient encore ni fournisseur ni offre.');
    const odt = await readAll(EMPTY, 'odt');
    expect(named(odt['content.xml'], 'text:list-item').length).toBeGreaterThan(0);
    await readAll(EMPTY, 'ods');
    await readAll(EMPTY, 'xlsx');
  });
});

/** What a reader finds of every source, in the words of the format. */
const sourcesOf = (report: Report) => report.references.map(({ publisher, title, url }) => [publisher, title, url]);

describe.each([
  ['French', inFrench],
  ['English', inEnglish],
])('every source of a dossier in %s', (_, wording) => {
  const report = reportOn(RECORDED, { wording, at: AT });
  const sources = sourcesOf(report).flat();

  it('is cited at least once', () => {
    const cited = new Set([
      ...report.requirements.flatMap(({ references }) => references),
      ...report.entries.flatMap(({ status, axes, answers, events }) =>
        [...(status === null ? [] : [status]), ...axes, ...answers.flat(), ...events].flatMap(
          (statement) => statement?.references ?? [],
        ),
      ),
    ]);
    expect([...cited].sort((a, b) => a - b)).toEqual(report.references.map(({ number }) => number));
    expect(report.references.length).toBeGreaterThan(20);
  });

  it('stands in the ODT under its number, and every citation leads to it', async () => {
    const content = partsOf((await exported(RECORDED, 'odt', wording)).bytes)['content.xml'] ?? '';
    const elements = readXml(content);
    const all = named(elements, 'office:text')[0]?.text ?? '';
    for (const source of sources) expect(all).toContain(source);
    const marks = new Set(named(elements, 'text:bookmark').map(({ attributes }) => `#${attributes['text:name']}`));
    const inner = named(elements, 'text:a').filter(({ attributes }) => attributes['xlink:href']?.startsWith('#'));
    expect(inner.length).toBeGreaterThan(report.references.length);
    for (const { attributes, text } of inner) {
      expect(marks).toContain(attributes['xlink:href']);
      const number = /^#source-(\d+)$/.exec(attributes['xlink:href'] ?? '')?.[1];
      if (number !== undefined) expect(text).toBe(`[${number}]`);
    }
    const outer = new Set(named(elements, 'text:a').map(({ attributes }) => attributes['xlink:href']));
    for (const { url } of report.references) expect(outer).toContain(url);
  });

  it('stands in the spreadsheets, in the data and in the Markdown', async () => {
    const ods = named(
      readXml(partsOf((await exported(RECORDED, 'ods', wording)).bytes)['content.xml'] ?? ''),
      'table:table-cell',
    );
    const odsTexts = new Set(ods.map(({ text }) => text));
    const xlsx = partsOf((await exported(RECORDED, 'xlsx', wording)).bytes);
    const xlsxTexts = new Set(named(readXml(xlsx['xl/sharedStrings.xml'] ?? ''), 'si').map(({ text }) => text));
    const data = new Set(readCsv(await textOf(RECORDED, 'csv', wording)).flat());
    const markdown = (await textOf(RECORDED, 'markdown', wording)).replaceAll('\\', '');
    for (const source of sources) {
      expect(odsTexts).toContain(source);
      expect(xlsxTexts).toContain(source);
      expect(data).toContain(source);
      expect(markdown).toContain(source);
    }
  });
});

describe('the ODT', () => {
  it('has its title, its language, headings, repeated header rows and page numbers', async () => {
    const { 'content.xml': content, 'styles.xml': styles, 'meta.xml': meta } = await readAll(RECORDED, 'odt');
    expect(named(meta, 'dc:title')[0]?.text).toBe('Hébergement du portail citoyen');
    expect(named(meta, 'dc:language')[0]?.text).toBe('fr');
    expect(named(meta, 'dc:date')[0]?.text).toBe('2026-11-25T18:05:00');
    const language = named(styles, 'style:text-properties').find(({ attributes }) => 'fo:language' in attributes);
    expect(language?.attributes).toMatchObject({ 'fo:language': 'fr', 'fo:country': 'FR' });
    expect(named(styles, 'text:page-number')).toHaveLength(2);
    const tables = named(content, 'table:table').length;
    expect(named(content, 'table:table-header-rows')).toHaveLength(tables - 1);
    expect(named(content, 'table:table-header-columns')).toHaveLength(tables);
    const levels = named(content, 'text:h').map(({ attributes }) => Number(attributes['text:outline-level']));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const titles = named(content, 'text:h').map(({ text }) => text);
    expect(titles).toEqual(expect.arrayContaining(['Comparaison', 'Amazon Web Services', 'Sources']));
  });

  it('begins with its kind, not compressed, where a programme looks for it', async () => {
    const { bytes } = await exported(RECORDED, 'odt');
    expect(new TextDecoder().decode(bytes.slice(30, 30 + 47))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  });

  it('is in English where the reader is', async () => {
    const { bytes } = await exported(RECORDED, 'odt', inEnglish);
    const styles = readXml(partsOf(bytes)['styles.xml'] ?? '');
    expect(
      named(styles, 'style:text-properties').find(({ attributes }) => 'fo:language' in attributes)?.attributes,
    ).toMatchObject({
      'fo:language': 'en',
      'fo:country': 'GB',
    });
  });

  it('never leads to what is no web address', async () => {
    const [entry] = RECORDED.entries;
    if (entry === undefined) throw new Error('no entry');
    const dossier = { ...RECORDED, entries: [{ ...entry, page: { title: 'x', url: 'javascript:alert(1)' } }] };
    for (const format of ['odt', 'ods', 'xlsx'] as const) {
      const targets = Object.values(await readAll(dossier, format))
        .flat()
        .flatMap(({ attributes }) => [attributes['xlink:href'], attributes['Target']])
        .filter((target) => target !== undefined);
      expect(targets.filter((target) => target.includes('script'))).toEqual([]);
    }
  });
});

describe('the data', () => {
  it('has ISO dates in the columns of dates, and a line for each statement and document', async () => {
    const [heads = [], ...rows] = readCsv(await textOf(RECORDED, 'csv'));
    const column = (head: string) => rows.map((cells) => cells[heads.indexOf(head)] ?? '');
    for (const head of ['Vérifié le', 'Date du registre']) {
      for (const cell of column(head)) expect(cell).toMatch(/^(?:\d{4}-\d\d-\d\d)?$/);
    }
    expect(column('Date de la source').every((cell) => /^(?:\d{4}(?:-\d\d){0,2})?$/.test(cell))).toBe(true);
    expect(column('Ajouté le').find((cell) => cell !== '')).toMatch(/^2026-11-24T10:\d\d:12\+01:00$/);
    const providers = column('Fournisseur').filter((cell) => cell !== '');
    expect(providers).toEqual(providers.toSorted(new Intl.Collator('fr').compare));
  });
});
