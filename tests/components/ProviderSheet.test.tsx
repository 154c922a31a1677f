import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { ProviderSheet } from '../../components/ProviderSheet.tsx';
import { describeProvider, type ProviderSheet as Sheet } from '../../domain/sheet/provider-sheet.ts';
import { phrase } from '../../domain/wording/phrase.ts';
import { DAY, registryOf } from '../domain/assessment/sample-registry.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { REGISTRY } from './sample-assessment.ts';
import { EMPTY, EUROPE, FULL, GROUP, MEMBER, sheetOf } from './sample-sheet.ts';

interface Given {
  sheet?: Sheet;
  reportAddress?: string | null;
  onCite?: (axes: readonly string[]) => void;
  onPrint?: () => void;
  onCopyReport?: () => void;
  notice?: string;
  checklist?: ComponentProps<typeof ProviderSheet>['checklist'];
  choice?: string;
}

function draw(language: Language, { sheet = sheetOf(FULL), ...given }: Given = {}): HTMLElement {
  return render(
    language,
    <ProviderSheet
      sheet={sheet}
      registry={REGISTRY}
      day={DAY}
      europe={EUROPE}
      report={{ title: 'Erreur', body: 'Fiche Nimbe.' }}
      reportAddress={null}
      notice=""
      sheetAddress={(id) => `/provider.html?id=${id}`}
      onCite={() => undefined}
      onPrint={() => undefined}
      onCopyReport={() => undefined}
      {...given}
    />,
  ).container;
}

describe('the full sheet', () => {
  it('has one title, and a part for each thing that the registry holds', () => {
    const container = draw('fr');
    expect(all(container, 'h1').map(textOf)).toEqual(['Nimbe']);
    expect(all(container, 'h2').map(textOf)).toEqual([
      'Données (jusqu’en 2025)',
      'Droit (jusqu’en 2025)',
      'Qualification (jusqu’en 2025)',
      'Offres',
      'Chronologie',
      'Noms reconnus sur les pages',
      '8 sources',
      'Signaler une erreur',
    ]);
  });

  it('says in its head who the provider is, what became of it, and how fresh the data are', () => {
    const head = textOf(one(draw('fr'), '.sheet-head'));
    for (const words of ['Registre 42 · 20/11/2026', 'lu le 23/11/2026', 'Absorbé en 2025', 'SIREN 433 115 904']) {
      expect(head).toContain(words);
    }
  });

  it('gives the badge in full: three axes by name, in their order, each with its statement', () => {
    const badge = one(draw('fr'), '.badge[data-size="header"]');
    expect(all(badge, 'dt').map(textOf)).toEqual(['Données', 'Droit', 'Qualification']);
    expect(all(badge, '.glyph')).toHaveLength(3);
  });

  it('leads from every number to a receipt, and each receipt to its document', () => {
    const container = draw('fr');
    const references = all<HTMLAnchorElement>(container, '.source-refs a');
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const receipt = one(container, reference.getAttribute('href') ?? '');
      expect(one(receipt, 'a').getAttribute('href')).toMatch(/^https:/);
      expect(reference.getAttribute('aria-label')).toBe(`Source ${reference.textContent}`);
    }
  });

  it('lists every offering, those not yet on sale and their silences too', () => {
    const rows = all(one(draw('fr'), '#offerings'), 'tbody tr').map(textOf);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('Au choix du client');
    expect(rows[1]).toContain('jusqu’en 2030');
    expect(rows[2]).toContain('annoncée');
    expect(rows[2]?.match(/Non examiné/g)).toHaveLength(4);
  });

  it('says so where there is nothing: no offering, no event, no map', () => {
    const container = draw('fr', { sheet: sheetOf(EMPTY) });
    expect(textOf(one(container, '#offerings'))).toContain('Aucune offre');
    expect(textOf(one(container, '#timeline'))).toContain('Aucun événement');
    expect(all(container, '.map')).toEqual([]);
  });

  it('leads to the other records of the group, each with its badge', () => {
    const link = one(draw('fr', { sheet: sheetOf(GROUP, MEMBER) }), '.sheet-related a');
    expect(link.getAttribute('href')).toBe('/provider.html?id=nimbe');
    const back = draw('fr', { sheet: describeProvider(MEMBER, DAY, registryOf(GROUP, MEMBER)) });
    expect(one(back, '.sheet-related a').textContent).toBe('Nimbe Group');
    expect(all(back, '.sheet-related .badge[data-size="inline"] dd')).toHaveLength(3);
  });

  it('cites everything or one axis, prints, and copies the report', () => {
    const onCite = vi.fn<(axes: readonly string[]) => void>();
    const onPrint = vi.fn<() => void>();
    const onCopyReport = vi.fn<() => void>();
    const container = draw('fr', { onCite, onPrint, onCopyReport });
    const [citeAll, print] = all<HTMLButtonElement>(container, '.sheet-head .sheet-actions button');
    press(citeAll!);
    press(one(container, '#law .text-button'));
    press(print!);
    press(one(container, '#report button'));
    expect(onCite.mock.calls).toEqual([[['location', 'law', 'qualification']], [['law']]]);
    expect(onPrint).toHaveBeenCalledOnce();
    expect(onCopyReport).toHaveBeenCalledOnce();
  });

  it.each([
    [null, undefined, 'Copiez ce texte'],
    ['mailto:a@example.org?subject=x', 'Écrire un courriel (nouvel onglet)', 'Rien n’est envoyé sans vous'],
    ['https://example.org/new', 'Ouvrir le formulaire (nouvel onglet)', 'Rien n’est envoyé sans vous'],
  ])('sends nothing by itself: %s', (reportAddress, words, promise) => {
    const form = one(draw('fr', { reportAddress }), '#report');
    const link = all<HTMLAnchorElement>(form, 'a')[0];
    expect(link?.getAttribute('href') ?? null).toBe(reportAddress);
    expect(link === undefined ? undefined : textOf(link)).toBe(words);
    expect(textOf(form)).toContain(promise);
    expect(all(form, 'form, input')).toEqual([]);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each([
      ['everything', sheetOf(FULL)],
      ['nothing', sheetOf(EMPTY)],
      ['a group', sheetOf(GROUP, MEMBER)],
    ])('is accessible and gives no verdict: %s', async (_, sheet) => {
      const container = draw(language, { sheet, notice: 'Citation copiée.' });
      unfold(container);
      expect(await violationsIn(container)).toEqual([]);
      expect(verdictsIn(container)).toEqual([]);
    });
  });
});

describe('a sheet under a requirement set', () => {
  const checklist = {
    set: 'rgpd',
    name: { fr: 'RGPD', en: 'GDPR' },
    applicability: phrase('plain'),
    scope: { fr: 'Tout traitement.', en: 'Any processing.' },
    receipts: [],
    axes: ['location' as const],
    rows: [],
  };

  it('has the choice and the checklist, in a part of its own, and neither without', () => {
    const container = draw('fr', { checklist, choice: 'choix' });
    expect(one(container, '.sheet-requirements h2').textContent).toBe('RGPD');
    expect(textOf(one(container, '.sheet-requirements'))).toContain('choix');
    expect(all(draw('fr'), '.sheet-requirements')).toEqual([]);
  });

  it('says of a service that is no more until when its axes and its map held', () => {
    const container = draw('fr');
    expect(textOf(one(container, '#location h2'))).toBe('Données (jusqu’en 2025)');
    expect(textOf(one(container, 'figcaption'))).toContain('Données conservées (jusqu’en 2025)');
  });
});
