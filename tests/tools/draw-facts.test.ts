import { expect, it } from 'vitest';

import { readProjectRegistry } from '../project-registry.ts';
import { drawFacts } from '../../tools/draw-facts.ts';

const { registry } = readProjectRegistry();

it('draws as many known facts as asked, each once, each with an address to look it up', () => {
  const drawn = drawFacts(registry, 10, 1);
  expect(new Set(drawn.map(({ provider, field }) => `${provider} ${field}`)).size).toBe(10);
  for (const { sources } of drawn) expect(sources[0]?.url).toMatch(/^https:\/\//);
});

it('draws the same for the same seed, and others for another', () => {
  expect(drawFacts(registry, 10, 7)).toEqual(drawFacts(registry, 10, 7));
  expect(drawFacts(registry, 10, 7)).not.toEqual(drawFacts(registry, 10, 8));
});

it('draws all there are when asked for more', () => {
  const all = drawFacts(registry, 1_000_000, 1);
  expect(all.length).toBeGreaterThan(400);
  expect(all.length).toBeLessThan(5000);
});
