import { parseArgs } from 'node:util';

import { assembleRegistry } from './assemble-registry.ts';
import { drawFacts } from './draw-facts.ts';
import { readDataFolder } from './data-folder.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const { raw, edition } = readDataFolder();
const assembled = assembleRegistry(raw, edition);

if ('problems' in assembled) {
  console.error(`${assembled.problems.length} problem(s) in the data: run "npm run registry:check".`);
  process.exitCode = 1;
} else {
  for (const { provider, field, value, sources } of drawFacts(
    assembled.registry,
    Number(values.count),
    Number(values.seed),
  )) {
    console.log(`${provider}  ${field}\n  ${value}`);
    for (const { publisher, title, url, quote } of sources) {
      console.log(`  ${publisher}, ${title}\n  ${url}${quote === undefined ? '' : `\n  “${quote}”`}`);
    }
    console.log('');
  }
}
