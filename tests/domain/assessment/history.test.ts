import { describe, expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import { RECORDS_BEGIN } from '../../../domain/assessment/history.ts';
import { addDays } from '../../../domain/registry/period.ts';
import type { Provider } from '../../../domain/registry/provider.ts';
import { known, kept, offeringKept, provider, qualified, registryOf, cite } from './sample-registry.ts';

const keysOn = (day: string, changes: Partial<Provider>) => {
  const one = provider(changes);
  return assess(one, day, registryOf(one)).axes.map(({ statement }) => statement.key);
};
const BEFORE = addDays(RECORDS_BEGIN, -1);
const UNKNOWN_THEN = 'silence_beforeRecords';

const CURRENT: Partial<Provider> = {
  legalEntity: known({ name: 'Nimbe SAS' }),
  ultimateParent: known({ name: 'Nimbe Group, Inc.', country: 'US' }),
  exposures: known([{ law: 'gb-act', country: 'GB', basis: 'ultimate-parent', strength: 'direct' }]),
  offerings: [offeringKept(kept('FR'), { qualifications: [qualified({ from: '2024-06-30' })] })],
};

describe('a day before the first edition', () => {
  it('is one of which undated facts say nothing', () => {
    expect(keysOn(RECORDS_BEGIN, CURRENT)).toEqual(['plain', 'law_direct', 'qualification_one']);
    expect(keysOn(BEFORE, CURRENT)).toEqual([UNKNOWN_THEN, UNKNOWN_THEN, 'qualification_one']);
    expect(keysOn('2013-10-01', CURRENT)).toEqual([UNKNOWN_THEN, UNKNOWN_THEN, UNKNOWN_THEN]);
  });

  it('names neither the legal entity nor the parent of today', () => {
    const one = provider(CURRENT);
    const past = assess(one, BEFORE, registryOf(one));
    expect(past).not.toHaveProperty('legalEntity');
    expect(JSON.stringify(past)).not.toContain('Nimbe Group');
  });

  it.each([
    ['undated', qualified()],
    ['absent from a later list', known({ scheme: 'secnumcloud', state: 'absent', listOf: '2026-09-15' } as const)],
  ])('does not know of a qualification that is %s', (_what, fact) => {
    expect(keysOn(BEFORE, { offerings: [offeringKept(kept('FR'), { qualifications: [fact] })] })[2]).toBe(UNKNOWN_THEN);
  });

  it('is no silence for a service that was not on sale yet', () => {
    expect(keysOn('2013-10-01', { offerings: [offeringKept(kept('FR'), { from: '2026-01-15' })] })[0]).toBe(
      'location_notYet',
    );
  });

  it('is told from the record of what had ended, which is one of its whole life', () => {
    const ended: Partial<Provider> = {
      ...CURRENT,
      status: known({ state: 'closed', on: '2020-02-01' }),
      offerings: [offeringKept(kept('FR'), { lifecycle: 'closed', from: '2013' })],
      events: [
        {
          on: '2015-03-20',
          kind: 'ownership',
          text: { fr: 'Rachat', en: 'Purchase' },
          provenance: 'press',
          sources: [cite('press')],
        },
      ],
    };
    expect(keysOn('2013-10-01', ended)).toEqual(['plain', 'law_direct', UNKNOWN_THEN]);
    const one = provider(ended);
    const parentOn = (day: string) => JSON.stringify(assess(one, day, registryOf(one))).includes('Nimbe Group');
    expect([parentOn('2015-03-19'), parentOn('2015-03-20')]).toEqual([false, true]);
  });
});

describe('one offering', () => {
  it('is assessed alone, whatever the others hold', () => {
    const mail = offeringKept(kept('US'), { id: 'mail' });
    const one = provider({ ...CURRENT, offerings: [...(CURRENT.offerings ?? []), mail] });
    const keys = assess(one, RECORDS_BEGIN, registryOf(one), mail).axes.map(({ standing }) => standing);
    expect(keys).toEqual(['empty', 'empty', 'not-reviewed']);
    expect(assess(one, RECORDS_BEGIN, registryOf(one)).axes[0]?.standing).toBe('half');
  });
});
