import type { ComponentProps } from 'preact';
import { describe, expect, it } from 'vitest';

import { DossierList } from '../../components/dossier/DossierList.tsx';
import { DOSSIER } from '../domain/dossier/sample-dossier.ts';
import { textOf, violationsIn } from './reading.ts';
import { all, LANGUAGES, one, render, type Language } from './render.tsx';

describe('the list of dossiers', () => {
  const summary = {
    id: DOSSIER.id,
    revision: 4,
    name: '',
    reference: '2026-17',
    buyer: 'Commune d’Exemple',
    entries: 2,
    changedAt: DOSSIER.changedAt,
  };
  const draw = (language: Language, dossiers = [summary], given: Partial<ComponentProps<typeof DossierList>> = {}) =>
    render(
      language,
      <main>
        <DossierList
          dossiers={dossiers}
          active={null}
          address={(id) => `/dossier.html?id=${id}`}
          onOpen={() => undefined}
          onCreate={() => undefined}
          onImport={() => undefined}
          onActivate={() => undefined}
          onDelete={() => undefined}
          {...given}
        />
      </main>,
    ).container;

  it.each<[Language, string, string]>([
    ['fr', 'Dossier sans nom', '2026-17 · Commune d’Exemple · 2 entrées · modifié le 24/11/2026'],
    ['en', 'Unnamed dossier', '2026-17 · Commune d’Exemple · 2 entries · changed on 24/11/2026'],
  ])('names each, and what is in it (%s)', (language, name, line) => {
    const container = draw(language);
    expect(textOf(one(container, 'li h2'))).toBe(name);
    expect(textOf(one(container, 'li p'))).toBe(line);
  });

  it('says which one takes what is added, and offers the others', () => {
    expect(all(draw('fr'), '[aria-label^="Y faire"]')).toHaveLength(1);
    const container = draw('fr', [summary], { active: DOSSIER.id });
    expect(all(container, '[aria-label^="Y faire"]')).toEqual([]);
    expect(textOf(container)).toContain('reçoit les ajouts');
  });

  it('says what to do where there is none', () => {
    expect(textOf(draw('fr', []))).toContain('Aucun dossier');
  });

  it.each(LANGUAGES)('is accessible (%s)', async (language) => {
    const container = draw(language);
    expect(await violationsIn(container)).toEqual([]);
  });
});
