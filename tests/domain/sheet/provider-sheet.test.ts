import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { abridge } from '../../../domain/registry/abridging.ts';
import { RegistrySchema } from '../../../domain/registry/registry.ts';
import { describeProvider, type ProviderSheet } from '../../../domain/sheet/provider-sheet.ts';
import { extractProvider } from '../../../domain/sheet/registry-extract.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { messagesOf } from '../../messages-of.ts';
import {
  contested,
  DAY,
  known,
  offering,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

const { say } = createWording(messagesOf('fr'));
const sheetOf = (changes: Parameters<typeof provider>[0], day = DAY) => {
  const nimbe = provider(changes);
  return describeProvider(nimbe, day, registryOf(nimbe));
};
const identityOf = (sheet: ProviderSheet) =>
  Object.fromEntries(sheet.identity.map(({ label, line }) => [label, line.phrases.map(say)]));

describe('who a provider is', () => {
  it('is told in full where it is known', () => {
    const sheet = sheetOf({
      legalEntity: known({ name: 'Nimbe SAS', country: 'FR', siren: '433115904', lei: '969500XXXXXXXXXXXX00' }),
      headOffice: known({ country: 'FR', city: 'Paris' }),
      ultimateParent: known({
        name: 'Nimbe Group, Inc.',
        country: 'US',
        chain: [
          { name: 'Nimbe Holding', country: 'FR', share: 66.5 },
          { name: 'Nimbe Fonds', share: 90 },
          { name: 'Nimbe Trust', country: 'GB' },
          { name: 'Nimbe Group, Inc.', country: 'US' },
        ],
      }),
      technologyLicensor: known({ name: 'Other Inc.', country: 'US' }),
    });
    expect(identityOf(sheet)).toEqual({
      sheet_legalEntity: ['Nimbe SAS (France)', 'SIREN 433\u00a0115\u00a0904', 'LEI 969500XXXXXXXXXXXX00'],
      sheet_headOffice: ['Paris (France)'],
      sheet_ultimateParent: [
        'Nimbe Group, Inc. (États-Unis)',
        'Chaîne de détention\u00a0: Nimbe Holding (France), 66,5\u00a0%',
        'Chaîne de détention\u00a0: Nimbe Fonds, 90\u00a0%',
        'Chaîne de détention\u00a0: Nimbe Trust (Royaume-Uni)',
      ],
      sheet_technologyLicensor: ['Other Inc. (États-Unis)'],
    });
  });

  it('is a silence of its own kind where it is not', () => {
    const sheet = sheetOf({ headOffice: unknown('2026-09-15') });
    expect(identityOf(sheet)).toMatchObject({
      sheet_legalEntity: ['Non examiné'],
      sheet_headOffice: ['Inconnu', 'Recherché le 15/09/2026, rien trouvé.'],
    });
    expect(sheet.identity.every(({ line }) => line.provenance === undefined)).toBe(true);
  });
});

describe('a qualification on the sheet', () => {
  it.each([
    ['in force', { state: 'qualified', until: '2028-01-01' }, ['Accordée', 'Jusqu’au 01/01/2028']],
    ['on its last day', { state: 'qualified', until: DAY }, ['Accordée', 'Jusqu’au 23/11/2026']],
    [
      'the day after',
      { state: 'qualified', until: '2026-11-22' },
      ['Échue le 22/11/2026\u00a0: renouvellement à vérifier'],
    ],
    [
      'a step',
      { state: 'in-progress', step: 'J1' },
      ['En cours, étape J1\u00a0: une étape n’est pas une qualification'],
    ],
    ['looked for in vain', { state: 'absent', listOf: '2026-09-15' }, ['Aucune trouvée', 'Liste du 15/09/2026']],
    ['not granted', { state: 'refused' }, ['Non accordée']],
  ] as const)('is said: %s', (_, value, said) => {
    const sheet = sheetOf({ offerings: [offering({ qualifications: [known({ scheme: 'secnumcloud', ...value })] })] });
    expect(sheet.qualifications[0]?.line.phrases.map(say)).toEqual(said);
  });
});

describe('the laws that can reach a provider', () => {
  it('are told each with its link, its strength, its text and the receipts of both', () => {
    const sheet = sheetOf({
      exposures: contested([
        { law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' },
        { country: 'CH', basis: 'subsidiary', strength: 'indirect' },
      ]),
    });
    expect(sheet.exposures.map(({ link, strength, law }) => [say(link), say(strength), law?.text.fr])).toEqual([
      ['US Act, par la société mère', 'États-Unis, lien direct', 'Permet une demande.'],
      ['Suisse, par une société du groupe', 'Suisse, lien indirect', undefined],
    ]);
    const titles = (numbers: number[]) =>
      numbers.map((number) => sheet.receipts.find((one) => one.number === number)?.receipt.title);
    expect(titles(sheet.exposures[0]?.receipts ?? [])).toEqual(
      expect.arrayContaining(['Document press', 'Document reply', 'Document us-act']),
    );
  });
});

describe('the receipts of a sheet', () => {
  it('are one for a document, and say who says so only where every fact agrees', () => {
    const sheet = sheetOf({
      headOffice: known({ country: 'FR' }, 'register', 'own-page'),
      legalEntity: { ...known({ name: 'Nimbe SAS' }, 'own-page'), provenance: 'provider-statement' },
    });
    expect(sheet.receipts.map(({ number, receipt }) => [number, receipt.title, receipt.provenance])).toEqual([
      [1, 'Document own-page', undefined],
      [2, 'Document register', 'official-register'],
    ]);
  });

  it('are two where the document was checked on two days', () => {
    const checked = (checkedOn: string) => ({
      ...known({ country: 'FR' }),
      sources: [{ source: 'register', checkedOn }],
    });
    const sheet = sheetOf({
      headOffice: checked('2026-01-01'),
      offerings: [offering({ qualifications: [qualified()] })],
    });
    expect(sheet.receipts.map(({ receipt }) => [receipt.title, receipt.checkedOn])).toContainEqual([
      'Document register',
      '2026-01-01',
    ]);
  });
});

describe('the sheets of the registry', () => {
  const registry = abridge(readProjectRegistry().registry);
  const ids = Object.keys(registry.providers);

  it('are the same from an extract as from the whole registry, and every extract is a registry', () => {
    for (const id of ids) {
      const extract = v.parse(RegistrySchema, extractProvider(registry, id));
      const whole = describeProvider(registry.providers[id]!, DAY, registry);
      expect(describeProvider(extract.providers[id]!, DAY, extract)).toEqual(whole);
    }
  });

  it('leave no number without its receipt, and no receipt without a number that leads to it', () => {
    for (const id of ids) {
      const sheet = describeProvider(registry.providers[id]!, DAY, registry);
      const numbers = sheet.receipts.map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, place) => place + 1));
      const cited = new Set(
        [
          ...sheet.identity.map(({ line }) => line.receipts),
          ...sheet.qualifications.map(({ line }) => line.receipts),
          ...sheet.offerings.flatMap(({ places }) => Object.values(places).map((line) => line.receipts)),
          ...sheet.exposures.map(({ receipts }) => receipts),
          ...sheet.timeline.map(({ receipts }) => receipts),
          ...Object.values(sheet.axisReceipts),
          sheet.statusReceipts,
        ].flat(),
      );
      expect([...cited].sort((a, b) => a - b)).toEqual(numbers);
    }
  });

  it('hold no more than the provider needs', () => {
    const extract = extractProvider(registry, 'scaleway');
    expect(Object.keys(extract?.providers ?? {})).toEqual(['scaleway']);
    expect(Object.keys(extract?.sources ?? {}).length).toBeLessThan(Object.keys(registry.sources).length / 2);
    expect(extractProvider(registry, 'nobody')).toBeNull();
  });
});
