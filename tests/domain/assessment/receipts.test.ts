import { describe, expect, it } from 'vitest';

import { receiptsOf, receiptsOfFact, uniqueReceipts } from '../../../domain/assessment/receipts.ts';
import type { Sources } from '../../../domain/registry/source.ts';
import {
  CHECKED_ON,
  cite,
  contested,
  known,
  NOT_APPLICABLE,
  NOT_REVIEWED,
  registryOf,
  unknown,
} from './sample-registry.ts';

const SOURCES: Sources = {
  ...registryOf().sources,
  full: {
    publisher: 'ANSSI',
    title: 'Liste',
    url: 'https://cyber.example.org/liste',
    date: '2026-09',
    readThrough: 'https://copies.example.org/liste',
  },
};

describe('a receipt', () => {
  it('carries the source, the day it was checked, the quotation and who says so', () => {
    const citation = { source: 'full', checkedOn: '2026-11-02', quote: 'Nimbe Machines' };
    expect(receiptsOf([citation], SOURCES, 'official-register')).toEqual([
      { ...SOURCES['full'], checkedOn: '2026-11-02', quote: 'Nimbe Machines', provenance: 'official-register' },
    ]);
  });

  it('has no field for what is not known', () => {
    expect(receiptsOf([cite('press')], SOURCES)).toStrictEqual([{ ...SOURCES['press'], checkedOn: CHECKED_ON }]);
  });

  it('is given once for each source, in order', () => {
    const receipts = receiptsOf([cite('press'), cite('register'), cite('press', '2026-11-02')], SOURCES);
    expect(receipts.map(({ title }) => title)).toEqual(['Document press', 'Document register']);
  });

  it('of a source that the registry lacks is an error that names it', () => {
    expect(() => receiptsOf([{ source: 'nowhere', checkedOn: CHECKED_ON }], SOURCES)).toThrow(
      new RangeError('unknown source: nowhere'),
    );
  });
});

describe('the receipts of a fact', () => {
  it.each([
    [
      'known',
      known(1, 'register', 'press'),
      [
        ['Document register', 'official-register'],
        ['Document press', 'official-register'],
      ],
    ],
    [
      'contested',
      contested(1),
      [
        ['Document press', 'press'],
        ['Document reply', 'provider-statement'],
      ],
    ],
    [
      'unknown, with what was searched',
      { ...unknown(), sources: [cite('register')] },
      [['Document register', undefined]],
    ],
    ['unknown, without', unknown(), []],
    ['not reviewed', NOT_REVIEWED, []],
    ['not applicable', NOT_APPLICABLE, []],
  ])('that is %s', (_state, fact, receipts) => {
    expect(receiptsOfFact(fact, SOURCES).map(({ title, provenance }) => [title, provenance])).toEqual(receipts);
  });
});

it('the receipts of several facts show each document once, in the order first met', () => {
  const receipts = receiptsOf([cite('press'), cite('register')], SOURCES);
  const more = receiptsOf([cite('register'), cite('reply')], SOURCES);
  expect(uniqueReceipts([...receipts, ...more]).map(({ title }) => title)).toEqual([
    'Document press',
    'Document register',
    'Document reply',
  ]);
});
