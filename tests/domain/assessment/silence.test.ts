import { describe, expect, it } from 'vitest';

import { AXES } from '../../../domain/assessment/assessment.ts';
import { assessGroup, assessSilence, isSilent } from '../../../domain/assessment/silence.ts';
import { date, list, phrase } from '../../../domain/wording/phrase.ts';
import { contested, known, NOT_APPLICABLE, NOT_REVIEWED, REASON, unknown } from './sample-registry.ts';

const reason = phrase('plain', { kind: 'localized', text: REASON });
const searched = (day: string) => phrase('silence_unknown_detail', date(day));

describe('a silence', () => {
  it.each([
    ['no fact at all', [], 'silence_notReviewed', []],
    ['nobody looked', [NOT_REVIEWED], 'silence_notReviewed', []],
    ['no object', [NOT_APPLICABLE], 'silence_notApplicable', [reason]],
    ['searched', [unknown('2026-01-02')], 'silence_unknown', [searched('2026-01-02')]],
    ['no object before nobody looked', [NOT_REVIEWED, NOT_APPLICABLE], 'silence_notApplicable', [reason]],
    [
      'searched before nobody looked',
      [NOT_REVIEWED, unknown('2026-01-02')],
      'silence_unknown',
      [searched('2026-01-02')],
    ],
    ['searched before no object', [NOT_APPLICABLE, unknown('2026-01-02')], 'silence_unknown', [searched('2026-01-02')]],
    [
      'the last of several searches',
      [unknown('2026-01-02'), unknown('2026-03-04'), unknown('2025-12-31')],
      'silence_unknown',
      [searched('2026-03-04')],
    ],
  ] as const)('says which it is: %s', (_case, facts, key, details) => {
    expect(assessSilence('location', facts)).toEqual({
      axis: 'location',
      standing: 'silence',
      brief: phrase(key),
      statement: phrase(key),
      details,
      notes: [],
      receipts: [],
    });
  });

  it.each(AXES)('is told of the axis it is about: %s', (axis) => {
    expect(assessSilence(axis, [unknown()]).axis).toBe(axis);
    expect(assessSilence(axis, []).axis).toBe(axis);
  });
});

describe('a group that sells nothing under its own name', () => {
  it('sends the reader to its members’ records', () => {
    expect(assessGroup('law', ['Nimbe Mail', 'Nimbe Santé'])).toEqual({
      axis: 'law',
      standing: 'silence',
      brief: phrase('group_brief'),
      statement: phrase('group_statement'),
      details: [phrase('group_members', list(['Nimbe Mail', 'Nimbe Santé']))],
      notes: [],
      receipts: [],
    });
  });

  it('has nowhere to send the reader to when the registry holds no member', () => {
    expect(assessGroup('location', []).details).toEqual([]);
  });
});

it.each([
  [unknown(), true],
  [NOT_REVIEWED, true],
  [NOT_APPLICABLE, true],
  [known('a value'), false],
  [contested('a value'), false],
])('takes %j for a silence: %s', (fact, silent) => {
  expect(isSilent(fact)).toBe(silent);
});
