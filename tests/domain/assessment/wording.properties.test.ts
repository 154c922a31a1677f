import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import { AXES, STANDINGS } from '../../../domain/assessment/assessment.ts';
import { RECORDS_BEGIN } from '../../../domain/assessment/history.ts';
import { addDays } from '../../../domain/registry/period.ts';
import { checkRequirements } from '../../../domain/requirements/check-requirements.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { bundleRequirements } from '../../../tools/bundle-requirements.ts';
import { messagesOf } from '../../messages-of.ts';

const { raw, registry } = readProjectRegistry();
const requirements = bundleRequirements(raw, registry.sources);
const WORDINGS = (['fr', 'en'] as const).map((language) => createWording(messagesOf(language)));

/** Words with which a text would judge instead of saying; immunity is nobody’s to grant. */
const JUDGEMENTS = {
  fr: 'immun\\p{L}*|souverain(?:e|s|es)?|dangereu\\p{L}*|risqu\\p{L}*|sûr(?:e|s|es)?|fiables?|opaques?|douteu\\p{L}*|suspect\\p{L}*|bon|bons|bonne|bonnes|mauvais\\p{L}*|meilleur\\p{L}*|pires?|conformes?|recommand\\p{L}*|éviter|refuse|excellent\\p{L}*|leader',
  en: 'immun\\p{L}*|sovereign|dangerous|risky?|safe\\p{L}*|unsafe|trust(?:ed|worthy)|opaque|dubious|suspicious|good|bad|better|best|worse|worst|compliant|recommend\\p{L}*|avoid|refuses|excellent|leading',
};
const judgementsIn = (sentence: string, language: 'fr' | 'en') =>
  sentence.match(new RegExp(`(?<![\\p{L}\\p{N}])(?:${JUDGEMENTS[language]})(?![\\p{L}\\p{N}])`, 'giu')) ?? [];

/** A name is a name: « Cloud de Confiance », "European Sovereign Cloud". The longest first. */
const NAMES = Object.values(registry.providers)
  .flatMap(({ name, offerings }) => [name, ...offerings.map((offering) => offering.name)])
  .sort((a, b) => b.length - a.length);

const aProvider = fc.constantFrom(...Object.values(registry.providers));
const aDay = fc.nat(8000).map((days) => addDays('2012-01-01', days));
const aSet = fc.constantFrom(...requirements.sets);

describe('whatever the provider and the day', () => {
  it('no sentence of ours judges: statements, details and summaries, in both languages', () => {
    fc.assert(
      fc.property(aProvider, aDay, (provider, day) => {
        for (const wording of WORDINGS) {
          const said = assess(provider, day, registry).axes.flatMap(({ brief, statement, details }) =>
            [brief, statement, ...details].map(wording.say),
          );
          const ours = said.map((sentence) => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), sentence));
          expect(
            ours
              .filter((sentence) => !/cadre de souveraineté|Sovereignty Framework/iu.test(sentence))
              .flatMap((sentence) => judgementsIn(sentence, wording.language as 'fr' | 'en')),
          ).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a statement on record has at least one receipt, and the axes stand in their order', () => {
    fc.assert(
      fc.property(aProvider, aDay, (provider, day) => {
        const { axes } = assess(provider, day, registry);
        expect(axes.map(({ axis }) => axis)).toEqual(AXES);
        for (const { standing, receipts } of axes) {
          expect(STANDINGS).toContain(standing);
          if (['full', 'half', 'empty', 'contested', 'due'].includes(standing))
            expect(receipts.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no later day turns a qualification that is to re-check back into one in force', () => {
    const later = fc.nat(3000).map((days) => addDays(RECORDS_BEGIN, days));
    fc.assert(
      fc.property(aProvider, later, fc.nat(2000), (provider, day, more) => {
        const statement = (on: string) => assess(provider, on, registry).axes[2]?.statement.key;
        if (statement(day) === 'qualification_recheck')
          expect(statement(addDays(day, more))).toBe('qualification_recheck');
      }),
      { numRuns: 500 },
    );
  });

  it('a requirement set answers within its three answers, each met or not met with a receipt, and judges nothing', () => {
    fc.assert(
      fc.property(aProvider, aDay, aSet, (provider, day, set) => {
        const before = JSON.stringify(assess(provider, day, registry));
        const { rows } = checkRequirements(set, requirements, 'collectivite', provider, day, registry);
        expect(rows.map(({ id }) => id)).toEqual(set.predicates.map(({ id }) => id));
        expect(rows.filter(({ answer, receipts }) => answer !== 'unknown' && receipts.length === 0)).toEqual([]);
        expect(rows.filter(({ facts }) => facts.length === 0)).toEqual([]);
        expect(JSON.stringify(assess(provider, day, registry))).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});
