import { describe, expect, it } from 'vitest';

import { Receipt } from '../../components/Receipt.tsx';
import type { Receipt as ReceiptData } from '../../domain/assessment/assessment.ts';
import { PROVENANCES } from '../../domain/registry/fact.ts';
import { textOf, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render, type Language } from './render.tsx';
import { LAW_RECEIPT, PROVIDER_RECEIPT, REGISTER_RECEIPT } from './sample-assessment.ts';

const draw = (language: Language, receipt: ReceiptData) =>
  render(
    language,
    <ul>
      <Receipt receipt={receipt} />
    </ul>,
  ).container;

const linksOf = (container: HTMLElement) => all<HTMLAnchorElement>(container, 'a');

describe('a receipt', () => {
  it.each<[Language, string, ReceiptData, string]>([
    [
      'fr',
      'an official list',
      REGISTER_RECEIPT,
      'Nimbe Machines, jusqu’au 30/11/2028 ANSSI, Liste des prestataires qualifiés (nouvel onglet) ' +
        'source du 15/09/2026 · vérifié le 02/10/2026 · registre officiel · lu par une transcription publique (nouvel onglet)',
    ],
    [
      'en',
      'an official list',
      REGISTER_RECEIPT,
      'Nimbe Machines, jusqu’au 30/11/2028 ANSSI, Liste des prestataires qualifiés (new tab) ' +
        'source of 15/09/2026 · checked on 02/10/2026 · official register · read through a public transcription (new tab)',
    ],
    [
      'fr',
      'the provider',
      PROVIDER_RECEIPT,
      'Nimbe, Where your data is (nouvel onglet) source sans date · vérifié le 03/10/2026 · selon le fournisseur',
    ],
    [
      'en',
      'the provider',
      PROVIDER_RECEIPT,
      'Nimbe, Where your data is (new tab) undated source · checked on 03/10/2026 · according to the provider',
    ],
    [
      'fr',
      'a law, which speaks for itself',
      LAW_RECEIPT,
      'U.S. Code, 18 U.S.C. § 2713 (nouvel onglet) source de 03/2018 · vérifié le 04/10/2026',
    ],
    [
      'en',
      'a law, which speaks for itself',
      LAW_RECEIPT,
      'U.S. Code, 18 U.S.C. § 2713 (new tab) source of 03/2018 · checked on 04/10/2026',
    ],
  ])('gives publisher, title, dates and who says so (%s, %s)', (language, _, receipt, words) => {
    expect(textOf(draw(language, receipt))).toBe(words);
  });

  it.each<[Language, Record<(typeof PROVENANCES)[number], string>]>([
    [
      'fr',
      {
        'official-register': 'registre officiel',
        'law-or-court': 'loi ou juridiction',
        'provider-statement': 'selon le fournisseur',
        press: 'presse',
        research: 'recherche publiée',
      },
    ],
    [
      'en',
      {
        'official-register': 'official register',
        'law-or-court': 'law or court',
        'provider-statement': 'according to the provider',
        press: 'press',
        research: 'published research',
      },
    ],
  ])('names each provenance in words (%s)', (language, words) => {
    for (const provenance of PROVENANCES) {
      const { container, cleanup } = render(language, <Receipt receipt={{ ...PROVIDER_RECEIPT, provenance }} />);
      expect(textOf(one(container, '.receipt-marks')).split(' · ').at(-1)).toBe(words[provenance]);
      cleanup();
    }
  });

  it.each<[Language, string, string]>([
    ['fr', '2020-06-30', 'source du 30/06/2020'],
    ['fr', '2020-06', 'source de 06/2020'],
    ['fr', '2018', 'source de 2018'],
    ['en', '2020-06-30', 'source of 30/06/2020'],
    ['en', '2020-06', 'source of 06/2020'],
    ['en', '2018', 'source of 2018'],
  ])('keeps the precision of the source: a year stays a year (%s, %s)', (language, date, mark) => {
    const marks = textOf(one(draw(language, { ...LAW_RECEIPT, date }), '.receipt-marks'));
    expect(marks.split(' · ')[0]).toBe(mark);
  });

  it('leads to the document, and to the copy that was read', () => {
    const links = linksOf(draw('fr', REGISTER_RECEIPT));
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      REGISTER_RECEIPT.url,
      REGISTER_RECEIPT.readThrough,
    ]);
  });

  it('has no second link where the document itself was read', () => {
    const container = draw('fr', PROVIDER_RECEIPT);
    expect(linksOf(container).map((link) => link.getAttribute('href'))).toEqual([PROVIDER_RECEIPT.url]);
    expect(textOf(container)).not.toContain('transcription');
  });

  it.each<[Language, string]>([
    ['fr', '(nouvel onglet)'],
    ['en', '(new tab)'],
  ])('opens its links in a new tab, says so, and tells the site nothing of the page (%s)', (language, notice) => {
    const links = linksOf(draw(language, REGISTER_RECEIPT));
    expect(links).toHaveLength(2);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
      expect(textOf(link).endsWith(` ${notice}`)).toBe(true);
    }
  });

  it('marks a quotation as one, and has none where nothing is quoted', () => {
    expect(textOf(one(draw('fr', REGISTER_RECEIPT), 'q'))).toBe(REGISTER_RECEIPT.quote);
    expect(all(draw('fr', PROVIDER_RECEIPT), 'q')).toEqual([]);
  });

  it('shows markup in a title as text', () => {
    const container = draw('fr', { ...PROVIDER_RECEIPT, title: '<img src=x onerror=alert(1)>' });
    expect(all(container, 'img')).toEqual([]);
    expect(textOf(container)).toContain('<img src=x onerror=alert(1)>');
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each([REGISTER_RECEIPT, PROVIDER_RECEIPT, LAW_RECEIPT])('is accessible: $title', async (receipt) => {
      expect(await violationsIn(draw(language, receipt))).toEqual([]);
    });

    it.each(PROVENANCES)('gives no verdict and names no colour: %s', (provenance) => {
      expect(verdictsIn(draw(language, { ...REGISTER_RECEIPT, provenance }))).toEqual([]);
    });
  });
});
