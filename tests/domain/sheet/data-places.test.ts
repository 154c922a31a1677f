import { describe, expect, it } from 'vitest';

import { dataPlaces } from '../../../domain/sheet/data-places.ts';
import {
  chosen,
  contested,
  DAY,
  kept,
  known,
  offering,
  offeringKept,
  provider,
  registryOf,
  unknown,
} from '../assessment/sample-registry.ts';

const placesOf = (...offerings: ReturnType<typeof offering>[]) => {
  const nimbe = provider({ offerings });
  return dataPlaces(nimbe, DAY, registryOf(nimbe)).map(({ country, hold, inEea }) => [country, hold, inEea]);
};
const withBackups = (backups: ReturnType<typeof offering>['location']['backups']) => {
  const plain = offeringKept(kept('FR'));
  return { ...plain, location: { ...plain.location, backups } };
};

describe('where data can be', () => {
  it.each([
    ['nowhere that is known', [offering(), offeringKept(unknown())], []],
    ['kept in one country', [offeringKept(kept('FR'))], [['FR', 'kept', true]]],
    [
      'as the customer chooses, in the EEA or not',
      [offeringKept(chosen('US', 'NO', 'DE'))],
      [
        ['DE', 'choice', true],
        ['NO', 'choice', true],
        ['US', 'choice', false],
      ],
    ],
    [
      'kept by one offering where another lets choose: the binding one counts',
      [offeringKept(chosen('FR', 'DE'), { id: 'a' }), offeringKept(kept('FR'), { id: 'b' })],
      [
        ['DE', 'choice', true],
        ['FR', 'kept', true],
      ],
    ],
    [
      'a statement that is contested',
      [offeringKept(contested({ mode: 'always-in', countries: ['IE'], complete: true }))],
      [['IE', 'kept', true]],
    ],
    [
      'backups elsewhere',
      [withBackups(kept('FR', 'DE'))],
      [
        ['DE', 'backups', true],
        ['FR', 'kept', true],
      ],
    ],
    [
      'the offerings on sale alone',
      [offeringKept(kept('FR')), offeringKept(kept('DE'), { id: 'old', lifecycle: 'closed' })],
      [['FR', 'kept', true]],
    ],
  ])('is told: %s', (_, offerings, places) => {
    expect(placesOf(...offerings)).toEqual(places);
  });

  it('names each city and code once', () => {
    const fact = known({
      mode: 'customer-chooses' as const,
      countries: ['FR', 'DE'],
      complete: true,
      regions: [
        { country: 'FR', city: 'Paris', code: 'par-1' },
        { country: 'FR', city: 'Paris', code: 'par-1' },
        { country: 'FR', code: 'par-2' },
        { country: 'DE' },
      ],
    });
    const nimbe = provider({ offerings: [offeringKept(fact)] });
    expect(dataPlaces(nimbe, DAY, registryOf(nimbe)).map(({ regions }) => regions)).toEqual([
      [],
      ['Paris (par-1)', 'par-2'],
    ]);
  });
});
