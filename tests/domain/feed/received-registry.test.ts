import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { duplicateKeyIn } from '../../../domain/feed/duplicate-key.ts';
import { hostileTextIn } from '../../../domain/feed/hostile-text.ts';
import { readReceivedRegistry } from '../../../domain/feed/received-registry.ts';
import { tolerant } from '../../../domain/feed/tolerant-schema.ts';
import { abridge } from '../../../domain/registry/abridging.ts';
import { ProviderSchema } from '../../../domain/registry/provider.ts';
import { RegistrySchema } from '../../../domain/registry/registry.ts';
import { checkRequirements } from '../../../domain/requirements/check-requirements.ts';
import { describeProvider } from '../../../domain/sheet/provider-sheet.ts';
import { readProjectRegistry } from '../../project-registry.ts';
import { bundleRequirements } from '../../../tools/bundle-requirements.ts';

const { raw, edition, registry } = readProjectRegistry();
const bytesOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));

describe('our own data set', () => {
  it('is read whole: nothing is kept out, nothing is changed', () => {
    expect(readReceivedRegistry(bytesOf(registry))).toEqual({
      registry,
      leftOut: [],
      announced: Object.keys(registry.providers).length,
    });
  });

  it('answers every question of every sheet and every requirement set once it was received', () => {
    const received = abridge(readReceivedRegistry(bytesOf(registry)).registry);
    const requirements = bundleRequirements(raw, registry.sources);
    for (const provider of Object.values(received.providers)) {
      expect(describeProvider(provider, edition.date, received).assessment.name).toBe(provider.name);
      for (const set of requirements.sets) {
        const { receipts } = checkRequirements(set, requirements, 'collectivite', provider, edition.date, received);
        expect(receipts.length).toBeGreaterThan(0);
      }
    }
  });

  it('with a field of the future in every record is read the same', () => {
    const strange = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(strange);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, part]) => [key, strange(part)]);
      // A record of records holds ids: what is no id there is named, see below.
      const isRecord = Object.keys(value).some((key) => ['sources', 'state', 'url', 'text', 'name'].includes(key));
      return Object.fromEntries([...entries, ...(isRecord ? [['futureField', { deep: [1, null] }]] : [])]);
    };
    const read = readReceivedRegistry(bytesOf(strange(registry)));
    expect(read.leftOut).toEqual([]);
    expect(read.registry).toEqual(registry);
  });
});

describe('a tolerant schema', () => {
  it('takes what the strict one takes, and gives the same', () => {
    const schema = tolerant(RegistrySchema);
    expect(v.parse(schema, registry)).toEqual(registry);
  });

  it('leaves unknown fields aside and refuses everything else that the strict one refuses', () => {
    const schema = tolerant(ProviderSchema);
    const [provider] = Object.values(registry.providers);
    expect(v.parse(schema, { ...provider, more: 1 })).toEqual(provider);
    for (const key of Object.keys(ProviderSchema.entries)) {
      const broken = { ...provider, [key]: Symbol('nothing') };
      expect(v.is(schema, broken)).toBe(false);
      expect(v.is(ProviderSchema, broken)).toBe(false);
    }
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'b'],
    ['[{"a":1},{"a":1}]', null],
    ['{"a":"a","b":"a"}', null],
    ['{"a":{"a":{"a":1}}}', null],
    ['{"\\u0061":1,"a":2}', 'a'],
    ['{"a\\"":1,"a":2}', null],
    ['{"a" : 1, "a"\n: 2}', 'a'],
    ['{"x":"}{\\\\","y":["{"],"x":1}', 'x'],
    ['"a"', null],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('is found in %s: %j', (json, key) => {
    JSON.parse(json);
    expect(duplicateKeyIn(json)).toBe(key);
  });

  it('is found in nothing that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(duplicateKeyIn(JSON.stringify(JSON.parse(json)))).toBeNull();
      }),
    );
  });
});

describe('text that could deceive', () => {
  it.each([
    ['\u202eABC', 'holds U+202E'],
    ['a\u0000b', 'holds U+0000'],
    ['a\nb', 'holds U+000A'],
    ['\u2066x\u2069', 'holds U+2066'],
    ['zero\u200bwidth', 'holds U+200B'],
    ['\ufeffx', 'holds U+FEFF'],
    ['x\u{e0041}', 'holds U+E0041'],
    ['É, œ, 10 000 €, «\u00a0texte\u00a0», 10\u202f000, 🏛', null],
    ['<script>alert(1)</script>', null],
  ])('is found in %j: %j', (text, found) => {
    expect(hostileTextIn({ deep: [text] })).toBe(found);
  });
});
