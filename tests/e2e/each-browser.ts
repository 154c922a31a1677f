import { describe } from 'vitest';

import type { BrowserUnderTest } from '../../tools/browsers/browser-under-test.ts';
import { EXTENSIONS } from '../../tools/browsers/build-extensions.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { launchFirefox } from '../../tools/browsers/firefox.ts';

export interface LaunchOptions {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  touch?: boolean;
  /** How much the extension may store, in kilobytes. */
  room?: number;
}

const LAUNCHERS = {
  chromium: (options: LaunchOptions) => launchChromium({ extension: EXTENSIONS.chromium, ...options }),
  firefox: (options: LaunchOptions) => launchFirefox({ extension: EXTENSIONS.firefox, ...options }),
} as const;

/** The same tests in real Chromium and in real Firefox. */
export function describeInEachBrowser(
  title: string,
  tests: (launch: (options?: LaunchOptions) => Promise<BrowserUnderTest>, name: 'chromium' | 'firefox') => void,
): void {
  describe.each(['chromium', 'firefox'] as const)(`${title} in %s`, (name) => {
    tests((options = {}) => LAUNCHERS[name](options), name);
  });
}
