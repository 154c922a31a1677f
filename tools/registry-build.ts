import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { buildNameIndex } from '../domain/registry/name-index.ts';
import { assembleRegistry, type Edition } from './assemble-registry.ts';
import { readData } from './read-data.ts';

const ROOT = join(import.meta.dirname, '..');
const edition = JSON.parse(readFileSync(join(ROOT, 'data/edition.json'), 'utf8')) as Edition;
const result = assembleRegistry(readData(join(ROOT, 'data')), edition);

if ('problems' in result) {
  for (const { file, field, message } of result.problems) console.error(`data/${file}: ${field}: ${message}`);
  console.error(`${result.problems.length} problem(s); nothing was written.`);
  process.exit(1);
}

mkdirSync(join(ROOT, 'generated'), { recursive: true });
write('registry.json', result.registry);
write('name-index.json', buildNameIndex(result.registry));

/** Written aside and renamed: a build that dies leaves the last good file. */
function write(name: string, value: unknown): void {
  const file = join(ROOT, 'generated', name);
  const json = `${JSON.stringify(value)}\n`;
  writeFileSync(`${file}.part`, json);
  renameSync(`${file}.part`, file);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`generated/${name}  ${kilobytes(Buffer.byteLength(json))}, gzip ${kilobytes(gzipSync(json).length)}`);
}
