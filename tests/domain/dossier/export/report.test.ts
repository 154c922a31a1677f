import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Dossier } from '../../../../domain/dossier/dossier.ts';
import { dataTable } from '../../../../domain/dossier/export/data-table.ts';
import { documentOf } from '../../../../domain/dossier/export/document.ts';
import { writeMarkdown } from '../../../../domain/dossier/export/markdown.ts';
import { reportOn } from '../../../../domain/dossier/export/report.ts';
import { workbookOf } from '../../../../domain/dossier/export/workbook.ts';
import { preferenceIn } from '../../../../domain/wording/judgement.ts';
import { createWording, type FactLanguage } from '../../../../domain/wording/wording.ts';
import { messagesOf } from '../../../messages-of.ts';
import { BRUME, NIMBE, nimbeOnceIt } from '../../../components/sample-assessment.ts';
import { arbitraryDossier } from './arbitrary-dossier.ts';
import { PROVIDERS, recordedDossier } from './recorded-dossier.ts';

const AT = '2026-11-25T18:05:00+01:00';
const inFrench = createWording(messagesOf('fr'));
const inEnglish = createWording(messagesOf('en'));
const reported = (dossier: Dossier, wording = inFrench) => reportOn(dossier, { wording, at: AT });
const RECORDED = recordedDossier(['scaleway', 'aws', 'numspot'], 'donnees-de-sante');
const [SAMPLE] = RECORDED.entries;
if (SAMPLE === undefined) throw new Error('no entry');
const { checklist: CHECKLIST, page: _, ...BARE } = SAMPLE;

describe('a report', () => {
  it('has a head with the same labels for every dossier', () => {
    expect(reported(RECORDED).cover).toEqual([
      { label: 'Référence de la consultation', text: '26-104512' },
      { label: 'Acheteur', text: 'Communauté de communes du Val d’Exemple' },
      { label: 'Catégorie d’acheteur', text: 'Collectivité' },
      { label: 'Texte de référence', text: 'Données de santé (HDS)' },
      { label: 'Fournisseurs et offres', text: '3' },
      { label: 'Registre Ancrage', text: expect.stringMatching(/^version \d+ du \d\d\/\d\d\/\d{4}$/) as string },
      { label: 'Dossier modifié le', text: '24/11/2026 16:42 (UTC+01:00)' },
      { label: 'Document établi le', text: '25/11/2026 18:05 (UTC+01:00)' },
    ]);
    const bare = reported({ ...RECORDED, reference: ' ', buyer: '', requirementSet: null, entries: [] });
    expect(bare.cover.map(({ label }) => label)).toEqual(reported(RECORDED).cover.map(({ label }) => label));
    expect(bare.cover.map(({ text }) => text)).toEqual(expect.arrayContaining(['non renseigné', 'aucun', '0']));
  });

  it('names every version of the registry that its facts come from', () => {
    const entries = [
      { ...BARE, registry: { version: 12, date: '2026-11-20' } },
      { ...BARE, registry: { version: 9, date: '2026-10-02' } },
    ];
    const { cover } = reported({ ...RECORDED, entries });
    expect(cover.find(({ label }) => label === 'Registre Ancrage')?.text).toBe(
      'version 9 du 02/10/2026, version 12 du 20/11/2026',
    );
  });

  it('has its entries in alphabetical order, whatever their facts', () => {
    const titles = reported(RECORDED).entries.map(({ title }) => title);
    expect(titles).toEqual(['Amazon Web Services', 'NumSpot', 'Scaleway']);
  });

  it('names the offering where an entry is about one alone', () => {
    const [entry] = reported({ ...RECORDED, entries: [{ ...BARE, offering: { id: 'x', name: 'Offre X' } }] }).entries;
    expect(entry?.title).toBe('Scaleway · Offre X');
  });

  it('says each silence in words, and what they mean', () => {
    const report = reported({ ...RECORDED, entries: [{ ...BARE, assessment: BRUME }] });
    expect(report.entries[0]?.axes.map(({ state }) => state)).toEqual(['Inconnu', 'Contesté', 'Sans objet']);
    expect(report.silences.map(({ label }) => label)).toEqual([
      'Inconnu',
      'Non examiné',
      'Sans objet',
      'Contesté',
      'Date à vérifier',
    ]);
  });

  it('says what became of a provider, and what happened to it', () => {
    const assessment = nimbeOnceIt('closed', { on: '2020-02-01', successor: 'Aube' });
    const [entry] = reported({ ...RECORDED, entries: [{ ...BARE, assessment }] }).entries;
    expect(entry?.status).toMatchObject({ about: 'Statut', text: 'Fermé le 01/02/2020 · suite\u00a0: Aube' });
    expect(entry?.status?.references).toEqual([1]);
    expect(entry?.events.map(({ about }) => about)).toEqual(['31/05/2024', '2019']);
  });

  it('numbers each document once, as a reader meets them', () => {
    const report = reported({ ...RECORDED, entries: [{ ...BARE, assessment: NIMBE }] });
    expect(report.references.map(({ number, publisher }) => [number, publisher])).toEqual([
      [1, 'Nimbe'],
      [2, 'ANSSI'],
      [3, 'U.S. Code'],
    ]);
    expect(report.entries[0]?.axes.map(({ references }) => references)).toEqual([[1, 2], [3], [2]]);
    expect(report.references[1]).toMatchObject({
      marks: ['source du 15/09/2026', 'vérifié le 02/10/2026', 'registre officiel'],
      quotes: ['Nimbe Machines, jusqu’au 30/11/2028'],
    });
  });

  it('answers each requirement for each entry, and says where an entry was not held against it', () => {
    if (CHECKLIST === undefined) throw new Error('no checklist');
    const report = reported({
      ...RECORDED,
      entries: [
        { ...BARE, checklist: CHECKLIST },
        { ...BARE, assessment: NIMBE },
      ],
    });
    expect(report.requirements.map(({ name, asked }) => [name, asked.map(({ code }) => code)])).toEqual([
      ['Données de santé (HDS)', ['E1', 'E2', 'E3']],
    ]);
    const [nimbe, scaleway] = report.entries;
    expect(nimbe?.answers).toEqual([[null, null, null]]);
    expect(scaleway?.answers[0]?.map((answer) => answer?.state)).toEqual(
      CHECKLIST.rows.map(({ answer }) => ({ met: 'Rempli', 'not-met': 'Non rempli', unknown: 'Non établi' })[answer]),
    );
    expect(writeMarkdown(documentOf(report, inFrench))).toContain('non confronté');
  });

  it('asks twice what was worded twice', () => {
    if (CHECKLIST === undefined) throw new Error('no checklist');
    const [first, ...others] = CHECKLIST.rows;
    if (first === undefined) throw new Error('no row');
    const reworded = { ...CHECKLIST, rows: [{ ...first, text: { fr: 'Autrement', en: 'Otherwise' } }, ...others] };
    const entries = [
      { ...BARE, checklist: CHECKLIST },
      { ...BARE, checklist: reworded },
    ];
    const report = reported({ ...RECORDED, entries });
    expect(report.requirements[0]?.asked.map(({ code }) => code)).toEqual(['E1', 'E2', 'E3', 'E4']);
    expect(report.entries.map(({ answers }) => answers[0]?.map((answer) => answer === null))).toEqual([
      [false, false, false, true],
      [true, false, false, false],
    ]);
  });

  it('holds no text that breaks a line, turns its direction, or that XML cannot hold', () => {
    fc.assert(
      fc.property(arbitraryDossier, (dossier) => {
        const report = reported(dossier);
        // The receipts are still as they were: their texts stand in the references.
        const requirements = report.requirements.map((table) => ({ ...table, receipts: [] }));
        for (const text of textsIn({ ...report, requirements })) {
          // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
          expect(text).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (part === null || typeof part !== 'object') return [];
  return Object.values(part).flatMap(textsIn);
}

describe('the guard of neutral wording', () => {
  it.each([
    ['fr', 'Nous recommandons Nimbe', 'recommandons'],
    ['fr', 'À privilégier : les offres européennes', 'privilégier'],
    ['fr', 'Un meilleur choix', 'meilleur'],
    ['fr', 'Le classement des offres', 'classement'],
    ['fr', 'Fournisseur à écarter', 'à écarter'],
    ['fr', 'Une préférence européenne', 'préférence européenne'],
    ['en', 'We recommend Nimbe', 'recommend'],
    ['en', 'Prefer a European provider', 'Prefer'],
    ['en', 'The best offering', 'best'],
    ['en', 'A dubious provider', 'dubious'],
  ] as const)('finds in %s: %s', (language, text, word) => {
    expect(preferenceIn(text, language)).toBe(word);
  });

  it.each([
    ['fr', 'SecNumCloud en vigueur jusqu’au 01/12/2026. Société mère ultime : Amazon.com, Inc. (États-Unis).'],
    ['fr', 'Le client choisit une zone\u00a0: Union européenne, États-Unis ou sans préférence.'],
    ['en', 'Ultimate parent: Amazon.com, Inc. (United States).'],
  ] as const)('lets facts be, in %s', (language, text) => {
    expect(preferenceIn(text, language)).toBeNull();
  });

  it.each([
    ['fr', inFrench],
    ['en', inEnglish],
  ] as [FactLanguage, typeof inFrench][])(
    'finds nothing in %s in what is written of every provider on record',
    (language, wording) => {
      const dossier = recordedDossier(PROVIDERS, 'cadre-ue-seal-2');
      // The titles and the quotations of documents are others' words.
      const report = { ...reported(dossier, wording), references: [] };
      const document = writeMarkdown(documentOf(report, wording));
      const cells = [dataTable(report, wording), workbookOf(report, wording).sheets];
      const found = [document, ...textsIn(cells)].flatMap((text) => preferenceIn(text, language) ?? []);
      expect(found).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['fr', inFrench, ['article L3', 'article R2111-7', 'L’origine d’un candidat n’est pas un critère licite']],
    ['en', inEnglish, ['article L3', 'article R2111-7', 'The origin of a candidate is not a lawful criterion']],
  ] as const)(
    'stands beside what every format says of origin, of order and of being named, in %s',
    (_, wording, said) => {
      const report = reported(RECORDED, wording);
      const document = writeMarkdown(documentOf(report, wording)).replaceAll('\\', '');
      const data = dataTable(report, wording).flat().join('\n');
      const workbook = textsIn(workbookOf(report, wording).sheets[0]).join('\n');
      for (const words of [...said, ...report.scope]) {
        for (const text of [document, data, workbook]) expect(text).toContain(words);
      }
      expect(report.scope).toContain(wording.t('citation_mentioned'));
    },
  );
});
