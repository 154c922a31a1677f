import { describe, expect, it } from 'vitest';

import { PopupDossier } from '../../components/dossier/PopupDossier.tsx';
import { SideTable } from '../../components/dossier/SideTable.tsx';
import { sideBySide } from '../../domain/dossier/side-by-side.ts';
import { AUBE_ENTRY, DOSSIER, NIMBE_ENTRY } from '../domain/dossier/sample-dossier.ts';
import { unfold, verdictsIn, violationsIn } from './reading.ts';
import { LANGUAGES, render } from './render.tsx';
import { open } from './open-dossier.tsx';

describe.each(LANGUAGES)('everything of a dossier in %s', (language) => {
  const surfaces: [string, () => HTMLElement][] = [
    ['the open dossier', () => open(language)],
    ['an empty one', () => open(language, { dossier: { ...DOSSIER, entries: [] } })],
    ['it on paper', () => open(language, { printing: true })],
    [
      'the table',
      () =>
        render(
          language,
          <main>
            <h1>x</h1>
            <SideTable table={sideBySide([NIMBE_ENTRY, AUBE_ENTRY])} />
          </main>,
        ).container,
    ],
    [
      'the popup’s part',
      () =>
        render(
          language,
          <main>
            <PopupDossier
              named={7}
              notice={{ text: 'x', link: { label: 'y', href: '/' } }}
              onAddAll={() => undefined}
            />
          </main>,
        ).container,
    ],
  ];

  it.each(surfaces)('is accessible: %s', async (_, draw) => {
    const container = draw();
    expect(await violationsIn(container)).toEqual([]);
    unfold(container);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each(surfaces)('gives no verdict and names no colour: %s', (_, draw) => {
    expect(verdictsIn(draw())).toEqual([]);
  });
});
