import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { abridge } from '../../domain/registry/abridging.ts';
import { packRegistry, unpackRegistry, type PackedRegistry } from '../../domain/registry/packing.ts';
import { ProviderSchema } from '../../domain/registry/provider.ts';
import { RegistrySchema } from '../../domain/registry/registry.ts';
import { citationsIn } from '../../tools/assemble-registry.ts';
import { readProjectRegistry } from '../project-registry.ts';
import { checkRegistry } from '../../tools/check-registry.ts';
import { coveragePage } from '../../tools/coverage-page.ts';
import { ROOT } from '../../tools/data-folder.ts';
import { reportRegistry } from '../../tools/report-registry.ts';

const { raw, edition, texts, registry } = readProjectRegistry();

describe('the data of the registry', () => {
  it('hold to every rule', () => {
    expect(checkRegistry(raw, edition, new Date().toISOString().slice(0, 10), texts)).toEqual([]);
  });

  it('cover what buyers meet: 150 providers, 400 sourced facts, none known without a public source', () => {
    const report = reportRegistry(registry, edition.date, raw.shared.priority as string[]);
    expect(report.providers).toBeGreaterThanOrEqual(150);
    expect(report.facts.known).toBeGreaterThanOrEqual(400);
    expect(report.knownWithoutPublicSource).toBe(0);
    expect(report.priority).toHaveLength(60);
    expect(report.prioritySettled).toBeGreaterThanOrEqual(0.95);
  });

  it('have their coverage written down', () => {
    const report = reportRegistry(registry, edition.date, raw.shared.priority as string[]);
    expect(readFileSync(join(ROOT, 'docs/coverage.md'), 'utf8')).toBe(coveragePage(report));
  });

  it.each(['cloudwatt', 'numergy'])('say what became of %s and when', (id) => {
    const { status } = registry.providers[id] ?? {};
    expect(status).toMatchObject({
      state: 'known',
      value: { on: expect.stringMatching(/^20\d\d/), successor: expect.any(String) },
    });
  });

  it('name the four awards of the Commission of 17/04/2026 by their level, the contracting authority and no one else', () => {
    const seals = Object.values(registry.providers).flatMap((provider) =>
      provider.offerings.flatMap((offering) =>
        offering.qualifications.flatMap((fact) =>
          'value' in fact && fact.value.scheme === 'seal' ? [[provider.id, fact.value.level]] : [],
        ),
      ),
    );
    expect(seals).toEqual(expect.arrayContaining([expect.arrayContaining(['s3ns', 'SEAL-2'])]));
    expect(new Set(seals.map(([, level]) => level))).toEqual(new Set(['SEAL-2', 'SEAL-3']));
  });
});

describe('any one field of a provider, changed', () => {
  const providers = Object.entries(registry.providers);

  it('leaves the file valid or is reported by its path', () => {
    const field = fc
      .constantFrom(...providers)
      .chain(([id, provider]) => fc.tuple(fc.constant(id), fc.constantFrom(...pathsIn(provider))));
    const change = fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      0,
      -1,
      [],
      {},
      'Ω',
      '2026-13-45',
      'http://example.org',
      'A'.repeat(5000),
    );
    fc.assert(
      fc.property(field, change, ([id, path], replacement) => {
        const result = v.safeParse(ProviderSchema, replaceAt(registry.providers[id], path, replacement));
        if (result.success) return;
        const reported = result.issues.map((issue) => v.getDotPath(issue) ?? '');
        const changed = path.join('.');
        // A variant is told apart by its state: changing that is reported there or on what it asks for beside it.
        const parent = path.slice(0, -1).join('.');
        expect(
          reported.some(
            (at) => at === changed || at.startsWith(`${changed}.`) || changed.startsWith(at) || at.startsWith(parent),
          ),
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the bundled registry', () => {
  const packed = packRegistry(abridge(registry));

  it('unpacks to what was packed', () => {
    expect(unpackRegistry(JSON.parse(JSON.stringify(packed)) as PackedRegistry)).toEqual(abridge(registry));
    expect(unpackRegistry(packRegistry(registry))).toEqual(registry);
  });

  it('is itself a valid registry, with the same facts and receipts', () => {
    expect(v.safeParse(RegistrySchema, abridge(registry)).success).toBe(true);
    const day = edition.date;
    const [whole, short] = [registry, abridge(registry)].map((one) => reportRegistry(one, day, []));
    expect(short?.facts).toEqual(whole?.facts);
    expect(short?.byProvenance).toEqual(whole?.byProvenance);
  });

  it('keeps to its budget: 600 kB, 120 kB compressed', () => {
    const json = `${JSON.stringify(packed)}\n`;
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(600_000);
    expect(gzipSync(json, { level: 9 }).length).toBeLessThanOrEqual(120_000);
  });
});

describe('the build of the registry', () => {
  let folders: string[] = [];
  beforeAll(() => {
    folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'ancrage-build-')));
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('gives the same bytes twice, the name index within 60 kB', () => {
    for (const folder of folders)
      execFileSync(process.execPath, ['tools/registry-build.ts', '--out', folder], { cwd: ROOT, stdio: 'ignore' });
    for (const name of ['registry.json', 'name-index.json']) {
      const [first, second] = folders.map((folder) => readFileSync(join(folder, name)));
      expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    }
    expect(readFileSync(join(folders[0] ?? '', 'name-index.json')).length).toBeLessThanOrEqual(60_000);
  });

  it('ships every source that it cites, and no other', () => {
    const packed = JSON.parse(readFileSync(join(folders[0] ?? '', 'registry.json'), 'utf8')) as PackedRegistry;
    const shipped = unpackRegistry(packed);
    const cited = new Set(citationsIn({ ...shipped, sources: {} }).map(({ source }) => source));
    expect(cited.size).toBeGreaterThan(0);
    expect(Object.keys(shipped.sources).toSorted()).toEqual([...cited].toSorted());
  });
});

/** The path of every field in a value, leaves and branches. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  const here = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length === 0 && replacement === undefined) delete copy[key];
  else copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}
