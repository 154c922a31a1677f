import { expect, it } from 'vitest';

import { assess } from '../../../domain/assessment/assess.ts';
import { createWording } from '../../../domain/wording/wording.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { messagesOf } from '../../messages-of.ts';

const { registry } = readProjectRegistry();
const { say } = createWording(messagesOf('fr'));

it.each(['ovhcloud', 'scaleway', 's3ns'])('never says of a SEAL that it does not look at foreign law: %s', (id) => {
  const provider = registry.providers[id];
  if (provider === undefined) throw new Error('no such provider');
  const lines = assess(provider, '2026-11-23', registry).axes.flatMap((axis) => axis.details.map(say));
  const seal = lines.filter((line) => line.includes('SEAL'));
  expect(seal.length).toBeGreaterThan(0);
  for (const line of seal) {
    expect(line).toMatch(/^SEAL-[23]\u00a0: Niveau donné par un pouvoir adjudicateur/);
    expect(line).toContain('version 1.2.1');
    expect(line).not.toContain('ne portent pas');
  }
});
