import { describe, expect, it, vi } from 'vitest';

import type { EntryCalls } from '../../components/dossier/EntryItem.tsx';
import type { DossierEntry } from '../../domain/dossier/dossier.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from '../domain/dossier/sample-dossier.ts';
import { textOf } from './reading.ts';
import { all, eventually, one, press, render, type Language } from './render.tsx';
import { CALLS, open, Printable, type } from './open-dossier.tsx';

describe('an open dossier', () => {
  it.each<[Language, string[], string]>([
    ['fr', ['Aube', 'Nimbe'], 'Faits figés le 24/11/2026, registre 42 du 20/11/2026'],
    ['en', ['Aube', 'Nimbe'], 'Facts frozen on 24/11/2026, registry 42 of 20/11/2026'],
  ])('lists its entries in alphabetical order, each with its edition (%s)', (language, names, frozen) => {
    const container = open(language);
    expect(all(container, '.entry h3').map(textOf)).toEqual(names);
    for (const entry of all(container, '.entry')) expect(textOf(entry)).toContain(frozen);
  });

  it('says that being named says nothing of the candidate, and that origin is no lawful criterion', () => {
    expect(textOf(open('fr'))).toContain('ne dit pas si le fournisseur est proposé, exclu ou titulaire');
    expect(textOf(open('fr'))).toContain('l’origine d’un candidat n’est pas un critère licite');
    expect(textOf(open('en'))).toContain('the origin of a candidate is not a lawful criterion');
  });

  it('shows what changed since, with both values, and leaves the frozen facts', () => {
    const container = open('fr');
    const [aube, nimbe] = all(container, '.entry');
    expect(textOf(aube!)).toContain('ne contient plus cette fiche');
    expect(all(nimbe!, '.entry-since li').map(textOf)).toEqual([
      'Statut Figé : Non inscrit Registre 43 du 01/12/2026 : Fermé le 30/11/2026',
      'Droit Figé : États-Unis, contesté Registre 43 du 01/12/2026 : plus rien',
      'Dans l’EEE Figé : Rempli Registre 43 du 01/12/2026 : Non rempli',
    ]);
    // What can be taken again is only what the registry still has.
    expect(
      all(container, '[aria-label^="Reprendre"]').map((button) =>
        button.getAttribute('aria-label')?.replace(/\s+/g, ' '),
      ),
    ).toEqual(['Reprendre les faits en vigueur : Nimbe']);
  });

  it('names on its closed cover what it is held against, and tells that the answers are unfolded with the facts', () => {
    const container = open('fr', { dossier: { ...DOSSIER, requirementSet: 'rgpd-chapitre-5' } });
    expect(textOf(one(container, '.dossier-summary'))).toMatch(/RGPD, chapitre V$/);
    const summaries = all(container, '.entry-facts > summary');
    expect(summaries.map(textOf)).toEqual(['Faits et sources', 'Faits, exigences et sources']);
    expect(summaries[1]?.getAttribute('aria-label')).toBe('Faits, exigences et sources – Nimbe');
  });

  it('says that it is empty, and counts nothing', () => {
    const container = open('fr', { dossier: { ...DOSSIER, entries: [] } });
    expect(all(container, '.dossier > h2, .dossier-none h2').map(textOf)).toEqual(['Ce dossier est vide']);
  });

  it('says that the rest of a long one is still being read, under the count of all', () => {
    const container = open('fr', { entries: 500 });
    expect(all(container, 'h2').map(textOf)).toContain('500 entrées');
    expect(textOf(one(container, '.dossier-rest'))).toBe('Lecture du dossier…');
    expect(all(open('fr'), '.dossier-rest')).toEqual([]);
  });

  it('is said to be empty, with what to do about it, and shows its cover unfolded', () => {
    const container = open('fr', { dossier: { ...DOSSIER, entries: [] }, comparison: null });
    expect(textOf(container)).toContain('Ce dossier est vide');
    expect(one(container, '.dossier-consultation').hasAttribute('open')).toBe(true);
    expect(all(container, '[data-action="beside"]')).toEqual([]);
  });

  it('unfolds everything on paper', () => {
    const facts = (printing: boolean) => all(open('fr', { printing }), '.entry-facts .axis-row').length;
    expect(facts(false)).toBe(0);
    expect(facts(true)).toBe(6);
  });

  it('says on paper that a part of it was not read yet, where paper was asked for before', () => {
    const part = { dossier: { ...DOSSIER, entries: [NIMBE_ENTRY] }, entries: 200 };
    expect(textOf(open('fr', { ...part, printing: true }))).toContain('Impression incomplète : 1 sur 200 entrées');
    expect(textOf(open('fr', part))).not.toContain('Impression incomplète');
    expect(textOf(open('fr', { printing: true }))).not.toContain('Impression incomplète');
  });

  it('puts on paper every entry, whatever is sought on the screen', () => {
    const entries = Array.from({ length: 30 }, (_, place) => ({ ...NIMBE_ENTRY, id: `${NIMBE_ENTRY.id} ${place}` }));
    const dossier = { ...DOSSIER, entries: [...entries, AUBE_ENTRY] };
    const { container } = render('fr', <Printable dossier={dossier} />);
    type(one(container, '.entry-filter') as HTMLInputElement, 'aube');
    expect(all(container, '.entry')).toHaveLength(1);
    press(one(container, '#print'));
    expect(all(container, '.entry')).toHaveLength(31);
  });

  it('puts on paper all that was written, and no field', () => {
    const note = `${'long '.repeat(200)}fin`;
    const entries = [{ ...NIMBE_ENTRY, note }, AUBE_ENTRY];
    const container = open('fr', { printing: true, dossier: { ...DOSSIER, entries } });
    expect(textOf(container)).toContain(note);
    expect(all(container, '.dossier-printed dd').map(textOf)).toEqual([
      '2026-17',
      'Commune d’Exemple',
      'Collectivité territoriale',
      'RGPD, chapitre V',
    ]);
    const fields = all(container, '.dossier input[type="text"], .dossier textarea, .dossier select');
    expect(fields.filter((field) => field.closest('[hidden]') === null)).toEqual([]);
  });

  it('puts on paper what is being typed, and keeps it in its field', () => {
    const { container } = render('fr', <Printable />);
    const note = () => all(container, '[data-entry] textarea')[0] as HTMLTextAreaElement;
    const reference = () => all(container, '.dossier-cover input')[1] as HTMLInputElement;
    type(note(), 'un brouillon');
    type(reference(), '2026-99');
    press(one(container, '#print'));
    expect(textOf(container)).toContain('un brouillon');
    press(one(container, '#print'));
    expect([note().value, reference().value]).toEqual(['un brouillon', '2026-99']);
  });

  it('lets two to six be chosen', () => {
    const entries = Array.from({ length: 8 }, (_, place) => ({ ...AUBE_ENTRY, id: `${place}` }));
    const dossier = { ...DOSSIER, entries };
    const beside = (chosen: number) => {
      const container = open('fr', { dossier, chosen: new Set(entries.slice(0, chosen).map(({ id }) => id)) });
      const free = all<HTMLInputElement>(container, '.entry-choose input').filter((box) => !box.disabled).length;
      return [one(container, '[data-action="beside"]').hasAttribute('disabled'), free];
    };
    expect([0, 1, 2, 6].map(beside)).toEqual([
      [true, 8],
      [true, 8],
      [false, 8],
      [false, 6],
    ]);
  });

  it('draws a long list piece by piece, and all of it', async () => {
    const entries: DossierEntry[] = Array.from({ length: 100 }, (_, place) => ({ ...AUBE_ENTRY, id: `${place}` }));
    const container = open('fr', { dossier: { ...DOSSIER, entries }, comparison: null });
    expect(all(container, '.entry').length).toBeLessThan(100);
    await eventually(() => {
      expect(all(container, '.entry')).toHaveLength(100);
    });
  });

  it('reads the offerings of a provider when they are asked for, and adds the one chosen', async () => {
    const onAddOffering = vi.fn<EntryCalls['onAddOffering']>();
    const container = open('fr', { printing: true, calls: { ...CALLS, onAddOffering } });
    const [, choice] = all<HTMLDetailsElement>(container, '.offering-choice');
    choice!.open = true;
    choice!.dispatchEvent(new Event('toggle'));
    const button = await eventually(() => one(choice!, 'button'));
    press(button);
    expect(onAddOffering.mock.calls).toEqual([['nimbe', 'disque']]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('makes no link of %s', (url) => {
    const entries = [{ ...NIMBE_ENTRY, page: { title: '<b>Avis</b>', url } }];
    const container = open('fr', { dossier: { ...DOSSIER, entries } });
    expect(all(container, '.entry-line a')).toEqual([]);
    expect(textOf(container)).toContain('<b>Avis</b>');
  });
});
