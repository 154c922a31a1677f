import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { assembleRegistry } from './assemble-registry.ts';
import { coveragePage } from './coverage-page.ts';
import { readDataFolder, ROOT } from './data-folder.ts';
import { reportRegistry } from './report-registry.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, write: { type: 'boolean' } } });
const { raw, edition } = readDataFolder();
const assembled = assembleRegistry(raw, edition);

if ('problems' in assembled) {
  console.error(`${assembled.problems.length} problem(s) in the data: run "npm run registry:check".`);
  process.exitCode = 1;
} else {
  // As of the edition's own day, so that the same registry always gives the same page.
  const report = reportRegistry(assembled.registry, edition.date, raw.shared.priority as string[]);
  if (values.write) writeFileSync(join(ROOT, 'docs/coverage.md'), coveragePage(report));
  console.log(values.json ? JSON.stringify(report, null, 2) : coveragePage(report));
}
