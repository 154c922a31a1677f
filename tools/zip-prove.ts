import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from './data-folder.ts';
import { archivesOf, buildArchives, unpack } from './supply-chain/archives.ts';

/*
 * What a reviewer does: unpacks the archive of the sources somewhere else, with nothing beside it, installs what the
 * lockfile says, and builds. Run after `npm run zip`; `npm run zip:prove`.
 */
const published = archivesOf(ROOT);
const sources = Object.keys(published).find((name) => name.endsWith('-sources.zip'));
if (sources === undefined) throw new Error('there is no archive of the sources: run `npm run zip` first');
const folder = mkdtempSync(join(tmpdir(), 'ancrage-sources-'));
try {
  unpack(join(ROOT, '.output', sources), folder);
  const shell = process.platform === 'win32';
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell });
  buildArchives(folder);
  const rebuilt = archivesOf(folder);
  for (const [name, sum] of Object.entries(published)) {
    const same = rebuilt[name] === sum;
    console.log(`${same ? 'the same' : 'DIFFERS '}  ${sum}  ${name}`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
