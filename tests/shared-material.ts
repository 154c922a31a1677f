import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../shared');

/** Whether the research material lies beside this clone. Tests that read it say so and are skipped where it does not. */
export const hasShared = existsSync(SHARED);

/** In: a path below `../shared`. Out: the file's text. */
export function readShared(path: string): string {
  return readFileSync(join(SHARED, path), 'utf8');
}

/** In: the title of a test that needs `../shared`. Out: the same, saying why it is skipped when it is. */
export function titled(title: string): string {
  return hasShared ? title : `${title} (skipped: no ../shared)`;
}
