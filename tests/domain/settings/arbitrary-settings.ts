import fc from 'fast-check';

import {
  CERTAINTY_CHOICES,
  LANGUAGE_CHOICES,
  LONGEST_HOVER_DELAY,
  MARKING_CHOICES,
  MODIFIER_KEYS,
  THEME_CHOICES,
} from '../../../domain/settings/page-settings.ts';
import { type Settings } from '../../../domain/settings/settings.ts';

const hosts = fc.uniqueArray(fc.domain(), { maxLength: 4 });

/** Any settings that a user could have. */
export const arbitrarySettings: fc.Arbitrary<Settings> = fc.record({
  marking: fc.constantFrom(...MARKING_CHOICES),
  certainty: fc.constantFrom(...CERTAINTY_CHOICES),
  hoverDelay: fc.nat(LONGEST_HOVER_DELAY),
  modifierKey: fc.constantFrom(...MODIFIER_KEYS),
  requirementSet: fc.constantFrom(null, 'health', 'archives'),
  language: fc.constantFrom(...LANGUAGE_CHOICES),
  theme: fc.constantFrom(...THEME_CHOICES),
  updates: fc.boolean(),
  pausedUntil: fc.option(fc.nat()),
  sitesOff: hosts,
  sitesAdded: hosts,
  everySite: fc.boolean(),
});
