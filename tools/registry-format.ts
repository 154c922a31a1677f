import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DATA, readDataFolder } from './data-folder.ts';
import { formatJson } from './format-json.ts';
import { SHARED_FILES } from './read-data.ts';

const { raw, texts } = readDataFolder();
const files: [string, unknown][] = [
  ...[...raw.providers].map(([name, value]): [string, unknown] => [`providers/${name}.json`, value]),
  ...SHARED_FILES.map((name): [string, unknown] => [`${name}.json`, raw.shared[name]]),
];
for (const [file, value] of files) {
  const formatted = formatJson(file, value);
  if (texts.get(file) !== formatted) writeFileSync(join(DATA, file), formatted);
}
