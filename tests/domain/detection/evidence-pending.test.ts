import { expect, it } from 'vitest';

import { EvidencePending, findMentions } from '../../../domain/detection/find-mentions.ts';
import { compileMatcher } from '../../../domain/detection/matcher.ts';
import { buildNameIndex, evidenceAlone, namesAlone, NO_EVIDENCE } from '../../../domain/registry/name-index.ts';
import { provider, registryOf } from '../assessment/sample-registry.ts';
import { ambiguous, anyCase } from './sample-names.ts';

const INDEX = buildNameIndex(
  registryOf(
    provider({ id: 'ovhcloud', aliases: [anyCase('OVHcloud', 'ovhcloud').alias] }),
    provider({ id: 'orange', aliases: [ambiguous('Orange', 'orange', { confirm: ['fibre'] }).alias] }),
  ),
);
const NAMES = namesAlone(INDEX);
const namedIn = (text: string, index: Parameters<typeof compileMatcher>[0]) =>
  findMentions(text, compileMatcher(index)).map(({ provider: id }) => id);

it('finds with names alone what means one thing only, and says when it meets what does not', () => {
  expect(namedIn('Chez OVHcloud.', NAMES)).toEqual(['ovhcloud']);
  expect(() => namedIn('La fibre d’Orange chez OVHcloud.', NAMES)).toThrow(EvidencePending);
});

it('finds with the evidence what the whole index finds', () => {
  const text = 'La fibre d’Orange chez OVHcloud.';
  expect(namedIn(text, { ...NAMES, ...evidenceAlone(INDEX) })).toEqual(namedIn(text, INDEX));
  expect(namedIn(text, INDEX)).toEqual(['orange', 'ovhcloud']);
});

it('counts no ambiguous name where there will be no evidence', () => {
  expect(namedIn('La fibre d’Orange chez OVHcloud.', { ...NAMES, ...NO_EVIDENCE })).toEqual(['ovhcloud']);
});
