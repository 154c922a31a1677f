import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where macOS keeps what is on no PATH. */
const MAC_APPLICATIONS: Record<string, string> = {
  chromium: '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'firefox-esr': '/Applications/Firefox.app/Contents/MacOS/firefox',
};

/**
 * Finds an installed browser.
 * In: its environment variable and the names of its command. Out: the path. Throws with what to install.
 */
export function locateBrowser(variable: string, commands: readonly string[]): string {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  const application = MAC_APPLICATIONS[commands[0] ?? ''];
  if (process.platform === 'darwin' && application !== undefined && existsSync(application)) return application;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const command of commands) {
      const path = join(folder, command);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(`no ${commands.join(' or ')} on this machine: install it, or give its path in ${variable}`);
}
