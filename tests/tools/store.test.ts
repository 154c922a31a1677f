import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from '../../tools/data-folder.ts';

const STORE = join(ROOT, 'docs/store');
/** What either browser is asked for. */
const ASKED = new Set(
  ['chromium', 'firefox'].flatMap((browser) => {
    const file = join(ROOT, `tests/e2e/snapshots/extension-manifest.${browser}.json`);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    return [...(manifest['permissions'] ?? []), ...(manifest['optional_host_permissions'] ?? []), 'content_scripts'];
  }),
);
const LANGUAGES = ['fr', 'en'] as const;

/** The sections of a listing, by the position that they have in both languages. */
function sectionsOf(language: string): string[] {
  const text = readFileSync(join(STORE, `${language}.md`), 'utf8');
  return text
    .split(/^## .*$/m)
    .slice(1)
    .map((section) => section.trim());
}

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const [name = '', summary = '', description = '', , purpose = '', permissions = ''] = sectionsOf(language);

  it('has the same sections as the other', () => {
    expect(sectionsOf(language)).toHaveLength(sectionsOf('fr').length);
    for (const section of sectionsOf(language)) expect(section).not.toBe('');
  });

  it('fits the stores: name, summary, description, purpose', () => {
    expect(name.length).toBeLessThanOrEqual(45);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(description.length).toBeLessThanOrEqual(16_000);
    expect(purpose.length).toBeLessThanOrEqual(1000);
  });

  it('has the summary that the extension bears', () => {
    const messages = JSON.parse(readFileSync(join(ROOT, `public/_locales/${language}/messages.json`), 'utf8')) as {
      extensionDescription: { message: string };
    };
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(summary)).toBe(plain(messages.extensionDescription.message));
  });

  it('justifies each permission, and no other', () => {
    const justified = [...permissions.matchAll(/^\| (?:[^|`]*\()?`([^`]+)`/gm)].map(([, permission]) => permission);
    expect(new Set(justified)).toEqual(ASKED);
    expect(justified).toHaveLength(ASKED.size);
  });

  it('has a privacy policy', () => {
    expect(existsSync(join(STORE, `privacy.${language}.md`))).toBe(true);
  });
});

describe('the pictures', () => {
  const folder = join(STORE, 'screenshots');

  it('are five for each store and language, and a tile for Chrome', () => {
    const subjects = ['1-card', '2-popup', '3-sheet', '4-options', '5-welcome'];
    const files = LANGUAGES.flatMap((language) => [
      `chrome-${language}-tile.png`,
      ...['chrome', 'firefox'].flatMap((store) => subjects.map((subject) => `${store}-${language}-${subject}.png`)),
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
  });

  it.each(readdirSync(folder))('have the size that the stores ask for: %s', (file) => {
    const picture = readFileSync(join(folder, file));
    const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect(size).toEqual(file.endsWith('tile.png') ? [440, 280] : [1280, 800]);
    expect(statSync(join(folder, file)).size).toBeLessThan(300_000);
  });
});
