import { describe, expect, it } from 'vitest';

import { readProjectRegistry } from '../project-registry.ts';
import { proposalText, proposeRegions } from '../../tools/refresh-regions.ts';
import { UPSTREAMS } from '../../tools/upstreams.ts';

const { registry } = readProjectRegistry();
const aws = UPSTREAMS.filter((upstream) => upstream.provider === 'aws');

function awsCodes(): string[] {
  const storage = registry.providers['aws']?.offerings[0]?.location.storage;
  return storage !== undefined && 'value' in storage
    ? (storage.value.regions ?? []).flatMap((region) => region.code ?? [])
    : [];
}

describe('a refresh of the regions', () => {
  it('compares with offerings that the registry holds', () => {
    for (const { provider, offering } of UPSTREAMS) {
      expect(registry.providers[provider]?.offerings.map(({ id }) => id)).toContain(offering);
    }
  });

  it('proposes what the upstream has more and less, and changes nothing', async () => {
    const [kept, ...gone] = awsCodes();
    const before = JSON.stringify(registry);
    const answer = {
      prefixes: [{ region: kept }, { region: 'eu-moon-1' }, { region: 'eu-moon-1' }, { region: 'GLOBAL' }],
    };
    const [proposal] = await proposeRegions(registry, aws, () => Promise.resolve(answer));
    expect(proposal).toMatchObject({ added: ['eu-moon-1'], gone });
    expect(gone.length).toBeGreaterThan(5);
    expect(proposal === undefined ? '' : proposalText(proposal)).toContain('named there and not here: eu-moon-1');
    expect(JSON.stringify(registry)).toBe(before);
  });

  it('says so when it agrees', async () => {
    const answer = { prefixes: awsCodes().map((region) => ({ region })) };
    const [proposal] = await proposeRegions(registry, aws, () => Promise.resolve(answer));
    expect(proposal === undefined ? '' : proposalText(proposal)).toContain('agrees with the registry');
  });

  it.each([
    ['offline', () => Promise.reject(new Error('no connection')), 'no connection'],
    ['an answer of another shape', () => Promise.resolve({ regions: [] }), 'prefixes'],
  ])('says so when it cannot tell: %s', async (_case, fetchJson, reason) => {
    const [proposal] = await proposeRegions(registry, aws, fetchJson);
    const text = proposal === undefined ? '' : proposalText(proposal);
    expect(text).toContain(reason);
    expect(text).toContain('Nothing is proposed');
  });
});
