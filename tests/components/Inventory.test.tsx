import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { Inventory } from '../../components/Inventory.tsx';
import type { Checklist } from '../../domain/requirements/checklist.ts';
import { phrase } from '../../domain/wording/phrase.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, all, eventually, one, press, render, type Language } from './render.tsx';
import { dataReport } from './sample-data-report.ts';
import { AUBE, BRUME, NIMBE, nimbeOnceIt, REGISTRY } from './sample-assessment.ts';

const CHECKLIST: Checklist = {
  set: 'rgpd',
  name: { fr: 'RGPD', en: 'GDPR' },
  applicability: phrase('plain'),
  scope: { fr: 'Tout traitement.', en: 'Any processing.' },
  receipts: [],
  axes: ['location'],
  rows: [{ id: 'in-eea', text: { fr: 'Dans l’EEE', en: 'In the EEA' }, answer: 'met', facts: [], receipts: [] }],
};

const BOTH = [
  { assessment: AUBE, mentions: 1 },
  { assessment: NIMBE, mentions: 4 },
];

function draw(language: Language, given: Partial<ComponentProps<typeof Inventory>> = {}): HTMLElement {
  return render(
    language,
    <Inventory
      host="www.marches.example.org"
      items={BOTH}
      registry={REGISTRY}
      lost={false}
      links={[{ label: 'report_title', href: '/options.html' }]}
      sheetAddress={(provider) => `/provider.html?id=${provider}`}
      onShow={() => undefined}
      {...given}
    />,
  ).container;
}

const namesIn = (container: HTMLElement) => all(container, 'h2').map(textOf);

describe('the providers that a page names', () => {
  it.each<[Language, number, string]>([
    ['fr', 0, '0 fournisseur'],
    ['fr', 1, '1 fournisseur'],
    ['fr', 2, '2 fournisseurs'],
    ['en', 0, '0 providers'],
    ['en', 1, '1 provider'],
    ['en', 2, '2 providers'],
  ])('are counted, in the right number (%s, %i)', (language, howMany, title) => {
    expect(textOf(one(draw(language, { items: BOTH.slice(0, howMany) }), 'h1'))).toBe(title);
  });

  it.each<[Language, string[]]>([
    ['fr', ['1 mention', '4 mentions']],
    ['en', ['1 mention', '4 mentions']],
  ])('have their mentions counted, in the right number (%s)', (language, counts) => {
    expect(all(draw(language), '.inventory-count').map(textOf)).toEqual(counts);
  });

  it.each<[Language, number, number, string]>([
    ['fr', 4, 0, '4 mentions'],
    ['fr', 4, 1, '4 mentions, dont 1 possible'],
    ['fr', 4, 2, '4 mentions, dont 2 possibles'],
    ['fr', 1, 1, '1 mention, possible seulement'],
    ['en', 4, 2, '4 mentions, 2 of them possible'],
    ['en', 3, 3, '3 mentions, only possible'],
  ])('say how many of them are only possible (%s, %i, %i)', (language, mentions, possible, count) => {
    const items = [{ assessment: NIMBE, mentions, possible }];
    expect(textOf(one(draw(language, { items }), '.inventory-count'))).toBe(count);
  });

  it('keep the order given, which is alphabetical: no sorting of its own', () => {
    expect(namesIn(draw('fr'))).toEqual(['Aube', 'Nimbe']);
    expect(namesIn(draw('fr', { items: BOTH.toReversed() }))).toEqual(['Nimbe', 'Aube']);
  });

  it.each<[Language, string[][], string[][]]>([
    [
      'fr',
      [
        ['Données', 'non examiné'],
        ['Droit', 'non examiné'],
        ['Qualification', 'non examiné'],
      ],
      [
        ['Données', 'UE'],
        ['Droit', 'États-Unis, indirect'],
        ['Qualification', 'échéance 01/12/2026'],
      ],
    ],
    [
      'en',
      [
        ['Data', 'not reviewed'],
        ['Law', 'not reviewed'],
        ['Qualification', 'not reviewed'],
      ],
      [
        ['Data', 'EU'],
        ['Law', 'United States, indirect'],
        ['Qualification', 'ends 01/12/2026'],
      ],
    ],
  ])('have the same three axes, in the one order, each named and in words (%s)', (language, ofAube, ofNimbe) => {
    const axes = all(draw(language), 'li[data-provider]').map((row) =>
      all(row, 'dl > div').map((axis) => [textOf(one(axis, 'dt')), textOf(one(axis, 'dd'))]),
    );
    expect(axes).toEqual([ofAube, ofNimbe]);
  });

  it('have beside the words the glyph of each standing', () => {
    const glyphs = all(draw('fr'), 'li[data-provider]').map((row) =>
      all(row, 'dd [data-standing]').map((glyph) => glyph.dataset['standing']),
    );
    expect(glyphs).toEqual([
      ['not-reviewed', 'not-reviewed', 'not-reviewed'],
      ['full', 'half', 'due'],
    ]);
  });

  it.each<[Language, string[][]]>([
    [
      'fr',
      [
        ['unknown', 'inconnu'],
        ['contested', 'États-Unis, contesté'],
        ['not-applicable', 'sans objet'],
      ],
    ],
    [
      'en',
      [
        ['unknown', 'unknown'],
        ['contested', 'United States, contested'],
        ['not-applicable', 'not applicable'],
      ],
    ],
  ])('have each silence told by its own glyph and words (%s)', (language, silences) => {
    const container = draw(language, { items: [{ assessment: BRUME, mentions: 1 }] });
    const told = all(container, 'dd').map((axis) => [one(axis, '[data-standing]').dataset['standing'], textOf(axis)]);
    expect(told).toEqual(silences);
  });

  it.each<[Language, string]>([
    ['fr', 'Voir Nimbe sur la page'],
    ['en', 'Show Nimbe on the page'],
  ])('can each be shown on the page, by a button that names them (%s)', (language, label) => {
    const onShow = vi.fn<(provider: string) => void>();
    press(one(draw(language, { onShow }), `button[aria-label="${label}"]`));
    expect(onShow.mock.calls).toEqual([['nimbe']]);
  });

  it('have buttons whose label contains the word that is seen', () => {
    for (const language of LANGUAGES) {
      for (const button of all(draw(language), 'li button')) {
        expect(button.getAttribute('aria-label')?.startsWith(textOf(button))).toBe(true);
      }
    }
  });

  it.each<[Language, string]>([
    ['fr', 'Ce nom n’est pas visible sur la page en ce moment.'],
    ['en', 'This name is not visible on the page at the moment.'],
  ])('are announced lost when the page no longer has them, and only then (%s)', (language, line) => {
    const noticesIn = (lost: boolean) => all(draw(language, { lost }), 'output').map(textOf);
    expect(noticesIn(true)).toEqual([line, '']);
    expect(noticesIn(false)).toEqual(['', '']);
  });

  it.each<[Language, string]>([
    ['fr', 'Registre 42 · 20/11/2026'],
    ['en', 'Registry 42 · 20/11/2026'],
  ])('stand with the page’s host, and the version and date of the registry (%s)', (language, line) => {
    const container = draw(language);
    expect(textOf(one(container, 'header'))).toContain('www.marches.example.org');
    expect(textOf(one(container, 'footer > span'))).toBe(line);
  });

  it('stand with the day on which newer data were last looked for, where they were', () => {
    const container = draw('fr', { report: dataReport({ checkedAt: Date.parse('2026-11-23T12:00:00Z') }) });
    expect(textOf(one(container, 'footer > span'))).toMatch(
      /^Registre 42 · 20\/11\/2026 · mises à jour cherchées le 23\/11\/2026 /,
    );
  });

  it('have folded under them what the chosen requirement set asks, named by the set and by them', async () => {
    const container = draw('fr', { items: [{ assessment: NIMBE, mentions: 1, checklist: CHECKLIST }] });
    const folded = one(container, '.inventory-checklist');
    expect(folded.hasAttribute('open')).toBe(false);
    expect(one(folded, ':scope > summary').textContent).toBe('RGPD – Nimbe');
    expect(all(folded, '.checklist-row')).toHaveLength(1);
    unfold(container);
    expect(await violationsIn(container)).toEqual([]);
    expect(all(draw('fr'), '.inventory-checklist')).toEqual([]);
  });

  it('lead each to its full sheet', () => {
    const links = all<HTMLAnchorElement>(draw('fr'), 'h2 a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/provider.html?id=aube', '/provider.html?id=nimbe']);
  });

  it('can each be cited and added to the dossier, where that is offered', () => {
    const calls = { onCite: vi.fn<(provider: string) => void>(), onAdd: vi.fn<(provider: string) => void>() };
    const container = draw('fr', calls);
    const row = one(container, '[data-provider="nimbe"]');
    press(one(row, '[aria-label="Citer – Nimbe"]'));
    press(one(row, '[data-action="add"]'));
    expect(calls.onCite.mock.calls).toEqual([['nimbe']]);
    expect(calls.onAdd.mock.calls).toEqual([['nimbe']]);
    expect(all(draw('fr'), '[data-action="cite"], [data-action="add"]')).toEqual([]);
  });

  it.each([8, 9])('can be filtered when they are many: %i', async (howMany) => {
    const items = Array.from({ length: howMany }, (_, place) => ({
      assessment: { ...NIMBE, provider: `nimbe-${place}`, name: place === 4 ? 'Étoile' : `Nimbe ${place}` },
      mentions: 1,
    }));
    const container = draw('fr', { items });
    const [filter] = all<HTMLInputElement>(container, 'input[type="search"]');
    expect(filter !== undefined).toBe(howMany > 8);
    if (filter === undefined) return;
    filter.value = 'etoi';
    filter.dispatchEvent(new Event('input', { bubbles: true }));
    await eventually(() => {
      expect(namesIn(container)).toEqual(['Étoile']);
    });
    expect(textOf(container)).toContain('1 fournisseur affiché');
    // The page still names them all.
    expect(textOf(one(container, 'h1'))).toBe('9 fournisseurs');
  });

  it('stand under the switch of their site, which says what it does', () => {
    const onToggle = vi.fn<(on: boolean) => void>();
    const container = draw('fr', { site: { on: true, onToggle } });
    const toggle = one(container, 'header [role="switch"]');
    expect(toggle.getAttribute('aria-label')).toBe('Annoter ce site');
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    press(toggle);
    expect(onToggle.mock.calls).toEqual([[false]]);
    expect(all(draw('fr'), '[role="switch"]')).toEqual([]);
  });

  it('come with the legend of the glyphs', () => {
    expect(textOf(one(draw('fr'), 'details > summary'))).toBe('Légende');
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const items = [
      ...BOTH,
      { assessment: BRUME, mentions: 1 },
      { assessment: { ...nimbeOnceIt('closed', { on: '2020' }), provider: 'zenith' }, mentions: 2 },
    ];

    it('is accessible, with its legend folded and unfolded', async () => {
      const container = draw(language, { items, lost: true });
      expect(await violationsIn(container)).toEqual([]);
      unfold(container);
      expect(await violationsIn(container)).toEqual([]);
    });

    it('gives no verdict and names no colour', () => {
      expect(verdictsIn(draw(language, { items, lost: true }))).toEqual([]);
    });
  });
});
