import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { abridge } from '../domain/registry/abridging.ts';
import { buildNameIndex, namesAlone } from '../domain/registry/name-index.ts';
import { packRegistry } from '../domain/registry/packing.ts';
import { assembleRegistry } from './assemble-registry.ts';
import { bundleRequirements, citedSources } from './bundle-requirements.ts';
import { DATA, readDataFolder, ROOT } from './data-folder.ts';
import { DataError } from './read-data.ts';

/** What may ship in the extension, in bytes. */
const BUDGETS: Record<string, { raw: number; gzip: number }> = {
  'registry.json': { raw: 600_000, gzip: 120_000 },
  'requirements.json': { raw: 30_000, gzip: 10_000 },
  'name-index.json': { raw: 60_000, gzip: 60_000 },
};

const { values } = parseArgs({
  options: { data: { type: 'string', default: DATA }, out: { type: 'string', default: join(ROOT, 'generated') } },
});

try {
  const { raw, edition } = readDataFolder(values.data);
  const result = assembleRegistry(raw, edition);
  if ('problems' in result) {
    for (const { file, field, message } of result.problems) console.error(`data/${file}: ${field}: ${message}`);
    console.error(`${result.problems.length} problem(s); nothing was written.`);
    process.exitCode = 1;
  } else {
    const { registry } = result;
    const bundled = abridge(registry);
    const index = buildNameIndex(registry);
    write({
      'registry.json': packRegistry({ ...bundled, sources: citedSources(bundled, bundled.sources) }),
      'requirements.json': bundleRequirements(raw, registry.sources),
      'name-index.json': index,
      'name-list.json': namesAlone(index),
    });
    console.log(`Registry ${edition.version} of ${edition.date}: ${raw.providers.size} providers.`);
  }
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(`${error.message}; nothing was written.`);
  process.exitCode = 1;
}

/** All or nothing: every file is written aside, and only then put in place. Over budget is an error before any of it. */
function write(contents: Record<string, unknown>): void {
  const files = Object.entries(contents).map(([name, value]) => {
    const json = `${JSON.stringify(value)}\n`;
    const sizes = { raw: Buffer.byteLength(json), gzip: gzipSync(json, { level: 9 }).length };
    const budget = BUDGETS[name];
    if (budget !== undefined && (sizes.raw > budget.raw || sizes.gzip > budget.gzip)) {
      throw new DataError(
        name,
        `${sizes.raw} bytes, gzip ${sizes.gzip}: over its budget of ${budget.raw} and ${budget.gzip}`,
      );
    }
    console.log(`generated/${name}  ${kilobytes(sizes.raw)}, gzip ${kilobytes(sizes.gzip)}`);
    return { path: join(values.out, name), json };
  });
  mkdirSync(values.out, { recursive: true });
  for (const { path, json } of files) writeFileSync(`${path}.part`, json);
  for (const { path } of files) renameSync(`${path}.part`, path);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
