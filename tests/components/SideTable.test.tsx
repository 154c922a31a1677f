import { describe, expect, it } from 'vitest';

import { SideTable } from '../../components/dossier/SideTable.tsx';
import { sideBySide } from '../../domain/dossier/side-by-side.ts';
import { AUBE_ENTRY, NIMBE_ENTRY } from '../domain/dossier/sample-dossier.ts';
import { textOf } from './reading.ts';
import { all, render, type Language } from './render.tsx';

describe('entries side by side', () => {
  const draw = (language: Language) =>
    render(language, <SideTable table={sideBySide([NIMBE_ENTRY, AUBE_ENTRY])} />).container;

  it.each<[Language, string[]]>([
    ['fr', ['Point', 'Aube', 'Nimbe']],
    ['en', ['Point', 'Aube', 'Nimbe']],
  ])('are the columns of a table (%s)', (language, names) => {
    expect(all(draw(language), 'thead th').map((cell) => cell.firstChild?.textContent)).toEqual(names);
  });

  it('have a shape and a word where they differ, and where they do not', () => {
    const marks = all(draw('fr'), 'tbody .side-mark');
    expect(marks.map(textOf)).toContain('Diffère');
    for (const mark of marks) expect(mark.querySelector('svg')).not.toBeNull();
  });

  it('have numbers for their sources on paper, where the columns are too narrow, and the sources below', () => {
    const side = sideBySide([NIMBE_ENTRY, AUBE_ENTRY]);
    const container = render('fr', <SideTable table={side} printing />).container;
    expect(all(container, 'details')).toEqual([]);
    const listed = all(container, '.side-sources .receipt');
    const cited = all(container, '.source-refs a').map((link) => link.getAttribute('href'));
    expect(listed.length).toBeGreaterThan(0);
    expect(new Set(cited)).toEqual(new Set(listed.map(({ id }) => `#${id}`)));
    expect(textOf(container)).toContain(textOf(all(draw('fr'), '.receipt a')[0]!));
    expect(all(draw('fr'), '.side-sources')).toEqual([]);
  });

  it('do not make an answer up', () => {
    const container = draw('fr');
    expect(textOf(container)).toContain('Non confronté à ces exigences');
    expect(textOf(container)).toContain('Non inscrit');
  });
});
