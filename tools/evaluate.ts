import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { CorpusError, readCorpus, readFamilies } from './evaluation/corpus.ts';
import { evaluationText } from './evaluation/evaluation-text.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { assembleRegistry } from './assemble-registry.ts';
import { readDataFolder, ROOT } from './data-folder.ts';

const CORPUS = join(ROOT, '../shared/corpus');
const USAGE =
  'Usage: npm run --silent evaluate -- --passages FILE.jsonl --gold FILE.jsonl --traps FILE.jsonl [--families FILE.json] [--json]';

/** What the caller got wrong, to be said without a trace. */
class UsageError extends Error {}

try {
  const options = optionsIn(process.argv.slice(2));
  const { raw, edition } = readDataFolder();
  const assembled = assembleRegistry(raw, edition);
  if ('problems' in assembled) throw new UsageError('The data do not hold: run "npm run registry:check".');
  const passages = readCorpus(read(options.passages), read(options.gold), read(options.traps));
  const beside = [dirname(options.gold), CORPUS].map((folder) => join(folder, 'providers.json'));
  const families = options.families ?? beside.find((file) => existsSync(file));
  const result = evaluate(passages, assembled.registry, families === undefined ? {} : readFamilies(read(families)));
  console.log(options.json ? JSON.stringify(result, null, 2) : evaluationText(result));
} catch (error) {
  if (!(error instanceof CorpusError) && !(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function optionsIn(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        passages: { type: 'string', default: join(CORPUS, 'passages.jsonl') },
        gold: { type: 'string', default: join(CORPUS, 'gold.jsonl') },
        traps: { type: 'string', default: join(CORPUS, 'traps.jsonl') },
        families: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.\n${USAGE}`);
  }
}
