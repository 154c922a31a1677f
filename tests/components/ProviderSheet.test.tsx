import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';

import { LocationMap, type Europe } from '../../components/LocationMap.tsx';
import { ProviderFinder } from '../../components/ProviderFinder.tsx';
import { ProviderSheet } from '../../components/ProviderSheet.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { describeProvider, type ProviderSheet as Sheet } from '../../domain/sheet/provider-sheet.ts';
import { phrase } from '../../domain/wording/phrase.ts';
import {
  chosen,
  cite,
  contested,
  DAY,
  kept,
  known,
  offering,
  offeringKept,
  provider,
  qualified,
  registryOf,
  unknown,
} from '../domain/assessment/sample-registry.ts';
import { textOf, unfold, verdictsIn, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';
import { REGISTRY } from './sample-assessment.ts';

const EUROPE: Europe = {
  width: 100,
  height: 100,
  land: 'M0,90L99,90L99,99Z',
  countries: [
    { code: 'FR', path: 'M0,0L9,0L9,9Z', x: 5, y: 5, small: false, outlined: true },
    { code: 'DE', path: 'M20,0L29,0L29,9Z', x: 25, y: 5, small: false, outlined: true },
    { code: 'MT', path: 'M40,0L41,0L41,1Z', x: 40, y: 0, small: true, outlined: true },
    { code: 'RU', path: 'M60,0L99,0L99,99Z', x: 80, y: 50, small: false, outlined: false },
  ],
};

const FULL = provider({
  legalEntity: known({ name: 'Nimbe SAS', country: 'FR', siren: '433115904' }),
  headOffice: known({ country: 'FR', city: 'Paris' }),
  ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }),
  exposures: contested([
    { law: 'us-act', country: 'US', basis: 'ultimate-parent', strength: 'direct' },
    { law: 'gb-act', country: 'GB', basis: 'subsidiary', strength: 'indirect' },
  ]),
  status: known({ state: 'merged', on: '2025' }),
  events: [
    {
      on: '2024-05',
      kind: 'data-move',
      text: { fr: 'Ouverture à Francfort.', en: 'Opens in Frankfurt.' },
      provenance: 'press',
      sources: [cite('press')],
    },
  ],
  offerings: [
    offeringKept(chosen('FR', 'DE', 'US', 'MT'), {
      id: 'machines',
      qualifications: [
        qualified({ from: '2023-01-01', until: '2027-12-31' }),
        known({ scheme: 'hds', state: 'absent', listOf: '2026-09-15' }, 'hds-list'),
      ],
    }),
    offeringKept(kept('FR'), { id: 'mail', name: 'Nimbe Mail', categories: ['email'], from: '2015', until: '2030' }),
    offering({ id: 'soon', name: 'Nimbe Bientôt', lifecycle: 'announced' }),
  ],
});
const EMPTY = provider({ offerings: [], headOffice: unknown() });
const GROUP = provider({ id: 'group', name: 'Nimbe Group', kind: 'group', offerings: [] });
const MEMBER = provider({ group: 'group' });

const sheetOf = (...providers: ReturnType<typeof provider>[]): Sheet =>
  describeProvider(providers[0]!, DAY, registryOf(...providers));

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

describe('the map', () => {
  const places = sheetOf(FULL).places;
  const map = () => render('fr', <LocationMap europe={EUROPE} places={places} />).container;

  it('fills each country where the data can be, by pattern, with its code', () => {
    const container = map();
    expect(all(container, '.map-picture > .map-held')).toHaveLength(3);
    expect(all(container, '.map-picture > circle.map-held')).toHaveLength(1);
    expect(all(container, '.map-code').map((code) => code.textContent)).toEqual(['FR', 'DE', 'MT']);
    const fills = all(container, '.map-picture > .map-held').map((shape) => shape.getAttribute('fill'));
    expect(fills[0]).toBe('currentColor');
    expect(fills[1]).toMatch(/^url\(#.*-choice\)$/);
    expect(all(container, `#${CSS.escape(fills[1]!.slice(5, -1))}`)).toHaveLength(1);
  });

  it('says the same in words, and what lies beyond it', () => {
    const words = textOf(one(map(), 'figcaption'));
    for (const said of [
      'Données conservées EEE : France',
      'Au choix du client EEE',
      'Hors EEE',
      'Hors de la carte : États-Unis',
    ]) {
      expect(words).toContain(said);
    }
  });
});

describe('the timeline', () => {
  it('draws each entry with the number of its line', () => {
    const { timeline } = sheetOf(FULL);
    const { container } = render('fr', <Timeline entries={timeline} day={DAY} />);
    const marks = all(container, '.timeline-mark').map((mark) => Number(mark.textContent));
    expect(marks.toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(all(container, '.timeline-list > li').map(textOf)).toEqual([
      expect.stringMatching(/^01\/01\/2023 – 31\/12\/2027 SecNumCloud : Nimbe Machines/),
      expect.stringMatching(/^05\/2024 Ouverture à Francfort\./),
    ]);
    expect(one(container, '.timeline-picture').getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the finder', () => {
  const directory = ['Scaleway', 'Étoile', 'OVHcloud'].map((name) => ({ provider: name.toLowerCase(), name }));
  const draw = (id: string | null) =>
    render('fr', <ProviderFinder id={id} directory={directory} sheetAddress={(one) => `?id=${one}`} />).container;

  it('says which one is missing, or that none was asked for', () => {
    expect(textOf(one(draw('nobody'), 'p'))).toContain('« nobody »');
    expect(textOf(one(draw(null), 'h1'))).toBe('Fournisseurs');
  });

  it('lists every provider, alphabetically, and those whose name holds what is typed, accents or not', async () => {
    const container = draw(null);
    expect(all(container, 'li').map(textOf)).toEqual(['Étoile', 'OVHcloud', 'Scaleway']);
    const input = one(container, 'input') as HTMLInputElement;
    const type = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.waitFor(() => {
        expect(input.value).toBe(text);
      });
      await Promise.resolve();
    };
    await type('ETO');
    await vi.waitFor(() => {
      expect(all(container, 'li').map(textOf)).toEqual(['Étoile']);
    });
    await type('zzz');
    await vi.waitFor(() => {
      expect(textOf(one(container, 'output'))).toContain('Aucun fournisseur');
    });
    expect(await violationsIn(container)).toEqual([]);
  });
});
