import { readdirSync } from 'node:fs';

import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';

import { AboutOptions } from '../../components/options/AboutOptions.tsx';
import { FileOptions } from '../../components/options/FileOptions.tsx';
import {
  LanguageOptions,
  RequirementOptions,
  ThemeOptions,
  UpdatesOption,
} from '../../components/options/GeneralOptions.tsx';
import { MarkingOptions } from '../../components/options/MarkingOptions.tsx';
import { OptionsLayout } from '../../components/options/OptionsLayout.tsx';
import { PolicyOptions } from '../../components/options/PolicyOptions.tsx';
import { ShortcutOptions } from '../../components/options/ShortcutOptions.tsx';
import { SitesOptions } from '../../components/options/SitesOptions.tsx';
import { StoredProblem } from '../../components/options/StoredProblem.tsx';
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from '../../domain/settings/settings.ts';
import { textOf, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, press, render, type Language } from './render.tsx';

const NOW = 1_795_521_600_000;
const PORTALS = [
  { id: 'boamp', name: 'BOAMP', country: 'FR', hosts: ['boamp.fr'] },
  { id: 'ted', name: 'TED', country: 'EU', hosts: ['ted.europa.eu'] },
];
const noop = () => undefined;

const sites = (over: Partial<Parameters<typeof SitesOptions>[0]> = {}) => (
  <SitesOptions
    settings={DEFAULT_SETTINGS}
    locked={[]}
    onChange={noop}
    portals={PORTALS}
    withoutAccess={[]}
    everySiteGranted={false}
    policySites={{ added: [], blocked: [] }}
    now={NOW}
    onAddSite={noop}
    onRemoveSite={noop}
    onGrant={noop}
    onEverySite={noop}
    {...over}
  />
);

/** The whole page, with something in every list. */
function page(language: Language) {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    sitesAdded: ['achats.example.org', 'intranet'],
    sitesOff: ['example.net'],
    pausedUntil: NOW + 1,
  };
  const section = { settings, locked: ['theme'] as SettingKey[], onChange: noop };
  const policy = {
    organisation: 'Mairie de Sainte-Exemple',
    keys: ['marking', 'theme'],
    locked: ['theme' as const],
    sitesAdded: ['intranet'],
    sitesBlocked: [],
    problems: [{ key: 'colour', reason: 'is not a key that Ancrage knows' }],
  };
  const contents = {
    marking: <MarkingOptions {...section} />,
    sites: sites({
      ...section,
      withoutAccess: ['achats.example.org'],
      policySites: { added: ['intranet'], blocked: [] },
    }),
    requirements: <RequirementOptions {...section} sets={[{ id: 'health', name: 'HDS', detail: 'Santé' }]} />,
    language: <LanguageOptions {...section} />,
    theme: <ThemeOptions {...section} />,
    data: <UpdatesOption {...section} />,
    shortcuts: (
      <ShortcutOptions
        commands={[{ name: 'next-mention', description: 'Nom suivant', shortcut: 'Alt+Shift+J' }]}
        place="about:addons"
        onOpen={noop}
      />
    ),
    file: <FileOptions unchanged={false} onExport={noop} onImport={noop} onReset={noop} />,
    policy: <PolicyOptions policy={policy} />,
    about: <AboutOptions version="1.2.3" />,
  };
  return render(
    language,
    <main>
      <StoredProblem problem={{ kind: 'fields', fields: ['marking'] }} onDismiss={noop} />
      <OptionsLayout
        sections={Object.entries(contents).map(([id, content]) => ({ id, title: id, content }))}
        notice={{ text: 'Fait', onUndo: noop }}
      />
    </main>,
  ).container;
}

describe('the options', () => {
  it.each(LANGUAGES)('leave nothing for axe to say in %s', async (language) => {
    expect(await violationsIn(page(language))).toEqual([]);
  });

  it('give each section an anchor, and a way to it', () => {
    const container = page('fr');
    const anchors = all<HTMLAnchorElement>(container, 'nav a').map((link) => link.getAttribute('href'));
    expect(anchors).toEqual(all(container, 'section').map(({ id }) => `#${id}`));
    expect(anchors).toContain('#data');
  });

  it('offer every language that Ancrage has words in, and the browser’s own', () => {
    const offered = all<HTMLOptionElement>(page('fr'), '#language option').map(({ value }) => value);
    expect(offered.toSorted()).toEqual(['browser', ...readdirSync('public/_locales')].toSorted());
  });

  it('disable what the organisation locked, and say so', () => {
    const container = page('fr');
    expect(one(container, '#theme fieldset').hasAttribute('disabled')).toBe(true);
    expect(textOf(one(container, '#theme'))).toContain('Fixé par votre organisation.');
    expect(one(container, '#marking fieldset:first-of-type').hasAttribute('disabled')).toBe(false);
  });

  it('say who locked what', () => {
    expect(textOf(one(page('fr'), '#policy'))).toMatch(
      /Mairie de Sainte-Exemple a fixé, sur ce poste : marking theme Fixé par votre organisation\./,
    );
  });

  it('offer nothing to change in lists that the organisation locked', () => {
    const settings = { ...DEFAULT_SETTINGS, sitesAdded: ['a.fr'], sitesOff: ['b.fr'] };
    const { container } = render('fr', sites({ settings, locked: ['sitesAdded', 'sitesOff', 'everySite'] }));
    expect(all(container, 'form, .host-list button')).toEqual([]);
    expect(all(container, '.option-locked')).toHaveLength(3);
    expect(all(render('fr', sites({ settings })).container, 'form, .host-list button')).toHaveLength(4);
  });

  it('name the key of a policy that could not be read, and why', () => {
    const text = textOf(render('fr', <PolicyOptions policy={null} />).container);
    expect(text).toContain('Aucune organisation');
    expect(textOf(one(page('fr'), '#policy .option-callout'))).toContain('colour is not a key that Ancrage knows');
  });
});

describe('the choice of marking', () => {
  it('asks for what was chosen, and nothing else', () => {
    const onChange = vi.fn<(patch: object) => void>();
    const { container } = render('fr', <MarkingOptions settings={DEFAULT_SETTINGS} locked={[]} onChange={onChange} />);
    press(one(container, 'input[value="list"]'));
    expect(onChange.mock.calls).toEqual([[{ marking: 'list' }]]);
  });
});

describe('the sites', () => {
  const type = (container: HTMLElement, nth: number, typed: string) => {
    const form = all<HTMLFormElement>(container, 'form')[nth] as HTMLFormElement;
    const input = one(form, 'input') as HTMLInputElement;
    void act(() => {
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    press(one(form, 'button'));
    return textOf(one(form, '.option-problem'));
  };

  it.each([
    ['https://www.Achats.Example.org/avis?id=1', 'achats.example.org'],
    ['achats.example.org', 'achats.example.org'],
    ['intranet', 'intranet'],
  ])('take the host of what is pasted: %s', (typed, host) => {
    const onAddSite = vi.fn<(host: string) => void>();
    const { container } = render('fr', sites({ onAddSite }));
    expect(type(container, 0, typed)).toBe('');
    expect(onAddSite.mock.calls).toEqual([[host]]);
  });

  it.each([
    ['', 'Ce n’est pas une adresse de site.'],
    ['ceci n’est pas un site', 'Ce n’est pas une adresse de site.'],
    ['file:///etc/passwd', 'Ce n’est pas une adresse de site.'],
    ['www.boamp.fr', 'boamp.fr fait déjà partie des portails listés.'],
  ])('refuse %j, and say why', (typed, reason) => {
    const onAddSite = vi.fn<(host: string) => void>();
    const { container } = render('fr', sites({ onAddSite }));
    expect(type(container, 0, typed)).toBe(reason);
    expect(onAddSite).not.toHaveBeenCalled();
  });

  it('offer to give access back where the browser took it away', () => {
    const onGrant = vi.fn<(host: string) => void>();
    const settings = { ...DEFAULT_SETTINGS, sitesAdded: ['a.fr', 'b.fr'] };
    const { container } = render('fr', sites({ settings, withoutAccess: ['b.fr'], onGrant }));
    expect(textOf(one(container, '[data-host="a.fr"]'))).not.toContain('Accès retiré');
    press(one(container, '[data-host="b.fr"] .option-problem button'));
    expect(onGrant.mock.calls).toEqual([['b.fr']]);
  });

  it('say that everything is paused, and end it', () => {
    const onChange = vi.fn<(patch: object) => void>();
    const { container } = render('fr', sites({ settings: { ...DEFAULT_SETTINGS, pausedUntil: NOW + 1 }, onChange }));
    press(one(container, '.option-callout button'));
    expect(onChange.mock.calls).toEqual([[{ pausedUntil: null }]]);
    expect(all(render('fr', sites()).container, '.option-callout')).toEqual([]);
  });
});
