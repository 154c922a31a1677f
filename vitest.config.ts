import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Each is done in a moment; a machine that does much else at the same time has longer moments.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/{data,domain,entrypoints,tools}/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'components', include: ['tests/components/**/*.test.tsx'], environment: 'happy-dom' },
      },
      {
        extends: true,
        test: {
          // Exports opened by a real LibreOffice, which takes its time to start.
          name: 'office',
          include: ['tests/office/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tools/browsers/build-for-tests.ts',
          // One browser at a time: two cores, and pointers that must not starve.
          fileParallelism: false,
          // More than what a test waits for by itself: what fails says what it waited for.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
