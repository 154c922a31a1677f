import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import buildExtensions from './browsers/build-extensions.ts';
import { benchDossier } from './bench/dossier.ts';
import { benchInChromium } from './bench/in-chromium.ts';
import { benchExtension } from './bench/in-extension.ts';
import { benchInNode } from './bench/in-node.ts';
import { performanceDrawing, performancePage } from './bench/drawing.ts';
import { ROOT } from './data-folder.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    /** The rows of the dossier alone. */
    dossier: { type: 'boolean', default: false },
  },
});

buildExtensions();
const others = async () => [...benchInNode(), ...(await benchInChromium()), ...(await benchExtension())];
const rows = [...(values.dossier ? [] : await others()), ...(await benchDossier())];
if (values.write && !values.dossier) {
  writeFileSync(join(ROOT, 'docs/performance.md'), performancePage(rows));
  writeFileSync(join(ROOT, 'docs/performance.svg'), performanceDrawing(rows));
}
if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  for (const { name, value, unit, bar, met } of rows) {
    console.log(`${met ? 'met ' : 'MISS'}  ${value.toFixed(2).padStart(9)} ${unit.padEnd(9)} ${bar.padEnd(8)} ${name}`);
  }
}
