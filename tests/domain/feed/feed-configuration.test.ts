import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { FeedAddressSchema, feedInForce, FeedKeysSchema, identityOf } from '../../../domain/feed/feed-configuration.ts';

const KEY = { kid: '2026', x: 'A'.repeat(43) };
const OTHER = { kid: 'own', x: 'B'.repeat(43) };
const BUILT = { url: 'https://feed.example.org/feed.json', keys: [KEY] };

describe('the feed that holds', () => {
  it.each([
    ['the build’s', BUILT, {}, BUILT],
    ['none, where the build has none', { url: '', keys: [] }, {}, null],
    ['none, where there is no key', { ...BUILT, keys: [] }, {}, null],
    [
      'the organisation’s',
      BUILT,
      { feedUrl: 'https://own.example.org/feed.json', feedKeys: [OTHER] },
      { url: 'https://own.example.org/feed.json', keys: [OTHER] },
    ],
    [
      'a copy of the build’s on the organisation’s own host',
      BUILT,
      { feedUrl: 'https://own.example.org/feed.json' },
      { url: 'https://own.example.org/feed.json', keys: [KEY] },
    ],
    [
      'the organisation’s, where the build has none',
      { url: '', keys: [] },
      { feedUrl: BUILT.url, feedKeys: [KEY] },
      BUILT,
    ],
    ['none, where the organisation takes every key away', BUILT, { feedKeys: [] }, null],
  ])('is %s', (_what, built, policy, feed) => {
    expect(feedInForce(built, policy)).toEqual(feed);
  });

  it('is the same in whatever order its keys are listed, and another with another key or address', () => {
    const both = identityOf({ url: BUILT.url, keys: [KEY, OTHER] });
    expect(identityOf({ url: BUILT.url, keys: [OTHER, KEY] })).toBe(both);
    expect(identityOf(BUILT)).not.toBe(both);
    expect(identityOf({ ...BUILT, url: 'https://other.example.org/feed.json' })).not.toBe(identityOf(BUILT));
    expect(identityOf({ ...BUILT, keys: [{ ...KEY, x: OTHER.x }] })).not.toBe(identityOf(BUILT));
  });
});

it.each([
  ['two keys', [KEY, OTHER], true],
  ['one id for two keys', [KEY, { ...OTHER, kid: KEY.kid }], false],
  ['nine keys', Array.from({ length: 9 }, (_, place) => ({ ...KEY, kid: `k${place}` })), false],
])('%s may be configured: %j', (_what, keys, may) => {
  expect(v.is(FeedKeysSchema, keys)).toBe(may);
});

it.each([
  ['https://feed.example.org/feed.json', true],
  ['https://intranet/ancrage/feed.json', true],
  ['http://feed.example.org/feed.json', false],
  ['https://feed.example.org/feed.json?reader=1', false],
  ['https://feed.example.org/feed.json#1', false],
  ['https://name:word@feed.example.org/feed.json', false],
  ['ftp://feed.example.org/feed.json', false],
  ['feed.json', false],
])('%s is an address for a feed: %j', (address, is) => {
  expect(v.is(FeedAddressSchema, address)).toBe(is);
});
