import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../../tools/data-folder.ts';
import { billOfMaterials } from '../../tools/supply-chain/bill-of-materials.ts';
import { licenceProblems, packagesWithInstallScript, type Lockfile } from '../../tools/supply-chain/licences.ts';
import { packageOf, SHIPPED, thirdPartyNotices } from '../../tools/supply-chain/shipped-packages.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const LOCKFILE = JSON.parse(read('package-lock.json')) as Lockfile;
const NAMES = new Set(SHIPPED.map(({ name }) => name));

describe('the licences of what is installed', () => {
  it('are all among those allowed', () => {
    expect(licenceProblems(LOCKFILE, NAMES)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', ['a 1.0.0: GPL-3.0-only is not among the licences allowed']],
    ['(MIT AND GPL-3.0-only)', ['a 1.0.0: (MIT AND GPL-3.0-only) is not among the licences allowed']],
    ['(MIT OR GPL-3.0-only)', []],
    ['SEE LICENSE IN LICENSE', ['a 1.0.0: SEE LICENSE IN LICENSE is not among the licences allowed']],
    [undefined, ['a 1.0.0: names no licence']],
    ['CC0-1.0', []],
  ])('may be %s: %j', (license, problems) => {
    const entry = { version: '1.0.0', ...(license !== undefined && { license }) };
    expect(licenceProblems({ packages: { 'node_modules/b/node_modules/a': entry } }, new Set())).toEqual(problems);
  });

  it('are fewer for what ships than for a tool', () => {
    const packages = { 'node_modules/a': { version: '1.0.0', license: 'CC0-1.0' } };
    expect(licenceProblems({ packages }, new Set(['a']))).toHaveLength(1);
  });
});

describe('a script that runs when a package is installed', () => {
  it('is allowed by name alone, and explained', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    expect(packagesWithInstallScript(LOCKFILE)).toEqual(Object.keys(allowScripts).sort());
    for (const name of Object.keys(allowScripts)) expect(read('docs/releasing.md')).toContain(`\`${name}\``);
  });

  it('is seen wherever its package is', () => {
    const packages = { 'node_modules/b/node_modules/@c/a': { hasInstallScript: true }, 'node_modules/d': {} };
    expect(packagesWithInstallScript({ packages })).toEqual(['@c/a']);
  });
});

describe('what ships', () => {
  it.each([
    ['/home/x/node_modules/preact/hooks/dist/hooks.mjs', 'preact'],
    ['/home/x/node_modules/a/node_modules/@webext-core/messaging/dist/index.mjs', '@webext-core/messaging'],
    [String.raw`C:\x\node_modules\valibot\dist\index.mjs`, 'valibot'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0virtual:wxt-plugins', 'wxt'],
    ['/home/x/domain/wording/wording.ts', null],
  ])('knows where a module comes from: %s', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  it('names every package with its version, its origin and its licence', () => {
    const notices = thirdPartyNotices();
    for (const name of NAMES) {
      const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Record<string, string>;
      expect(notices).toContain(`${name} ${version} (${license})`);
    }
    // The first words of MIT, of MPL and of ISC.
    const texts = /Permission is hereby granted|Mozilla Public License Version 2\.0|Permission to use, copy, modify/g;
    expect(notices.match(texts)).toHaveLength(NAMES.size);
    expect(notices.match(/\nhttps:\/\/git(?:hub|lab)\.com\//g)?.length).toBeGreaterThanOrEqual(NAMES.size);
  });
});

describe('the bill of materials', () => {
  interface Bill {
    bomFormat: string;
    specVersion: string;
    metadata: { component: { name: string; type: string } };
    components: { name: string; purl: string; properties?: { name: string; value: string }[] }[];
  }

  it('is CycloneDX, holds every package that ships, and is the same each time', () => {
    const text = billOfMaterials(ROOT);
    expect(billOfMaterials(ROOT)).toBe(text);
    expect(text).not.toMatch(/"timestamp"/);
    const bill = JSON.parse(text) as Bill;
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'ancrage' } } });
    const names = new Set(bill.components.map(({ name }) => name));
    for (const name of NAMES) expect(names).toContain(name);
    for (const { purl } of bill.components) expect(purl).toMatch(/^pkg:npm\//);
  }, 60_000);
});
