import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessQualification } from '../../../domain/assessment/qualification.ts';
import type { Offering, Qualification } from '../../../domain/registry/offering.ts';
import { addDays } from '../../../domain/registry/period.ts';
import { date, list, number, phrase, text } from '../../../domain/wording/phrase.ts';
import {
  addressOf,
  DAY,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  offering,
  provider,
  qualified,
  registryOf,
  unknown,
} from './sample-registry.ts';

type QualificationFact = Offering['qualifications'][number];

const assessed = (offerings: Offering[], day = DAY) => assessQualification(provider({ offerings }), day, registryOf());
const one = (facts: QualificationFact[], day = DAY) => assessed([offering({ qualifications: facts })], day);
const secnumcloud = (rest: Omit<Qualification, 'scheme'>) =>
  known({ scheme: 'secnumcloud', ...rest }, 'secnumcloud-list');
const other = (scheme: string, rest: Omit<Qualification, 'scheme'> = { state: 'qualified' }) =>
  known({ scheme, ...rest }, 'hds-list');

describe('what a provider is qualified for', () => {
  it.each([
    ['in force, without an end', qualified(), 'full', phrase('qualification_one', text('Nimbe Machines'))],
    [
      'in force, its end far away',
      qualified({ until: '2028-12-31' }),
      'full',
      phrase('qualification_one', text('Nimbe Machines')),
    ],
    ['near its end', qualified({ until: '2026-12-31' }), 'due', phrase('qualification_due', date('2026-12-31'))],
    ['ended', qualified({ until: '2026-11-22' }), 'due', phrase('qualification_recheck', date('2026-11-22'))],
    [
      'in progress',
      secnumcloud({ state: 'in-progress', step: 'J1' }),
      'empty',
      phrase('qualification_inProgress', text('J1')),
    ],
    ['absent from the list', secnumcloud({ state: 'absent' }), 'empty', phrase('qualification_none')],
    ['of another scheme alone', other('hds'), 'not-reviewed', phrase('qualification_notReviewed')],
    ['searched and not found', unknown(), 'unknown', phrase('silence_unknown')],
    ['not reviewed', NOT_REVIEWED, 'not-reviewed', phrase('silence_notReviewed')],
    ['not applicable', NOT_APPLICABLE, 'not-applicable', phrase('silence_notApplicable')],
  ])('%s', (_case, fact, standing, statement) => {
    expect(one([fact])).toMatchObject({ axis: 'qualification', standing, statement });
  });

  it.each([
    ['in force', qualified(), phrase('qualification_one_brief')],
    ['near its end', qualified({ until: '2026-12-31' }), phrase('qualification_due_brief', date('2026-12-31'))],
    ['ended', qualified({ until: '2026-11-22' }), phrase('qualification_recheck_brief')],
    ['in progress', secnumcloud({ state: 'in-progress' }), phrase('qualification_inProgress_brief')],
    ['absent', secnumcloud({ state: 'absent' }), phrase('qualification_none_brief')],
    ['of another scheme', other('hds'), phrase('qualification_notReviewed_brief')],
  ])('sums up in a few words one that is %s', (_case, fact, brief) => {
    expect(one([fact]).brief).toEqual(brief);
  });

  it('says nothing of a provider without any fact', () => {
    expect(one([]).statement).toEqual(phrase('silence_notReviewed'));
    expect(assessed([]).statement).toEqual(phrase('silence_notReviewed'));
  });
});

describe('the days of a qualification', () => {
  const UNTIL = '2027-06-30';

  it.each([
    ['91 days before its end it stands', addDays(UNTIL, -91), 'full', 'qualification_one'],
    ['90 days before its end it falls due', addDays(UNTIL, -90), 'due', 'qualification_due'],
    ['on its last day it still runs', UNTIL, 'due', 'qualification_due'],
    ['the day after, it is to re-check', addDays(UNTIL, 1), 'due', 'qualification_recheck'],
    ['years after, it is to re-check', '2036-01-01', 'due', 'qualification_recheck'],
    ['on its first day it stands', '2024-06-30', 'full', 'qualification_one'],
  ])('%s', (_when, day, standing, key) => {
    const assessment = one([qualified({ from: '2024-06-30', until: UNTIL })], day);
    expect(assessment).toMatchObject({ standing, statement: { key } });
  });

  it('the line of its offering says until when it runs, then when it ended', () => {
    const lineOn = (day: string) => one([qualified({ until: UNTIL })], day).notes.map(({ key }) => key);
    expect(lineOn(UNTIL)).toEqual(['qualification_offering_until']);
    expect(lineOn(addDays(UNTIL, 1))).toEqual(['qualification_offering_ended']);
  });

  it('before its first day it is not held', () => {
    const assessment = one([qualified({ from: '2024-06-30', until: UNTIL })], '2024-06-29');
    expect(assessment.standing).toBe('not-reviewed');
    expect(assessment.notes).toEqual([]);
  });

  it('one that has not begun leaves the word to the list it is absent from', () => {
    const facts = [qualified({ from: '2027' }), secnumcloud({ state: 'absent', listOf: '2026-11-01' })];
    expect(one(facts).statement).toEqual(phrase('qualification_none'));
    expect(one(facts, '2027-01-01').standing).toBe('full');
  });

  it('a step that is not reached yet does not count', () => {
    const facts = [
      secnumcloud({ state: 'in-progress', step: 'J1', from: '2027-01' }),
      secnumcloud({ state: 'absent' }),
    ];
    expect(one(facts, '2026-12-31').statement).toEqual(phrase('qualification_none'));
    expect(one(facts, '2027-01-01').statement).toEqual(phrase('qualification_inProgress', text('J1')));
  });

  it('no later day brings back one that has ended', () => {
    const dayOf = (offset: number) => addDays('2020-01-01', offset);
    const period = fc
      .tuple(fc.nat(2000), fc.nat(2000))
      .map(([from, length]) => ({ from: dayOf(from), until: dayOf(from + length) }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 4 }), fc.nat(3000), fc.nat(3000), (periods, a, b) => {
        const offerings = periods.map((dates, index) =>
          offering({ id: `offer-${index}`, qualifications: [qualified(dates)] }),
        );
        const end = periods.map(({ until }) => until).reduce((last, until) => (until > last ? until : last));
        const after = assessed(offerings, addDays(end, 1 + a));
        const later = assessed(offerings, addDays(end, 1 + a + b));
        expect(after).toMatchObject({ standing: 'due', statement: phrase('qualification_recheck', date(end)) });
        expect(later).toEqual(after);
      }),
    );
  });
});

describe('several offerings', () => {
  const withFacts = (id: string, ...qualifications: QualificationFact[]) =>
    offering({ id, name: `Nimbe ${id}`, qualifications });

  it('all qualified are full, and counted', () => {
    const assessment = assessed([withFacts('a', qualified()), withFacts('b', qualified())]);
    expect(assessment).toMatchObject({
      standing: 'full',
      brief: phrase('qualification_many_brief', number(2)),
      statement: phrase('qualification_many', number(2), number(2)),
    });
  });

  it('some of them qualified are half, and named', () => {
    const assessment = assessed([
      withFacts('a', qualified()),
      withFacts('b'),
      withFacts('c', secnumcloud({ state: 'absent' })),
    ]);
    expect(assessment).toMatchObject({
      standing: 'half',
      statement: phrase('qualification_one', text('Nimbe a')),
      details: [phrase('qualification_coverage', number(1), number(3))],
      notes: [phrase('plain', text('Nimbe a'))],
    });
  });

  it('fall due at the first end, and say each one’s', () => {
    const assessment = assessed([
      withFacts('a', qualified({ until: '2027-02-01' })),
      withFacts('b', qualified({ until: '2026-12-15' })),
      withFacts('c', qualified({ until: '2025-01-01' })),
    ]);
    expect(assessment).toMatchObject({
      standing: 'due',
      brief: phrase('qualification_due_brief', date('2026-12-15')),
      statement: phrase('qualification_many', number(2), number(3)),
      details: [phrase('qualification_firstEnd', date('2026-12-15'), text('Nimbe b'))],
      notes: [
        phrase('qualification_offering_until', text('Nimbe a'), date('2027-02-01')),
        phrase('qualification_offering_until', text('Nimbe b'), date('2026-12-15')),
        phrase('qualification_offering_ended', text('Nimbe c'), date('2025-01-01')),
      ],
    });
  });

  it('a progress leads an absence, and a qualification leads both', () => {
    const absent = withFacts('a', secnumcloud({ state: 'absent' }));
    const progress = withFacts('b', secnumcloud({ state: 'in-progress', step: 'J0' }));
    expect(assessed([absent, progress]).statement.key).toBe('qualification_inProgress');
    expect(assessed([absent, progress, withFacts('c', qualified())]).statement.key).toBe('qualification_one');
  });

  it('one that is only announced does not lend its qualification', () => {
    const announced = { ...withFacts('b', qualified()), lifecycle: 'announced' as const };
    expect(assessed([withFacts('a', secnumcloud({ state: 'absent' })), announced]).statement.key).toBe(
      'qualification_none',
    );
  });
});

describe('the details and notes of a qualification', () => {
  it('name the other schemes in force, each once, in alphabetical order', () => {
    const facts = [qualified(), other('hds'), other('c5'), other('hds', { state: 'qualified', until: '2030-01-01' })];
    expect(one(facts).details).toEqual([phrase('qualification_others', list(['C5', 'HDS']))]);
  });

  it.each([
    ['has ended', { state: 'qualified', until: '2026-11-22' }],
    ['has not begun', { state: 'qualified', from: '2026-11-24' }],
    ['is in progress', { state: 'in-progress' }],
    ['is absent', { state: 'absent' }],
  ] as const)('leave out another scheme that %s', (_case, rest) => {
    expect(one([other('hds', rest)]).details).toEqual([]);
  });

  it('of an absence give the day of the list, where it is known', () => {
    expect(one([secnumcloud({ state: 'absent', listOf: '2026-09-15' })]).details).toEqual([
      phrase('qualification_list', date('2026-09-15')),
    ]);
    expect(one([secnumcloud({ state: 'absent' })]).details).toEqual([]);
  });

  it('of a progress say that a step is no qualification', () => {
    expect(one([secnumcloud({ state: 'in-progress', step: 'J1' })]).details).toEqual([
      phrase('qualification_inProgress_detail'),
    ]);
  });
});

it('rests on the sources of every fact, then on the text of the scheme', () => {
  const urls = one([other('hds'), secnumcloud({ state: 'absent' })]).receipts.map(({ url }) => url);
  expect(urls).toEqual([addressOf('hds-list'), addressOf('secnumcloud-list')]);
  expect(one([other('hds')]).receipts.map(({ url }) => url)).toContain(addressOf('secnumcloud-list'));
});
