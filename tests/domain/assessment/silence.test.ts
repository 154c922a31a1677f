import { describe, expect, it } from 'vitest';

import { AXES } from '../../../domain/assessment/assessment.ts';
import { assessGroup, assessSilence, isSilent } from '../../../domain/assessment/silence.ts';
import { date, list, phrase } from '../../../domain/wording/phrase.ts';
import {
  addressOf,
  cite,
  contested,
  DAY,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  REASON,
  registryOf,
  unknown,
} from './sample-registry.ts';

const SOURCES = registryOf().sources;

const reason = phrase('plain', { kind: 'localized', text: REASON });
const searched = (day: string) => phrase('silence_unknown_detail', date(day));

describe('a silence', () => {
  it.each([
    ['no fact at all', [], 'not-reviewed', 'silence_notReviewed', []],
    ['nobody looked', [NOT_REVIEWED], 'not-reviewed', 'silence_notReviewed', []],
    ['no object', [NOT_APPLICABLE], 'not-applicable', 'silence_notApplicable', [reason]],
    ['searched', [unknown(DAY)], 'unknown', 'silence_unknown', [searched(DAY)]],
    ['no object leads', [NOT_REVIEWED, NOT_APPLICABLE], 'not-applicable', 'silence_notApplicable', [reason]],
    ['a search leads', [NOT_REVIEWED, unknown(DAY)], 'unknown', 'silence_unknown', [searched(DAY)]],
    ['a search leads all', [NOT_APPLICABLE, unknown(DAY)], 'unknown', 'silence_unknown', [searched(DAY)]],
    [
      'the last of several searches',
      [unknown('2026-01-02'), unknown('2026-03-04'), unknown('2025-12-31')],
      'unknown',
      'silence_unknown',
      [searched('2026-03-04')],
    ],
  ] as const)('says which it is: %s', (_case, facts, standing, key, details) => {
    expect(assessSilence('location', facts, SOURCES)).toEqual({
      axis: 'location',
      standing,
      brief: phrase(`${key}_brief`),
      statement: phrase(key),
      details,
      notes: [],
      receipts: [],
    });
  });

  it('shows where it was searched, each document once', () => {
    const facts = [
      { ...unknown(), sources: [cite('register'), cite('press')] },
      { ...unknown(), sources: [cite('press')] },
    ];
    const urls = assessSilence('location', [NOT_REVIEWED, ...facts], SOURCES).receipts.map(({ url }) => url);
    expect(urls).toEqual([addressOf('register'), addressOf('press')]);
  });

  it.each(AXES)('is told of the axis it is about: %s', (axis) => {
    expect(assessSilence(axis, [unknown()], SOURCES).axis).toBe(axis);
    expect(assessSilence(axis, [], SOURCES).axis).toBe(axis);
  });
});

describe('a group that sells nothing under its own name', () => {
  it('sends the reader to its members’ records', () => {
    expect(assessGroup('law', ['Nimbe Mail', 'Nimbe Santé'])).toEqual({
      axis: 'law',
      standing: 'not-applicable',
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
