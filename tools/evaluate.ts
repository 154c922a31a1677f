import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { readCorpus } from './evaluation/corpus.ts';
import { evaluationText } from './evaluation/evaluation-text.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { assembleRegistry } from './assemble-registry.ts';
import { readDataFolder, ROOT } from './data-folder.ts';

const CORPUS = join(ROOT, '../shared/corpus');
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: join(CORPUS, 'passages.jsonl') },
    gold: { type: 'string', default: join(CORPUS, 'gold.jsonl') },
    traps: { type: 'string', default: join(CORPUS, 'traps.jsonl') },
    families: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const missing = [values.passages, values.gold, values.traps].find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`${missing} is not there: give --passages, --gold and --traps.`);
  process.exitCode = 1;
} else {
  const { raw, edition } = readDataFolder();
  const assembled = assembleRegistry(raw, edition);
  if ('problems' in assembled) throw new Error('the data do not hold: run "npm run registry:check"');
  const beside = join(dirname(values.gold), 'providers.json');
  const families = values.families ?? (existsSync(beside) ? beside : undefined);
  const read = (file: string) => readFileSync(file, 'utf8');
  const passages = readCorpus(read(values.passages), read(values.gold), read(values.traps));
  const result = evaluate(passages, assembled.registry, families === undefined ? {} : familiesIn(read(families)));
  console.log(values.json ? JSON.stringify(result, null, 2) : evaluationText(result));
}

function familiesIn(json: string): Record<string, string> {
  const { providers } = JSON.parse(json) as { providers: Record<string, { family: string }> };
  return Object.fromEntries(Object.entries(providers).map(([slug, { family }]) => [slug, family]));
}
