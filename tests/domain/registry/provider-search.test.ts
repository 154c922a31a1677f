import { describe, expect, it } from 'vitest';

import { findProviders } from '../../../domain/registry/provider-search.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';

const named = (id: string, name: string, ...aliases: string[]) => ({
  ...provider({}),
  id,
  name,
  aliases: aliases.map((text) => ({ text, kind: 'brand' as const, case: 'any' as const })),
});
const REGISTRY = registryOf(
  named('megalis', 'Mégalis Bretagne', 'Mégalis Bretagne'),
  named('alpha', 'Alpha Cloud', 'Alpha Cloud', 'Ancien Nom'),
  named('alphabet', 'Alphabet', 'Alphabet'),
  named('beta', 'Beta Alpha', 'Beta Alpha'),
);
const idsFor = (text: string, limit = 10) => findProviders(REGISTRY, text, limit).map((hit) => hit.provider);

describe('a search by hand', () => {
  it.each([
    ['megalis', ['megalis']],
    ['MÉGALIS  bretagne', ['megalis']],
    ['bretagne', ['megalis']],
    ['alphabet', ['alphabet']],
    ['alpha', ['alpha', 'alphabet', 'beta']],
    ['personne', []],
    ['', []],
    ['   ', []],
  ])('for %j gives %j', (text, ids) => {
    expect(idsFor(text)).toEqual(ids);
  });

  it('says by which other name it found one', () => {
    expect(findProviders(REGISTRY, 'ancien', 1)).toEqual([
      { provider: 'alpha', name: 'Alpha Cloud', alias: 'Ancien Nom' },
    ]);
  });

  it('gives no more than asked for', () => {
    expect(idsFor('alpha', 2)).toEqual(['alpha', 'alphabet']);
  });
});
