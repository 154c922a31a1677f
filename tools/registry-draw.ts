import { parseArgs } from 'node:util';

import { drawFacts } from './draw-facts.ts';
import { openRegistry } from './open-registry.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});

const wrong = (['count', 'seed'] as const).find((name) => !/^\d{1,9}$/.test(values[name]));
if (wrong !== undefined) {
  console.error(`--${wrong} ${values[wrong]}: is not a whole number, for instance "--${wrong} 7".`);
  process.exitCode = 1;
} else {
  const opened = openRegistry(values.data);
  const facts = opened === undefined ? [] : drawFacts(opened.registry, Number(values.count), Number(values.seed));
  for (const { provider, field, value, sources } of facts) {
    console.log(`${provider}  ${field}\n  ${value}`);
    for (const { publisher, title, url, readThrough, quote } of sources) {
      console.log(`  ${publisher}, ${title}\n  ${url}`);
      if (readThrough !== undefined) console.log(`  read through ${readThrough}`);
      if (quote !== undefined) console.log(`  “${quote}”`);
    }
    console.log('');
  }
}
