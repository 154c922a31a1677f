import { expect, it } from 'vitest';

import { momentWithOffset } from '../../../domain/dossier/moment.ts';

it.each([
  [60, '2026-11-24T11:30:05+01:00'],
  [0, '2026-11-24T10:30:05+00:00'],
  [-210, '2026-11-24T07:00:05-03:30'],
  [14 * 60, '2026-11-25T00:30:05+14:00'],
])('is written as a clock %i minutes from UTC shows it', (offset, written) => {
  expect(momentWithOffset(new Date('2026-11-24T10:30:05Z'), offset)).toBe(written);
});
