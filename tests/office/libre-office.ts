import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import type { ExportedFile } from '../../domain/dossier/export/formats.ts';

/** What LibreOffice would ask a person when it opens CSV: `;` between cells, `"` around them, UTF-8, from the first line. */
const CSV_FILTER = 'Text - txt - csv (StarCalc):59,34,76,1';
const MAC_OFFICE = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
const OFFICE = !existsSync(MAC_OFFICE) ? 'soffice' : MAC_OFFICE;

/** What is missing to open the exports, and what to install; null where nothing is. */
export function missingOffice(): string | null {
  const missing = [
    ...(runs(OFFICE, '--version') ? [] : ['LibreOffice']),
    ...(runs('pdftotext', '-v') ? [] : ['poppler-utils']),
  ];
  if (missing.length === 0) return null;
  return `no ${missing.join(', no ')}: install libreoffice-calc-nogui, libreoffice-writer-nogui and poppler-utils`;
}

function runs(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface Printed {
  /** The text in the order in which it was drawn: cell by cell, paragraph by paragraph. */
  text: string;
  pages: number;
  title: string;
}

/** A LibreOffice of the tests' own, which shares no profile with another. */
export class LibreOffice {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ancrage-office-'));

  /** In: a file. Out: what LibreOffice prints of it. Throws where it prints nothing. */
  print({ name, bytes }: Pick<ExportedFile, 'name' | 'bytes'>): Printed {
    const folder = mkdtempSync(join(this.#folder, 'file-'));
    const extension = name.split('.').at(-1) ?? '';
    const path = join(folder, `export.${extension}`);
    writeFileSync(path, bytes);
    const pdf = this.#convert(extension === 'csv' ? this.#withReadableColumns(path) : path, 'pdf');
    const text = join(folder, 'export.txt');
    execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, text]);
    const information = execFileSync('pdfinfo', ['-enc', 'UTF-8', pdf], { encoding: 'utf8' });
    return {
      text: readFileSync(text, 'utf8'),
      pages: Number(/^Pages:\s+(\d+)/m.exec(information)?.[1] ?? 0),
      title: /^Title:\s+(.*)$/m.exec(information)?.[1] ?? '',
    };
  }

  /**
   * CSV says nothing of columns, and what is wider than one does not print: what LibreOffice read is saved as its own,
   * with wide columns and text that wraps, as somebody who prints it would have it.
   */
  #withReadableColumns(csv: string): string {
    const read = this.#convert(csv, 'ods', `--infilter=${CSV_FILTER}`);
    const parts = unzipSync(readFileSync(read));
    const edit = (path: string, change: (xml: string) => string) => {
      const part = parts[path];
      if (part === undefined) throw new Error(`no ${path} in what LibreOffice saved`);
      parts[path] = strToU8(change(strFromU8(part)));
    };
    edit('content.xml', (xml) =>
      xml
        .replaceAll(/style:column-width="[^"]*"/g, 'style:column-width="16cm"')
        .replaceAll(/<table:table-row table:style-name="[^"]*"/g, '<table:table-row'),
    );
    edit('styles.xml', (xml) =>
      xml.replace(
        '<style:style style:name="Default" style:family="table-cell"/>',
        '<style:style style:name="Default" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>',
      ),
    );
    const path = csv.replace(/\.csv$/, '-read.ods');
    writeFileSync(path, zipSync(parts));
    return path;
  }

  /** Out: the path of what it made of the file, in a folder beside it. */
  #convert(path: string, to: 'pdf' | 'ods', ...options: string[]): string {
    const out = `${path}.${to}.out`;
    mkdirSync(out);
    execFileSync(
      OFFICE,
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(this.#folder, 'profile')).href}`,
        ...options,
        '--convert-to',
        to,
        '--outdir',
        out,
        path,
      ],
      { stdio: 'pipe', timeout: 110_000 },
    );
    const [made] = readdirSync(out);
    if (made === undefined) throw new Error(`LibreOffice could not open ${basename(path)}`);
    return join(out, made);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
