import { describe, expect, it } from 'vitest';

import { FeedFailure } from '../../../domain/feed/feed-failure.ts';
import type { TrustedKeys } from '../../../domain/feed/trusted-keys.ts';
import { verifySignedFeed } from '../../../domain/feed/verify-feed.ts';
import { registryOf } from '../assessment/sample-registry.ts';
import { fileOf, manifestOf, newKey, signed, type TestKey } from './feed-publisher.ts';

const [one, two, three] = [newKey('1'), newKey('2'), newKey('3')];
const REGISTRY = registryOf();
const MANIFEST = manifestOf(REGISTRY, fileOf(REGISTRY));
const trusting = (keys: TestKey[], revoked: string[] = []): TrustedKeys => ({
  keys: keys.map(({ kid, x }) => ({ kid, x })),
  revoked,
});
const verify = (text: string, trusted: TrustedKeys) =>
  verifySignedFeed(new TextEncoder().encode(text), trusted).catch((error: unknown) =>
    error instanceof FeedFailure ? error.kind : error,
  );

describe('a feed', () => {
  it.each<[string, TestKey[], TrustedKeys, unknown]>([
    ['by the key trusted', [one], trusting([one]), MANIFEST],
    ['by one of two keys trusted', [two], trusting([one, two]), MANIFEST],
    ['by two keys trusted', [one, two], trusting([one, two]), MANIFEST],
    ['by a key trusted and one that is not known yet', [one, two], trusting([one]), MANIFEST],
    ['by one that is not known and a key trusted', [two, one], trusting([one]), MANIFEST],
    ['by a key trusted and one revoked', [one, two], trusting([one, two], ['2']), MANIFEST],
    ['by a key trusted and a forgery of another', [one, { ...three, kid: '2' }], trusting([one, two]), 'bad-signature'],
    ['by a forgery and a key trusted', [{ ...three, kid: '2' }, one], trusting([one, two]), 'bad-signature'],
    ['by a key that is not known', [three], trusting([one, two]), 'unknown-key'],
    ['by a key revoked, though it is still listed', [one], trusting([one], ['1']), 'revoked-key'],
    ['where no key is trusted', [one], trusting([]), 'unknown-key'],
    ['by more keys than a feed has', [one, two, three, newKey('4'), newKey('5')], trusting([one]), 'not-a-feed'],
  ])('signed %s', async (_what, keys, trusted, outcome) => {
    expect(await verify(signed(MANIFEST, keys), trusted)).toEqual(outcome);
  });

  it.each(['signature', 'protected', 'payload'] as const)(
    'has one spelling: bits that mean nothing at the end of its %s are refused',
    async (part) => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      // A payload whose last letter has bits to spare.
      const padded = [0, 1, 2].map((more) => ({ ...MANIFEST, note: 'x'.repeat(more) }));
      for (const manifest of padded) {
        const text = signed(manifest, [one]);
        const value = new RegExp(`"${part}":"([^"]+)"`).exec(text)?.[1] ?? '';
        const last = alphabet.indexOf(value.at(-1) ?? '');
        const respelled = value.slice(0, -1) + alphabet[last ^ 1];
        const same = Buffer.from(respelled, 'base64url').equals(Buffer.from(value, 'base64url'));
        const outcome = await verify(text.replace(value, respelled), trusting([one]));
        expect(outcome).toMatch(same ? /^(?:not-a-feed|wrong-header|bad-signature)$/ : /./);
      }
    },
  );

  it('is whole with no byte more or less around it', async () => {
    const text = signed(MANIFEST, [one]);
    for (const around of [text.trimEnd(), `${text}\n`, ` ${text}`, `\ufeff${text}`, text.replace('\n', '\r\n')]) {
      expect(await verify(around, trusting([one]))).toBe('not-a-feed');
    }
  });
});
