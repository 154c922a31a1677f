import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { coveragePage } from './coverage-page.ts';
import { ROOT } from './data-folder.ts';
import { openRegistry } from './open-registry.ts';
import { reportRegistry } from './report-registry.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, data: { type: 'string' } },
});
const opened = openRegistry(values.data);

if (opened !== undefined) {
  const { registry, raw, edition } = opened;
  // As of the edition's own day, so that the same registry always gives the same page.
  const report = reportRegistry(registry, edition.date, raw.shared.priority as string[]);
  if (values.write) writeFileSync(join(ROOT, 'docs/coverage.md'), coveragePage(report));
  console.log(values.json ? JSON.stringify(report, null, 2) : coveragePage(report));
}
