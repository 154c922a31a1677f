import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { POLICY_ENTRIES, readPolicy } from '../../domain/settings/policy.ts';
import { managedSchema, POLICY_PROPERTIES } from '../../tools/policy-schema.ts';

const POLICIES = join(import.meta.dirname, '../../docs/policies');
const read = (file: string) => readFileSync(join(POLICIES, file), 'utf8');
const EXAMPLE = JSON.parse(read('ancrage.json')) as Record<string, unknown>;

describe('the schema that Chrome is given', () => {
  it('has every key that can be read, and no other', () => {
    expect(Object.keys(POLICY_PROPERTIES).sort()).toEqual(Object.keys(POLICY_ENTRIES).sort());
  });

  it('says the type of every value, as Chrome demands', () => {
    const check = (schema: Record<string, unknown>, path: string): void => {
      expect([path, typeof schema['type']]).toEqual([path, 'string']);
      if (schema['type'] === 'array') check(schema['items'] as Record<string, unknown>, `${path}[]`);
      if (schema['type'] !== 'object') return;
      expect([path, 'properties' in schema || 'additionalProperties' in schema]).toEqual([path, true]);
      for (const [key, value] of Object.entries(schema['properties'] ?? {})) check(value as never, `${path}.${key}`);
    };
    check(JSON.parse(managedSchema()) as Record<string, unknown>, 'policy');
  });
});

describe('the ready files', () => {
  it('hold an example that can be read whole', () => {
    expect(readPolicy(EXAMPLE)).toEqual({ policy: EXAMPLE, problems: [] });
  });

  it('give Linux and Firefox the same', () => {
    const linux = JSON.parse(read('linux-chromium.json')) as { '3rdparty': { extensions: object } };
    const firefox = JSON.parse(read('firefox-policies.json')) as { policies: { '3rdparty': { Extensions: object } } };
    expect(Object.values(linux['3rdparty'].extensions)).toEqual([EXAMPLE]);
    expect(firefox.policies['3rdparty'].Extensions).toEqual({ 'ancrage@ancrage.eu': EXAMPLE });
  });

  it('offer every key to group policy, with words for each', () => {
    const definitions = read('ancrage.admx');
    const words = read('en-US/ancrage.adml');
    for (const key of Object.keys(POLICY_ENTRIES)) {
      for (const browser of ['chrome', 'edge']) expect(definitions).toContain(`name="${key}_${browser}"`);
    }
    for (const [, table, id] of definitions.matchAll(/\$\((string|presentation)\.(\w+)\)/g)) {
      expect(words).toContain(`<${table} id="${id}">`);
    }
  });

  it.each(['windows-chrome.reg', 'windows-edge.reg'])('give Windows the same keys: %s', (file) => {
    const text = read(file);
    for (const key of Object.keys(EXAMPLE)) expect(text).toMatch(new RegExp(`"${key}"=|\\\\${key}\\]`));
  });
});
