import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { RELEASED } from '../../tools/browsers/build-extensions.ts';

describe.each(Object.entries(RELEASED))('the released extension for %s', (browser, folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  // A permission, a host or a file open to pages that nobody decided on changes this snapshot.
  it('asks for what was decided and no more', async () => {
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(
      `snapshots/extension-manifest.${browser}.json`,
    );
  });

  it('lets no page reach its files', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('host_permissions');
  });

  it('keeps the card closed to the page, and loopback off the portals', () => {
    const script = readFileSync(join(folder, 'content-scripts/annotator.js'), 'utf8');
    expect(script).toMatch(/attachShadow\(\{\s*mode:\s*[`'"]closed[`'"]/);
    expect(JSON.stringify(manifest)).not.toContain('127.0.0.1');
  });

  it('holds no remote code, no evaluation and no source map', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    for (const file of scripts) {
      const code = readFileSync(file, 'utf8');
      const found = [/https?:\/\/[^\s"'`]+\.m?js\b/, /\beval\(|new Function\(|\.innerHTML\b/].map(
        (pattern) => pattern.exec(code)?.[0],
      );
      expect(found).toEqual([undefined, undefined]);
      // Nor a path of the machine that built it.
      expect(code.includes(process.cwd())).toBe(false);
    }
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });
});

describe('the stores', () => {
  it('find nothing to say about the Firefox extension (web-ext lint)', () => {
    const output = execFileSync(
      process.execPath,
      ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', RELEASED.firefox, '--output', 'json'],
      { encoding: 'utf8' },
    );
    const report = JSON.parse(output) as { summary: object; errors: unknown[]; warnings: unknown[] };
    expect(report.errors).toEqual([]);
    expect(report.warnings).toEqual([]);
  }, 120_000);
});
