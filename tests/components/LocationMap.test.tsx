import { describe, expect, it } from 'vitest';

import { LocationMap } from '../../components/LocationMap.tsx';
import { textOf } from './reading.ts';
import { all, one, render } from './render.tsx';
import { EUROPE, FULL, sheetOf } from './sample-sheet.ts';

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
