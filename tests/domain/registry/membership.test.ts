import { expect, it } from 'vitest';

import { isInEea, isInEu } from '../../../domain/registry/membership.ts';
import type { Countries } from '../../../domain/registry/reference.ts';

const COUNTRIES: Countries = {
  eu: {
    members: [
      { country: 'FR' },
      { country: 'ES', from: '1986' },
      { country: 'HR', from: '2013-07-01' },
      { country: 'GB', from: '1973', until: '2020-01-31' },
      // A country that left and came back.
      { country: 'XX', from: '2000-01', until: '2009-12-31' },
      { country: 'XX', from: '2015-01-01' },
    ],
    sources: [],
  },
  eea: { members: [{ country: 'NO', from: '1994-01-01' }], sources: [] },
  adequacy: [{ country: 'CH', scope: { fr: 'Tout', en: 'All' }, from: '2000', sources: [] }],
};

it.each([
  ['FR', '2026-11-23', true, true],
  ['FR', '1951-01-01', true, true],
  ['ES', '1985-12-31', false, false],
  ['ES', '1986-01-01', true, true],
  ['HR', '2013-06-30', false, false],
  ['HR', '2013-07-01', true, true],
  ['GB', '2020-01-31', true, true],
  ['GB', '2020-02-01', false, false],
  ['XX', '2009-12-31', true, true],
  ['XX', '2012-01-01', false, false],
  ['XX', '2015-01-01', true, true],
  ['NO', '2026-11-23', false, true],
  ['NO', '1993-12-31', false, false],
  ['CH', '2026-11-23', false, false],
  ['US', '2026-11-23', false, false],
  ['fr', '2026-11-23', false, false],
])('%s on %s: member of the EU %s, of the EEA %s', (country, day, eu, eea) => {
  expect(isInEu(country, day, COUNTRIES)).toBe(eu);
  expect(isInEea(country, day, COUNTRIES)).toBe(eea);
});
