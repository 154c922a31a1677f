import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a browser on Linux reads what the machine's owner decides; neither can be told another folder. */
export const POLICY_FOLDERS = { chromium: '/etc/chromium/policies/managed', firefox: '/etc/firefox/policies' };

export interface PrivatePolicies {
  /** Runs the browser it is given the path of, with this folder in the place of the machine's. */
  launcher: (executable: string) => string;
  write: (file: string, policies: object) => void;
  remove: () => void;
}

/**
 * Gives one browser policies of its own, in a mount namespace (`man 1 unshare`): the machine's folder stays as it is,
 * and a run that is killed leaves no policy behind for the next browser.
 * In: which browser. Out: the policies, of which there are none at first, or null where no such namespace can be had.
 */
export function privatePolicies(browser: keyof typeof POLICY_FOLDERS): PrivatePolicies | null {
  const place = POLICY_FOLDERS[browser];
  try {
    mkdirSync(place, { recursive: true });
  } catch {
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ancrage-policies-'));
  const enter = (command: string) =>
    `exec unshare --mount sh -c 'mount --bind "$0" "$1" && shift && exec "$@"' ${quote(folder)} ${quote(place)} ${command}`;
  if (spawnSync('sh', ['-c', enter('true')]).status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const scripts = mkdtempSync(join(tmpdir(), 'ancrage-launcher-'));
  return {
    launcher(executable) {
      const script = join(scripts, browser);
      writeFileSync(script, `#!/bin/sh\n${enter(`${quote(executable)} "$@"`)}\n`, { mode: 0o755 });
      return script;
    },
    write(file, policies) {
      writeFileSync(join(folder, file), JSON.stringify(policies));
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
      rmSync(scripts, { recursive: true, force: true });
    },
  };
}

const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
