import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** The built test extensions: the released code, the card's shadow root open, and 127.0.0.1 among the portals. */
export const EXTENSIONS = {
  chromium: join(ROOT, '.output/chrome-mv3-e2e'),
  firefox: join(ROOT, '.output/firefox-mv3-e2e'),
} as const;

/** Vitest global set-up: builds both extensions once. */
export default function buildExtensions(): void {
  const run = (...words: string[]) => {
    execFileSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  run('tools/registry-build.ts');
  for (const browser of ['chrome', 'firefox']) run('node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser, '-m', 'e2e');
}
