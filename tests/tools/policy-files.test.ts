import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { POLICY_ENTRIES, readPolicy } from '../../domain/settings/policy.ts';
import { managedSchema, POLICY_PROPERTIES } from '../../tools/policy-schema.ts';

const POLICIES = join(import.meta.dirname, '../../docs/policies');
const read = (file: string) => readFileSync(join(POLICIES, file), 'utf8');
const EXAMPLE = JSON.parse(read('ancrage.json')) as Record<string, unknown>;

/** Where the extension's own id goes. */
const ANY_ID = 'abcdefghijklmnopabcdefghijklmnop';

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

  it.each([
    ['windows-chrome.reg', String.raw`SOFTWARE\Policies\Google\Chrome`],
    ['windows-edge.reg', String.raw`SOFTWARE\Policies\Microsoft\Edge`],
  ])('give Windows the same: %s', (file, place) => {
    const text = read(file);
    // Without a byte order mark Windows reads one byte a letter; and it wants its own line ends.
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(readRegistry(text, `HKEY_LOCAL_MACHINE\\${place}\\3rdparty\\extensions\\${ANY_ID}\\policy`)).toEqual(
      EXAMPLE,
    );
  });
});

/** What Chrome makes of a registry file: a key of its own is a list, 0 and 1 are false and true, a dictionary is JSON. */
function readRegistry(text: string, root: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let list: unknown[] | null = null;
  for (const line of text.split('\r\n').slice(1)) {
    const [, place] = /^\[(.*)\]$/.exec(line) ?? [];
    const [, name = '', value = ''] = /^"(\w+)"=(.*)$/.exec(line) ?? [];
    if (place === root) list = null;
    else if (place !== undefined) {
      expect(place.startsWith(`${root}\\`)).toBe(true);
      list = [];
      values[place.slice(root.length + 1)] = list;
    } else if (list !== null && name !== '') {
      list.push(JSON.parse(value));
      expect(name).toBe(String(list.length));
    } else if (name !== '') values[name] = readValue(name, value);
  }
  return values;
}

function readValue(name: string, value: string): unknown {
  const { type } = POLICY_PROPERTIES[name as keyof typeof POLICY_PROPERTIES];
  const [, number] = /^dword:(\w{8})$/.exec(value) ?? [];
  if (number !== undefined) return type === 'boolean' ? number.endsWith('1') : Number.parseInt(number, 16);
  const words = JSON.parse(value) as string;
  return type === 'object' || name === 'feedKeys' ? (JSON.parse(words) as unknown) : words;
}
