import { afterAll, describe, expect, it } from 'vitest';

import type { Dossier } from '../../domain/dossier/dossier.ts';
import { exportDossier, type ExportFormat } from '../../domain/dossier/export/formats.ts';
import { reportOn } from '../../domain/dossier/export/report.ts';
import { createWording } from '../../domain/wording/wording.ts';
import { HOSTILE_TEXTS } from '../domain/dossier/export/arbitrary-dossier.ts';
import { recordedDossier } from '../domain/dossier/export/recorded-dossier.ts';
import { messagesOf } from '../messages-of.ts';
import { LibreOffice, missingOffice } from './libre-office.ts';

const AT = '2026-11-25T18:05:00+01:00';
const FORMATS = ['odt', 'ods', 'xlsx', 'csv'] as const satisfies ExportFormat[];
const MISSING = missingOffice();
const SMALL = recordedDossier(['ovhcloud', 'aws', 'cloudwatt', 'numspot', 'scaleway'], 'secnumcloud-19-6');
const TWENTY = recordedDossier(
  'aws bleu cloud-temple cloudwatt exoscale google-cloud google-workspace hetzner ibm-cloud infomaniak microsoft-365 microsoft-azure numergy numspot o2switch oodrive oracle-cloud outscale ovhcloud scaleway'.split(
    ' ',
  ),
  'rgpd-chapitre-5',
);

/** What a spreadsheet shows of what it could not calculate. */
const CALCULATED = /#(?:NAME|NOM|REF|VALUE|VALEUR|DIV)|Err:\d/;

/** As both sides of a comparison are read: where a line was broken, and by which blank, says nothing. */
const unbroken = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

if (MISSING !== null) {
  // Where nobody would notice that they were skipped, they fail.
  if (process.env['CI'] !== undefined) throw new Error(`the exports cannot be opened: ${MISSING}`);
  console.warn(`The exports are not opened: ${MISSING}.`);
}

describe.skipIf(MISSING !== null)(`LibreOffice${MISSING === null ? '' : ` (skipped: ${MISSING})`}`, () => {
  const office = new LibreOffice();
  afterAll(() => office.close());

  const print = async (dossier: Dossier, format: ExportFormat, language: 'fr' | 'en') => {
    const wording = createWording(messagesOf(language));
    const file = await exportDossier(dossier, format, { wording, at: AT });
    return { ...office.print(file), report: reportOn(dossier, { wording, at: AT }) };
  };

  it.each(
    FORMATS.flatMap((format) => [
      [format, 'fr', 'five entries', SMALL] as const,
      [format, 'fr', 'twenty entries', TWENTY] as const,
      [format, 'en', 'five entries', SMALL] as const,
    ]),
  )('prints the %s, in %s, of a dossier of %s, with every source', async (format, language, _, dossier) => {
    const { text, pages, title, report } = await print(dossier, format, language);
    const printed = unbroken(text);
    expect(pages).toBeGreaterThan(3);
    expect(report.references.length).toBeGreaterThan(60);
    const said = [
      ...report.references.flatMap(({ publisher, title, url }) => [publisher, title, url]),
      ...report.cover.flatMap(({ label, text }) => [label, text]),
      ...report.scope,
      ...report.entries.map(({ provider }) => provider),
    ];
    expect(said.filter((words) => !printed.includes(unbroken(words)))).toEqual([]);
    expect(CALCULATED.exec(text)).toBeNull();
    expect(text.includes('###')).toBe(false);
    if (format !== 'csv') expect(title).toBe(report.name);
  });

  it('gives each date as a reader of the country writes it, and in the data as ISO 8601 does', async () => {
    const [checked] = reportOn(SMALL, { wording: createWording(messagesOf('fr')), at: AT }).references;
    const day = checked?.checkedOn ?? '';
    const written = day.split('-').toReversed().join('/');
    for (const format of ['odt', 'ods', 'xlsx'] as const) {
      expect((await print(SMALL, format, 'fr')).text.includes(written)).toBe(true);
    }
  });

  it.each(FORMATS)(
    'opens the %s of a dossier whose texts are meant to break it, and calculates nothing',
    async (format) => {
      const [first] = SMALL.entries;
      if (first === undefined) throw new Error('no entry');
      const dossier: Dossier = {
        ...SMALL,
        name: '=1+41 <b> ]]> \u0000 x',
        entries: HOSTILE_TEXTS.map((text, index) => ({
          ...first,
          id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
          note: `${text}\n=40+2`,
          page: { title: text.slice(0, 2000), url: 'https://marches.example.org/avis' },
        })),
      };
      const { text, report } = await print(dossier, format, 'fr');
      const printed = unbroken(text);
      const said = ['=1+41 <b> ]]> x', '=40+2', ...report.references.map(({ title }) => title)];
      expect(said.filter((words) => !printed.includes(unbroken(words)))).toEqual([]);
      expect(/^42$/m.exec(text)).toBeNull();
      expect(CALCULATED.exec(text)).toBeNull();
    },
  );
});
