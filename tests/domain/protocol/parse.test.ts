import { describe, expect, it } from 'vitest';
import type * as v from 'valibot';

import {
  AssessRequestSchema,
  AssessResponseSchema,
  CountSchema,
  DirectionSchema,
  InventorySchema,
} from '../../../domain/protocol/messages.ts';
import { MalformedMessage, parseMessage } from '../../../domain/protocol/parse.ts';
import { assess } from '../../../domain/assessment/assess.ts';
import { DAY, kept, offeringKept, provider, registryOf } from '../assessment/sample-registry.ts';

const NIMBE = provider({ offerings: [offeringKept(kept('FR'))] });
const RESPONSE = { registry: { version: 1, date: DAY }, assessments: [assess(NIMBE, DAY, registryOf(NIMBE))] };

describe('a payload that has the shape agreed', () => {
  it.each([
    ['a request', AssessRequestSchema, { providers: ['ovhcloud', 'google-cloud'] }],
    ['a request about nobody', AssessRequestSchema, { providers: [] }],
    ['an answer', AssessResponseSchema, RESPONSE],
    ['a count', CountSchema, 0],
    ['an inventory', InventorySchema, [{ provider: 'ovhcloud', mentions: 3, possible: 1 }]],
    ['a direction', DirectionSchema, 'previous'],
  ])('comes out as it went in: %s', (_what, schema, payload) => {
    expect(parseMessage(schema, payload)).toEqual(payload);
  });

  it('survives the way between two contexts', () => {
    expect(parseMessage(AssessResponseSchema, JSON.parse(JSON.stringify(RESPONSE)))).toEqual(RESPONSE);
  });
});

describe('a payload that does not', () => {
  const [assessment] = RESPONSE.assessments;

  it.each([
    ['nothing', AssessRequestSchema, undefined, /^message: /],
    ['null', AssessRequestSchema, null, /^message: /],
    ['a forged id', AssessRequestSchema, { providers: ['ok', '<img>'] }, /^providers\.1: is not an id/],
    ['an id of the wrong type', AssessRequestSchema, { providers: [7] }, /^providers\.0: /],
    ['a smuggled field', AssessRequestSchema, { providers: [], url: 'x' }, /^url: /],
    ['too many names', AssessRequestSchema, { providers: Array.from({ length: 1001 }, () => 'a') }, /^providers: /],
    ['a negative count', CountSchema, -1, /^message: /],
    ['half a name', CountSchema, 0.5, /^message: /],
    ['a count beyond reason', CountSchema, 100_001, /^message: /],
    ['a count that is no number', CountSchema, Number.NaN, /^message: /],
    ['a count in words', CountSchema, '3', /^message: /],
    [
      'an inventory with a bad count',
      InventorySchema,
      [{ provider: 'a', mentions: -1, possible: 0 }],
      /^0\.mentions: /,
    ],
    ['a direction of its own', DirectionSchema, 'up', /^message: /],
    [
      'a standing of its own',
      AssessResponseSchema,
      { ...RESPONSE, assessments: [{ ...assessment, axes: [{ ...assessment?.axes[0], standing: 'silence' }] }] },
      /^assessments\.0\.axes\.0\.standing: /,
    ],
    [
      'axes in another order',
      AssessResponseSchema,
      { ...RESPONSE, assessments: [{ ...assessment, axes: assessment?.axes.toReversed() }] },
      /^assessments\.0\.axes: are not the three axes/,
    ],
    [
      'an axis too few',
      AssessResponseSchema,
      { ...RESPONSE, assessments: [{ ...assessment, axes: assessment?.axes.slice(1) }] },
      /^assessments\.0\.axes: are not the three axes/,
    ],
    [
      'a registry without a day',
      AssessResponseSchema,
      { ...RESPONSE, registry: { version: 1, date: '2026' } },
      /^registry\.date: is not a day/,
    ],
  ])('is refused, and the field is named: %s', (_what, schema, payload, problem) => {
    const parse = () => parseMessage<v.GenericSchema>(schema, payload);
    expect(parse).toThrow(MalformedMessage);
    expect(parse).toThrow(problem);
  });

  it('is told from other errors by its name', () => {
    expect(new MalformedMessage('x')).toMatchObject({ name: 'MalformedMessage', message: 'x' });
    expect(new MalformedMessage('x')).toBeInstanceOf(Error);
  });
});
