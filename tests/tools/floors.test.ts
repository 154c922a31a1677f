import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What the linter says of a file that holds one import. */
function lint(file: string, target: string): string {
  const path = join(ROOT, file);
  writeFileSync(path, `import * as imported from '${target}';\n\nexport const used = imported;\n`);
  try {
    execFileSync(process.execPath, ['node_modules/oxlint/bin/oxlint', path], { cwd: ROOT, encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(path);
  }
}

// The linter is started for each, on a machine that may be busy.
describe('an import', { timeout: 60_000 }, () => {
  it.each([
    ['domain/scratch-floor.ts', '../components/wording-context.ts'],
    ['domain/scratch-floor.ts', '../tools/read-data.ts'],
    ['domain/scratch-floor.ts', 'preact'],
    ['domain/scratch-floor.ts', 'wxt/browser'],
    ['components/scratch-floor.ts', '../entrypoints/popup/page.ts'],
    ['components/scratch-floor.ts', 'wxt/browser'],
    ['entrypoints/popup/scratch-floor.ts', '../background/toolbar.ts'],
    ['entrypoints/background/scratch-floor.ts', '../annotator.content/highlights.ts'],
    ['entrypoints/annotator.content/scratch-floor.ts', '../popup/page.ts'],
    ['entrypoints/background/scratch-floor.ts', '../../tools/read-data.ts'],
    ['entrypoints/dossier/scratch-floor.ts', '../popup/page.ts'],
    ['entrypoints/popup/scratch-floor.ts', '../dossier/keeping.ts'],
  ])('that goes up or across fails: %s from %s', (file, target) => {
    expect(lint(file, target)).toContain('no-restricted-imports');
  });

  it('that goes down passes', () => {
    expect(lint('components/scratch-floor.ts', '../domain/wording/wording.ts')).toBe('');
    expect(lint('entrypoints/popup/scratch-floor.ts', '../../domain/wording/wording.ts')).toBe('');
    expect(lint('entrypoints/popup/scratch-floor.ts', '../../domain/dossier/citation.ts')).toBe('');
  });
});
