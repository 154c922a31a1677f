import { parseArgs, type ParseArgsConfig } from 'node:util';

import { DataError } from '../read-data.ts';
import { FeedError, reasonOf } from './feed-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Arguments<Given extends Options> = ReturnType<
  typeof parseArgs<{ options: Given; allowPositionals: true; strict: true }>
>;

/**
 * Runs one command of the feed.
 * In: what `--help` says, the options it takes (`node:util`, parseArgs), how many arguments it takes at most, and what it
 * does. Out: nothing; the process's exit code is 0, 1 for what could not be done, 2 for a command that makes no sense.
 */
export async function runCommand<const Given extends Options>(
  { help, options, positionals = 0 }: { help: string; options: Given; positionals?: number },
  act: (given: Arguments<Given>) => void | Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help.trim());
    return;
  }
  let given: Arguments<Given>;
  try {
    given = parseArgs<{ options: Given; allowPositionals: true; strict: true }>({
      options,
      allowPositionals: true,
      strict: true,
    });
    const [extra] = given.positionals.slice(positionals);
    if (extra !== undefined) throw new FeedError(`"${extra}" is one argument too many`);
  } catch (error) {
    console.error(`${reasonOf(error)}. What it takes is shown by --help.`);
    process.exitCode = 2;
    return;
  }
  try {
    await act(given);
  } catch (error) {
    if (!(error instanceof FeedError || error instanceof DataError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
