import { parseArgs } from 'node:util';

import { checkRegistry } from './check-registry.ts';
import { readDataFolder } from './data-folder.ts';
import { DataError } from './read-data.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const today = new Date().toISOString().slice(0, 10);

try {
  const { raw, edition, texts } = readDataFolder(values.data);
  const problems = checkRegistry(raw, edition, today, texts);
  for (const { file, field, message } of problems)
    console.error(`data/${file}: ${field === '' ? '' : `${field}: `}${message}`);
  if (problems.length > 0) {
    console.error(`${problems.length} problem(s) in the data.`);
    process.exitCode = 1;
  } else {
    console.log(`The data hold: ${raw.providers.size} providers.`);
  }
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
